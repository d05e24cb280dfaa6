"""What is kept of a chat: found by its words, listed, opened again."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.world.people import Person, labels
from handlers.message import Item, Texts, render_list
from summarizer.places import Found
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD
from tests.handlers.plain import plain
from tests.telegram import Running

RYE = BREAD.replace("How bread rises", "A film on rye").replace("Salt slows", "Rye slows")
FORGOTTEN = "This page is not kept any more: send it once more."


async def last(person: Person, telegram: Telegram, bot: Running) -> dict[str, Any]:
    await bot.idle()
    return telegram.said(person.private)[-1]


async def paste(person: Person, bot: Running, *pages: str) -> None:
    for page in pages:
        person.pastes(page)
        await bot.idle()


def many(number: int) -> list[str]:
    return [BREAD.replace("How bread rises", f"Film number {n}") for n in range(1, number + 1)]


async def test_words_are_found_with_title_time_and_quote(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await paste(ann, bot, BREAD, RYE)
    ann.says("/find salt yeast")
    text = plain((await last(ann, telegram, bot))["text"])
    head, item = text.split("\n\n")
    assert head == "“salt yeast”: 1 digest kept here"
    assert re.fullmatch(
        r"1\. How bread rises · \d{4}-\d\d-\d\d\n"
        r"0:24 “Salt slows the yeast down, so that the loaf keeps its shape\..*”",
        item,
    )


async def test_the_newest_stands_first_and_a_press_opens_the_digest_again(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await paste(ann, bot, BREAD, RYE)
    first = telegram.said(ann.private)[0]
    ann.says("/history")
    listed = await last(ann, telegram, bot)
    titles = [line for line in plain(listed["text"]).splitlines() if " · " in line]
    assert [title.partition(" · ")[0] for title in titles] == [
        "1. A film on rye",
        "2. How bread rises",
    ]
    ann.presses(listed, "2")
    again = await last(ann, telegram, bot)
    assert again["text"] == first["text"]
    assert again["reply_to_message"]["message_id"] == listed["message_id"]
    ann.presses(again, "Comments")
    await bot.idle()
    assert "Back" in labels(telegram.now(again))


async def test_ten_are_shown_at_a_time_also_after_a_restart(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, settings) as bot:
        await paste(ann, bot, *many(12))
        ann.says("/find salt")
        listed = await last(ann, telegram, bot)
        assert labels(listed) == [*map(str, range(1, 11)), "Older"]
    async with conversation(telegram, settings) as bot:
        ann.presses(listed, "Older")
        await bot.idle()
        older = telegram.now(listed)
        assert labels(older) == ["11", "12", "Newer"]
        assert "12. " in older["text"]
        ann.presses(older, "Newer")
        await bot.idle()
        assert telegram.now(listed)["text"] == listed["text"]
        ann.presses(listed, "10")
        assert plain((await last(ann, telegram, bot))["text"]).startswith("Film number 3\n")


async def test_no_chat_finds_what_the_same_person_sent_to_another(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    ann.says("/find salt")
    assert (await last(ann, telegram, bot))[
        "text"
    ] == "No page kept in this chat holds all these words."
    ann.says("/history")
    assert (await last(ann, telegram, bot))["text"] == "No digest is kept in this chat."
    ann.says("/find salt", group)
    await bot.idle()
    listed = telegram.said(group)[-1]
    assert "1. " in listed["text"]
    data = listed["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await paste(ann, bot, RYE)
    ann.says("/history")
    mine = await last(ann, telegram, bot)
    note = await telegram.answer_to(ann.press_data(mine, data))
    assert note["text"] == FORGOTTEN


async def test_a_list_in_a_group_obeys_who_asked_for_it(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Bakers", telegram.person("Owner"), ann, ben)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    ann.says("/history", group)
    await bot.idle()
    listed = telegram.said(group)[-1]
    note = await telegram.answer_to(ben.presses(listed, "1"))
    assert note["text"].startswith("Only the person who asked")
    assert not (await telegram.answer_to(ann.presses(listed, "1")))["text"]


@pytest.mark.parametrize("before", [True, False])
async def test_what_was_forgotten_is_found_no_more_and_its_buttons_say_so(
    telegram: Telegram, bot: Running, ann: Person, before: bool
) -> None:
    await paste(ann, bot, BREAD)
    ann.says("/find salt")
    listed = await last(ann, telegram, bot)
    ann.says("/forget")
    await bot.idle()
    if before:
        await paste(ann, bot, RYE)
    assert (await telegram.answer_to(ann.presses(listed, "1")))["text"] == FORGOTTEN
    ann.says("/find salt")
    assert (await last(ann, telegram, bot))["text"].startswith("No page kept in this chat")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("/find", "Put the words after the command"),
        ("/find 🍞", "Emoji and signs cannot be searched. Put words after the command"),
        ("/find ?! …", "Emoji and signs cannot be searched. Put words after the command"),
        ("/find " + "bread " * 600, "I look for up to 200 characters"),
        ('/find salt" OR "x', "No page kept"),
        ("/find '; DROP TABLE pages; --", "No page kept"),
    ],
)
async def test_what_cannot_be_found_gets_one_line(
    telegram: Telegram, bot: Running, ann: Person, words: str, line: str
) -> None:
    await paste(ann, bot, BREAD)
    ann.says(words)
    assert (await last(ann, telegram, bot))["text"].startswith(line)


def test_a_list_is_one_message_in_which_no_words_ping() -> None:
    tdlib = pytest.importorskip("tests.tdlib")
    loud = "Ask @someone_here or /start at evil.example #now, she said. " * 5
    items = [Item(loud, 1e9, "https://v.example/1", Found(loud, "comment"))] * 10
    text, entities = tdlib.parse(render_list("@someone_else", items, 0, 99, Texts()))
    assert tdlib.units(text) <= 4096
    assert len(entities) <= 100
    marked = [(e.begin, e.end) for e in entities if e.kind == "textEntityTypeCode"]
    alive = tdlib.found_by_itself(text)
    assert [e for e in alive if not any(b <= e.begin and e.end <= x for b, x in marked)] == []


async def test_the_example_is_listed_with_its_day_and_takes_no_link(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("/start")
    ann.presses(await last(ann, telegram, bot), "Show me")
    await bot.idle()
    ann.says("https://youtu.be/AbCdEfGhIjK")
    assert "I remember the link" in (await last(ann, telegram, bot))["text"]
    ann.says("/history")
    text = (await last(ann, telegram, bot))["text"]
    assert re.search(r"Why our town .* · \d{4}-\d\d-\d\d", text)


async def test_of_a_page_that_was_pasted_again_later_one_copy_is_listed(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    await paste(ann, bot, BREAD, BREAD.replace("3,204 views", "3,304 views"), BREAD + "The end.")
    ann.says("/history")
    listed = await last(ann, telegram, bot)
    assert listed["text"].startswith("1 digest kept here")
    assert labels(listed) == ["1"]


@pytest.mark.parametrize("words", ['"slows salt"', "salt -sugarless", "salt OR slows", "salt 🍞"])
async def test_what_looks_like_an_operator_is_said_to_be_none(
    telegram: Telegram, bot: Running, ann: Person, words: str
) -> None:
    await paste(ann, bot, BREAD)
    ann.says(f"/find {words}")
    text = plain((await last(ann, telegram, bot))["text"])
    assert "All words are looked for, each by itself" in text
    assert "““" not in text
    assert '"' not in text


async def test_a_commenter_is_found_by_name(telegram: Telegram, bot: Running, ann: Person) -> None:
    await paste(ann, bot, BREAD)
    ann.says("/find @chris flour")
    text = plain((await last(ann, telegram, bot))["text"])
    assert "a comment: “Which flour do you use?”" in text
    assert "All words" not in text
