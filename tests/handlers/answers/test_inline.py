"""What the bot offers while somebody types its name and words, in any chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.world.chats import JSON
from bot.local.world.people import Person
from tests.handlers.conftest import conversation
from tests.handlers.pages import BEES, BREAD
from tests.telegram import Running


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, inline_mode=True)


@pytest.fixture
async def bot(telegram: Telegram, settings: Settings) -> AsyncIterator[Running]:
    async with conversation(telegram, settings) as bot:
        yield bot


async def offered(telegram: Telegram, person: Person, words: str, offset: str = "") -> JSON:
    return await telegram.answer_to(person.types(words, offset=offset))


def titles(answer: JSON) -> list[str]:
    return [result["title"] for result in answer["results"]]


async def paste(bot: Running, person: Person, *pages: str) -> None:
    for page in pages:
        person.says(page)
        await bot.idle()


async def test_words_find_the_digests_that_hold_them_with_the_place(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    await paste(bot, ann, BREAD, BEES)
    answer = await offered(telegram, ann, "bee sugar")
    (result,) = answer["results"]
    assert result["title"] == "How bees fly home"
    assert result["description"].startswith("A bee is a living thing that eats sugar")
    assert answer["button"] is None


async def test_without_words_the_newest_stands_first(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    await paste(bot, ann, BREAD, BEES)
    answer = await offered(telegram, ann, "")
    assert titles(answer) == ["How bees fly home", "How bread rises"]
    assert "sugar" in answer["results"][1]["description"]


async def test_what_is_chosen_is_the_whole_digest_without_buttons_and_the_bot_says_nothing_to_it(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    club = telegram.group("Film club", ann)
    circle = telegram.group("Book circle", ann)
    del circle.members[telegram.world.bot["id"]]
    await paste(bot, ann, BREAD)
    (digest,) = telegram.said(ann.private)
    query = ann.types("bread")
    await telegram.answer_to(query)
    for chat in (ann.private, club, circle):
        chosen = ann.chooses(query, 0, chat)
        assert chosen["text"] == digest["text"]
        assert "reply_markup" not in chosen
    await bot.idle()
    assert telegram.said(ann.private) == [digest]
    assert telegram.said(club) == telegram.said(circle) == []


async def test_a_group_s_digests_are_never_offered_even_to_who_sent_the_page_there(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    await paste(bot, ann, BEES.replace("bread", "cake").replace("Bread", "Cake"))
    assert titles(await offered(telegram, ann, "")) == ["How bees fly home"]
    assert titles(await offered(telegram, ann, "bread")) == []


async def test_nobody_is_offered_what_another_has_sent_though_the_words_are_the_same(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    ben = telegram.person("Ben")
    await paste(bot, ann, BREAD)
    assert titles(await offered(telegram, ann, "bread")) == ["How bread rises"]
    answer = await offered(telegram, ben, "bread")
    assert titles(answer) == []
    assert answer["button"]["text"] == "Nothing to show from our chat"


async def test_what_was_forgotten_is_offered_no_more(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    await paste(bot, ann, BREAD)
    ann.says("/forget")
    await bot.idle()
    assert titles(await offered(telegram, ann, "bread")) == []


async def test_five_are_offered_at_a_time(telegram: Telegram, ann: Person, bot: Running) -> None:
    await paste(bot, ann, *(BREAD.replace("How bread", f"Film {n}, bread") for n in range(7)))
    answer = await offered(telegram, ann, "bread")
    assert [title[:6] for title in titles(answer)] == [
        "Film 6",
        "Film 5",
        "Film 4",
        "Film 3",
        "Film 2",
    ]
    more = await offered(telegram, ann, "bread", answer["next_offset"])
    assert [title[:6] for title in titles(more)] == ["Film 1", "Film 0"]
    assert (more["next_offset"], more["button"]) == ("", None)


@pytest.mark.parametrize("words", ["🍞", "?! …", "x" * 256, "zebra"])
async def test_words_that_find_nothing_get_one_line(
    telegram: Telegram, ann: Person, bot: Running, words: str
) -> None:
    await paste(bot, ann, BREAD)
    answer = await offered(telegram, ann, words)
    assert (answer["results"], answer["button"]["start_parameter"]) == ([], "inline")


async def test_the_line_leads_to_the_private_chat_where_start_says_how_to_begin(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    ann.says("/start inline")
    await bot.idle()
    assert telegram.said(ann.private)[0]["text"].startswith("Send me a copied video page")


async def test_who_is_not_let_in_is_told_so(
    telegram: Telegram, ann: Person, settings: Settings
) -> None:
    async with conversation(telegram, replace(settings, allowed_users=frozenset({99}))):
        answer = await offered(telegram, ann, "")
    assert (answer["results"], answer["button"]["text"]) == ([], "This bot is private.")


async def test_words_that_are_typed_reach_no_file(
    telegram: Telegram, ann: Person, bot: Running, settings: Settings
) -> None:
    await paste(bot, ann, BREAD)
    await offered(telegram, ann, "zebra crossing")
    await bot.idle()
    files = [file for file in settings.database_path.parent.iterdir() if file.is_file()]
    assert not [file for file in files if b"zebra" in file.read_bytes()]


async def test_of_what_is_typed_while_an_answer_is_made_only_the_latest_is_answered(
    telegram: Telegram, ann: Person, bot: Running
) -> None:
    await paste(bot, ann, BREAD)
    queries = [ann.types("bread"[:n]) for n in range(1, 6)]
    await telegram.answer_to(queries[-1])
    await bot.idle()
    answered = [query for query in queries if query["answer"] is not None]
    assert len(answered) < len(queries)
    assert titles(queries[-1]["answer"]) == ["How bread rises"]


async def test_unless_the_operator_allows_it_nothing_is_offered(
    telegram: Telegram, ann: Person, settings: Settings
) -> None:
    async with conversation(telegram, replace(settings, inline_mode=False)) as bot:
        await paste(bot, ann, BREAD)
        query = ann.types("bread")
        await bot.idle()
        assert query["answer"] is None
