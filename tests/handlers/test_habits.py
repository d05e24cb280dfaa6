"""What people also do, and what a patient helper would answer."""

from __future__ import annotations

import pytest

from bot.local.telegram import Telegram
from bot.local.world.people import Person, labels
from tests.handlers.conftest import AtOnce
from tests.handlers.pages import BEES, BREAD, VIDEO, WATCH, long_page
from tests.telegram import Running

PHOTO = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 8, "height": 8}]}


def texts(telegram: Telegram, person: Person) -> list[str]:
    return [message.get("text", "") for message in telegram.said(person.private)]


async def test_words_and_a_link_around_a_page_are_no_questions_of_their_own(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    for text in ("please sum this up:", VIDEO, BREAD, "thank you!"):
        ann.says(text)
    await at_once()
    [reply] = telegram.said(ann.private)
    assert WATCH in str(reply["entities"])


@pytest.mark.parametrize(
    "shared_by_an_app",
    [
        f"look: {VIDEO}",
        f"How bread rises\n{VIDEO}",
        f"“How bread rises” ({VIDEO}).",
        "youtu.be/AbCd",
    ],
)
async def test_a_link_among_a_few_words_is_a_link(
    telegram: Telegram, bot: Running, shared_by_an_app: str
) -> None:
    ann = telegram.person("Ann")
    ann.says(shared_by_an_app)
    await bot.idle()
    [text] = texts(telegram, ann)
    assert text.startswith("I do not open links")


@pytest.mark.parametrize("remark", [f"{VIDEO} or https://bread.example", "I like youtubers.", "hi"])
async def test_other_short_lines_are_no_link_and_no_page(
    telegram: Telegram, bot: Running, remark: str
) -> None:
    ann = telegram.person("Ann")
    ann.says(remark)
    await bot.idle()
    [text] = texts(telegram, ann)
    assert text.startswith("That is too short")


async def test_a_command_in_reply_is_about_what_it_replies_to(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    for page in (BREAD, BEES):
        ann.pastes(page)
        await bot.idle()
    older = telegram.said(ann.private)[0]
    ann.says("/comments", reply_to=older)
    ann.says("/digest", reply_to=ann.sends(PHOTO))
    await bot.idle()
    comments = [m for m in telegram.said(ann.private) if labels(m) == ["Back"]]
    assert [m["text"].splitlines()[0] for m in comments] == ["\u2068How bread rises\u2069"]
    assert any(text.startswith("Reply with this command") for text in texts(telegram, ann))


async def test_a_file_right_after_a_page_is_answered_after_it(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    ann.sends_file("bees.txt", BEES.encode())
    await at_once()
    titles = [text.splitlines()[0] for text in texts(telegram, ann)]
    assert titles == ["\u2068How bread rises\u2069", "\u2068How bees fly home\u2069"]


@pytest.mark.parametrize(
    ("caption", "answer"), [("", "I read text and files"), (BREAD[:1000], "\u2068How bread rises")]
)
async def test_an_album_of_pictures_gets_one_answer(
    telegram: Telegram, at_once: AtOnce, caption: str, answer: str
) -> None:
    ann = telegram.person("Ann")
    ann.sends(PHOTO | {"media_group_id": "7"} | ({"caption": caption} if caption else {}))
    for _ in range(4):
        ann.sends(PHOTO | {"media_group_id": "7"})
    await at_once()
    [text] = texts(telegram, ann)
    assert text.startswith(answer)


@pytest.mark.parametrize("blank", ["\U0001f600" * 1500, "\u2022 \u2022\n" * 99])
async def test_what_holds_nothing_to_digest_gets_no_empty_digest(
    telegram: Telegram, bot: Running, blank: str
) -> None:
    ann = telegram.person("Ann")
    ann.says(blank)
    await bot.idle()
    [text] = texts(telegram, ann)
    assert text.startswith("There is nothing to digest in this")


async def test_a_page_with_a_byte_order_mark_and_hard_blanks_is_read(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.says("\ufeff" + BREAD.replace(" ", "\u00a0"))
    ben.says(BREAD)
    await bot.idle()
    assert texts(telegram, ann) == texts(telegram, ben)


async def test_a_command_that_is_edited_into_another_shows_the_other(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    message = ann.says("/digest " + BREAD)
    await bot.idle()
    ann.edits(message, "/comments " + BREAD)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert labels(reply) == ["Back"]


async def test_an_edited_first_part_changes_the_whole_digest(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    first, *_ = ann.pastes(long_page(60))
    await bot.idle()
    ann.edits(first, first["text"].replace("How bread rises", "How dough rises"))
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "How dough rises" in reply["text"]
    assert "63 comments" in reply["text"]


async def test_ten_presses_of_longer_end_in_the_longest(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    presses = [ann.presses(reply, "Longer") for _ in range(10)]
    await bot.idle()
    assert all(press["answer"] for press in presses)
    assert "Longer" not in labels(telegram.now(reply))
    assert "7 of 7 sentences" in telegram.now(reply)["text"]
