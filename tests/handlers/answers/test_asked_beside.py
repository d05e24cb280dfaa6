"""Questions in the caption of a file, or beside a page: digested first, then answered."""

from __future__ import annotations

import pytest

from bot.config import Settings
from bot.local.errors import BotApiError
from bot.local.telegram import Telegram
from bot.local.world.chats import Chat
from bot.local.world.people import Person
from tests.handlers.conftest import AtOnce, conversation
from tests.handlers.pages import BREAD, VIDEO
from tests.handlers.plain import plain
from tests.telegram import Running

FILE = BREAD.encode()
ASKED = "What does salt do to yeast?"
ANSWER = "0:24 Salt slows the yeast down, so that the loaf keeps its shape."


async def texts_in(chat: Chat, telegram: Telegram, bot: Running) -> list[str]:
    await bot.idle()
    return [plain(telegram.now(said)["text"]) for said in telegram.said(chat)]


@pytest.mark.parametrize(
    "caption", [ASKED, f"The lecture of May.\n{ASKED}", f"/digest {ASKED}", f"/ask {ASKED[:-1]}"]
)
async def test_a_question_below_a_file_is_answered_after_its_digest(
    telegram: Telegram, bot: Running, ann: Person, caption: str
) -> None:
    ann.sends_file("lecture.txt", FILE, caption=caption)
    digest, answer = await texts_in(ann.private, telegram, bot)
    assert "7 sentences" in digest
    assert answer.startswith("How bread rises\n\n" + ANSWER)


async def test_a_question_beside_a_link_is_answered_and_the_link_opens_the_video(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.sends_file("lecture.txt", FILE, caption=f"{VIDEO}\n{ASKED}")
    _, answer = await texts_in(ann.private, telegram, bot)
    assert ANSWER in answer
    assert "AbCdEfGhIjK&t=24" in str(telegram.said(ann.private)[-1]["entities"])


async def test_a_question_sent_just_after_a_page_is_answered_too(
    telegram: Telegram, at_once: AtOnce, ann: Person
) -> None:
    ann.pastes(BREAD)
    ann.says(ASKED)
    await at_once()
    digest, answer = (plain(said["text"]) for said in telegram.said(ann.private))
    assert "7 sentences" in digest
    assert ANSWER in answer


@pytest.mark.parametrize(
    "caption",
    ["/digest 2", VIDEO, "May", "How bread rises", "Could you summarize this?", f"See {VIDEO}?"],
)
async def test_what_asks_nothing_of_the_video_has_no_answer(
    telegram: Telegram, bot: Running, ann: Person, caption: str
) -> None:
    ann.sends_file("lecture.txt", FILE, caption=caption)
    [digest] = await texts_in(ann.private, telegram, bot)
    assert ("2 of 7" in digest) == (caption == "/digest 2")


async def test_a_title_that_asks_is_no_question(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    page = BREAD.replace("How bread rises", "How does bread rise?")
    ann.sends_file("lecture.txt", page.encode(), caption="How does bread rise?")
    assert len(await texts_in(ann.private, telegram, bot)) == 1


async def test_in_a_group_it_is_answered_where_the_file_is(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Bakers", ann, ben)
    file = ben.sends_file("lecture.txt", FILE, caption=ASKED, chat=group)
    assert await texts_in(group, telegram, bot) == []
    ann.says("/digest", group, reply_to=file)
    digest, answer = await texts_in(group, telegram, bot)
    assert "How bread rises" in digest
    assert ANSWER in answer


async def test_each_of_several_videos_in_an_album_is_asked(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    bees = BREAD.replace("How bread rises", "Bees").replace("Salt", "Honey")
    ann.sends_album([("a.txt", FILE), ("b.txt", bees.encode())], caption=ASKED)
    said = await texts_in(ann.private, telegram, bot)
    assert len(said) == 4
    assert [text.startswith("How bread rises\n\n0:24 Salt") for text in said].count(True) == 1


async def test_an_edited_caption_changes_the_answer_and_doubles_nothing(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    file = ann.sends_file("lecture.txt", FILE, caption=ASKED)
    digest, _ = await texts_in(ann.private, telegram, bot)
    ann.edits(file, "What does a night in the fridge do?")
    again, answer = await texts_in(ann.private, telegram, bot)
    assert again == digest
    assert "0:18 A night in the fridge" in answer


async def test_a_question_that_finds_no_network_is_answered_later_once(
    telegram: Telegram, bot: Running, ann: Person, caplog: pytest.LogCaptureFixture
) -> None:
    file = ann.sends_file("lecture.txt", FILE)
    [before] = await texts_in(ann.private, telegram, bot)
    telegram.faults.lose_call("sendMessage", times=7)
    ann.edits(file, ASKED)
    digest, answer = await texts_in(ann.private, telegram, bot)
    assert "could not be answered: NetworkError" in caplog.text
    assert digest == before
    assert ANSWER in answer


async def test_a_restart_doubles_no_answer(
    telegram: Telegram, settings: Settings, ann: Person
) -> None:
    async with conversation(telegram, settings) as bot:
        file = ann.sends_file("lecture.txt", FILE, caption=ASKED)
        before = await texts_in(ann.private, telegram, bot)
    async with conversation(telegram, settings) as bot:
        ann.edits(file, ASKED + " ")
        assert await texts_in(ann.private, telegram, bot) == before


async def test_a_question_that_fails_leaves_the_digest_as_it_is(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.sends_file("lecture.txt", FILE, caption="Why " * 200 + "does it rise?")
    digest, note = await texts_in(ann.private, telegram, bot)
    assert "7 sentences" in digest
    assert "500 characters" in note


async def test_an_answer_that_telegram_refuses_leaves_the_digest_as_it_is(
    telegram: Telegram, bot: Running, ann: Person, caplog: pytest.LogCaptureFixture
) -> None:
    file = ann.sends_file("lecture.txt", FILE)
    before = await texts_in(ann.private, telegram, bot)
    telegram.faults.refuse(BotApiError(400, "Bad Request: something new"), "sendMessage")
    ann.edits(file, ASKED)
    digest, note = await texts_in(ann.private, telegram, bot)
    assert digest == before[0]
    assert note.startswith("Something went wrong here")
