"""How much one person may ask for: whatever has to be computed counts, what is kept does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.world.chats import JSON
from bot.local.world.people import Person, keyboard
from tests.handlers.conftest import AtOnce
from tests.handlers.pages import BREAD
from tests.telegram import Running

WAIT = "That is a lot of pages: please wait 60 minutes."


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Three digests an hour."""
    return replace(settings, digests_an_hour=3)


def page(number: int) -> str:
    return BREAD.replace("How bread", f"Film {number}: how bread")


async def test_each_edit_that_says_something_else_counts(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    pasted = ann.says(page(0))
    for number in (1, 1, 2, 3):
        await bot.idle()
        [shown] = telegram.said(ann.private)
        assert WAIT not in shown["text"]
        ann.edits(pasted, page(number))
    await bot.idle()
    [shown] = telegram.said(ann.private)
    assert shown["text"] == WAIT


async def test_what_is_kept_costs_nothing(telegram: Telegram, bot: Running, ann: Person) -> None:
    for _ in range(5):
        ann.pastes(page(0))
        await bot.idle()
    ann.says("/links")
    await bot.idle()
    assert WAIT not in [message["text"] for message in telegram.said(ann.private)]


def key_of(reply: JSON) -> str:
    """The key of the page that the buttons carry."""
    return str(keyboard(reply)[0][0]["callback_data"]).rpartition(":")[2]


async def test_each_length_that_was_not_computed_before_counts_forged_or_not(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.pastes(page(0))
    reply = await telegram.next_message(ann.private)
    notes = []
    for number in (1, 2, 3, 4, 1, 2):
        press = ann.press_data(reply, f"1:longer:{number}:{key_of(reply)}")
        await bot.idle()
        notes.append((await telegram.answer_to(press)).get("text"))
    assert notes == ["", "", WAIT, WAIT, "", ""]
    assert len(telegram.said(ann.private)) == 1


async def test_a_length_is_one_that_the_page_has(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.pastes(page(0))
    reply = await telegram.next_message(ann.private)
    lines = []
    for number in (0, 99_999, 7, 88_888, 1):
        ann.press_data(reply, f"1:longer:{number}:{key_of(reply)}")
        await bot.idle()
        lines.append(telegram.now(reply)["text"].count("\n0:"))
    assert lines == [1, 7, 7, 7, 1]


async def test_each_video_of_an_album_counts(telegram: Telegram, bot: Running, ann: Person) -> None:
    ann.sends_album([(f"film {n}.txt", page(n).encode()) for n in range(5)])
    await bot.idle()
    texts = [message["text"] for message in telegram.said(ann.private)]
    [refused] = [text for text in texts if WAIT in text]
    assert [f"film {n}.txt\u2069: {WAIT}" in refused for n in range(5)] == [False] * 3 + [True] * 2
    assert all(any(f"Film {n}:" in text for text in texts) for n in range(3))
    ann.sends_album([(f"more {n}.txt", page(n + 9).encode()) for n in range(2)])
    await bot.idle()
    assert telegram.said(ann.private)[-1]["text"] == WAIT


async def test_files_of_one_video_count_as_one(
    telegram: Telegram, at_once: AtOnce, ann: Person
) -> None:
    for film in range(3):
        ann.sends_album([(f"film {film}.{n}.txt", page(film).encode()) for n in ("en", "de")])
        await at_once()
    assert [WAIT in message["text"] for message in telegram.said(ann.private)] == [False] * 3


async def test_what_cannot_be_read_counts_too(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    for number in range(4):
        ann.sends_file("thing.bin", bytes(range(256)) + bytes([number]))
        await bot.idle()
    said = [message["text"] for message in telegram.said(ann.private)]
    assert [text == WAIT for text in said] == [False, False, False, True]
