"""Trouble with Telegram, with the disk, with people: what the whole bot does about it."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.local.errors import BotApiError, forbidden
from bot.local.telegram import Telegram
from bot.local.text.cutters import cut
from bot.local.world.chats import JSON
from bot.local.world.people import Person, labels
from bot.storage.inbox import inbox_path
from bot.telegram.rate_limiter import Answer, FairRateLimiter
from tests.bot.process import ROOT
from tests.handlers.conftest import bot, conversation, settings
from tests.handlers.pages import BEES, BREAD
from tests.handlers.paste.manual_clock import ManualLoop
from tests.telegram import Running

__all__ = ["bot", "settings"]

EXAMPLE = (ROOT / "bot" / "example.txt").read_text(encoding="utf-8")


@pytest.fixture
async def paced(telegram: Telegram, settings: Settings) -> AsyncIterator[Running]:
    """The bot with its rate limiter by the real clock."""
    async with conversation(telegram, settings, limiter=FairRateLimiter()) as bot:
        yield bot


def replies(telegram: Telegram, person: Person) -> list[str]:
    return [message["text"] for message in telegram.said(person.private)]


def left_open(settings: Settings) -> int:
    """The updates that still take a place in the inbox."""
    with closing(sqlite3.connect(inbox_path(settings.database_path))) as inbox:
        open_ones = "SELECT count(*) FROM updates WHERE json IS NOT NULL AND done IS NULL"
        [[count]] = inbox.execute(open_ones)
    return int(count)


@pytest.mark.parametrize("times", [1, 2, 4, 9])
async def test_errors_of_the_server_and_lost_calls_delay_an_answer_and_no_more(
    telegram: Telegram, bot: Running, settings: Settings, times: int
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    telegram.faults.break_down("sendMessage", times=times, chat=ann.private.id)
    telegram.faults.lose_call("sendMessage", times=times, chat=ben.private.id)
    ann.pastes(BREAD)
    ben.pastes(BREAD)
    await bot.idle()
    assert [len(replies(telegram, person)) for person in (ann, ben)] == [1, 1]
    assert left_open(settings) == 0


async def test_when_the_answer_of_telegram_is_lost_one_identical_reply_may_repeat_and_no_more(
    telegram: Telegram, bot: Running, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    telegram.faults.lose_answer("sendMessage")
    ann.pastes(BREAD)
    await bot.idle()
    [first, again] = replies(telegram, ann)
    assert first == again
    assert left_open(settings) == 0


async def test_the_buttons_work_under_both_replies_when_one_was_repeated(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    telegram.faults.lose_answer("sendMessage")
    ann.pastes(BREAD)
    await bot.idle()
    twins = telegram.said(ann.private)
    assert len(twins) == 2
    for twin in twins:
        ann.presses(twin, "Comments")
        await bot.idle()
        assert labels(telegram.now(twin)) == ["Back"]


async def test_a_chat_that_is_told_to_wait_keeps_nobody_else_waiting(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    telegram.faults.flood(3600, "sendMessage", chat=ann.private.id)
    ann.pastes(BREAD)
    await telegram.until(lambda: any(c.method == "sendMessage" for c in telegram.calls))
    ben.pastes(BEES)
    assert "How bees fly home" in (await telegram.next_message(ben.private))["text"]
    assert replies(telegram, ann) == []


async def test_one_who_floods_the_bot_keeps_nobody_else_waiting(
    telegram: Telegram, paced: Running
) -> None:
    flooder, ben = telegram.person("Flo"), telegram.person("Ben")
    for _ in range(60):
        flooder.says("/help")
    ben.pastes(BREAD)
    await telegram.next_message(ben.private)
    assert len(replies(telegram, flooder)) < 60


class Patient(FairRateLimiter):
    """Time stands still until so many edits were asked for; then nobody waits any more."""

    def __init__(self, edits: int) -> None:
        super().__init__(lambda: self.now, self._sleep_on)
        self.now = 0.0
        self._missing = edits
        self._all_asked = asyncio.Event()

    async def process_request(self, **request: Any) -> Answer:  # type: ignore[override] # noqa: ANN401 - as in the library
        self._missing -= request["endpoint"].startswith("edit")
        if not self._missing:
            self._all_asked.set()
        return await super().process_request(**request)

    async def _sleep_on(self, seconds: float) -> None:
        await self._all_asked.wait()
        self.now += seconds


async def test_many_presses_at_once_are_all_answered_and_their_edits_become_few(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, settings, limiter=Patient(edits=9)) as bot:
        ann.pastes(BREAD)
        reply = await telegram.next_message(ann.private)
        await bot.idle()
        presses = [ann.presses(reply, label) for label in ("Longer", "Links", "Comments") * 3]
        await bot.idle()
    assert all(press["answer"] for press in presses)
    edits = [call for call in telegram.calls if call.method == "editMessageText"]
    assert len(edits) < len(presses)
    assert telegram.said(ann.private) == [telegram.now(reply)]
    assert left_open(settings) == 0


async def test_a_half_page_answered_before_a_restart_takes_its_late_part_after_it(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    first, *rest = cut(EXAMPLE, "android")
    async with conversation(telegram, settings) as bot:
        ann.says(first)
        await bot.idle()
    assert len(replies(telegram, ann)) == 1
    for part in rest:
        ann.says(part)
    async with conversation(telegram, settings, asyncio.get_running_loop()) as bot:
        await bot.idle()
    [reply] = replies(telegram, ann)
    assert "29 of 29 comments" in reply


async def test_whatever_happens_to_an_update_it_leaves_the_inbox(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, replace(settings, max_parts=2)) as bot:
        paste = ann.says(BREAD)
        ann.edits(paste, BREAD)  # its link preview came
        for number in range(9):  # an edit that is overtaken by the next
            ann.edits(paste, f"{BREAD}\n0:4{number}\nThe crust sings while the loaf cools.")
        await bot.idle()
        for part in range(5):  # more parts than are read
            ann.says(f"Part {part}: " + "word " * 800)
        ann.says("/unknown")
        ann.sends({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}})
        ann.press_data(telegram.said(ann.private)[0], "forged")
        await bot.idle()
    assert left_open(settings) == 0


@pytest.mark.parametrize(
    "refusal",
    [
        BotApiError(400, "Bad Request: not enough rights to send text messages to the chat"),
        forbidden("bot was kicked from the group chat"),
    ],
)
async def test_a_chat_in_which_the_bot_may_not_write_fills_no_inbox(
    telegram: Telegram, bot: Running, settings: Settings, refusal: BotApiError
) -> None:
    ann = telegram.person("Ann")
    club = telegram.group("Film club", ann)
    telegram.faults.refuse(refusal, "sendMessage", times=99, chat=club.id)
    ann.says(f"/digest {BREAD}", club)
    ann.says("/digest", club)
    ann.says("/help", club)
    await bot.idle()
    assert telegram.said(club) == []
    assert left_open(settings) == 0


async def test_who_asks_in_a_group_where_the_bot_may_not_write_is_told_in_private(
    telegram: Telegram, bot: Running, settings: Settings
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben", started=False)
    club = telegram.group("Film club", ann, ben)
    refusal = BotApiError(400, "Bad Request: not enough rights to send text messages to the chat")
    telegram.faults.refuse(refusal, "sendMessage", times=99, chat=club.id)
    ann.says(f"/digest {BREAD}", club)
    ben.says("/help", club)
    await bot.idle()
    [told] = replies(telegram, ann)
    assert "does not let me write in that group" in told
    assert replies(telegram, ben) == []
    assert left_open(settings) == 0


async def test_an_answer_for_which_the_token_is_refused_is_given_later(
    telegram: Telegram, bot: Running, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    telegram.faults.refuse(BotApiError(401, "Unauthorized"), "sendMessage", times=2)
    ann.pastes(BREAD)
    await bot.idle()
    assert len(replies(telegram, ann)) == 1
    assert left_open(settings) == 0


GONE = pytest.mark.parametrize(
    "words", ["MESSAGE_ID_INVALID", "message to edit not found", "message can't be edited"]
)


@GONE
async def test_a_digest_that_cannot_take_the_place_of_receiving_is_a_message_of_its_own(
    telegram: Telegram, settings: Settings, words: str
) -> None:
    ann, held = telegram.person("Ann"), ManualLoop()
    async with conversation(telegram, settings, held) as bot:
        ann.pastes(f"{BREAD}\n" + "0:50\nThe crust sings while the loaf cools.\n" * 300)
        await bot.idle()
        telegram.faults.refuse(BotApiError(400, f"Bad Request: {words}"), "editMessageText")
        held.pass_time(5)
        await bot.idle()
    [receiving, digest] = replies(telegram, ann)
    assert receiving.startswith("Receiving")
    assert "How bread rises" in digest


@GONE
async def test_a_press_on_a_reply_that_cannot_be_changed_is_answered_by_a_new_one(
    telegram: Telegram, bot: Running, words: str
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    for _ in range(2):
        telegram.faults.refuse(BotApiError(400, f"Bad Request: {words}"), "editMessageText")
        ann.presses(reply, "Comments")
        await bot.idle()
    [_, new] = telegram.said(ann.private)
    assert labels(new) == ["Back"]
    ann.presses(new, "Back")
    await bot.idle()
    assert labels(telegram.now(new)) == labels(reply)


async def test_a_press_that_is_too_old_to_be_answered_brings_no_apology(
    telegram: Telegram, bot: Running, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    await bot.idle()
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    telegram.faults.refuse(BotApiError(400, old), "answerCallbackQuery")
    ann.presses(reply, "Comments")
    await bot.idle()
    assert len(replies(telegram, ann)) == 1
    assert any(call.method == "editMessageText" for call in telegram.calls)


async def test_a_group_that_writes_much_takes_no_memory_of_what_is_overheard(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    club = telegram.group("Film club", ann)
    ann.promotes_bot(club)
    before = len(telegram.calls)
    for number in range(20):
        ann.says(f"talk {number}", club)
    await bot.idle()
    assert not [c for c in list(telegram.calls)[before:] if c.method != "getUpdates"]


def damage(path: Path) -> None:
    """Overwrite the file, as a bad disk does, so that whoever has it open has to read it."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE ballast AS SELECT 1")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    head = path.read_bytes()[:100]  # by which it is known as ours
    path.write_bytes(head + os.urandom(64) * 640)


async def answered(telegram: Telegram, bot: Running, person: Person, page: str) -> JSON:
    before = len(telegram.said(person.private))
    person.pastes(page)
    await bot.idle()
    [*_, last] = said = telegram.said(person.private)
    assert len(said) == before + 1
    return last


@pytest.mark.parametrize("which", ["cache", "inbox"])
async def test_a_damaged_file_at_the_start_is_kept_aside_and_said_once(
    telegram: Telegram, settings: Settings, caplog: pytest.LogCaptureFixture, which: str
) -> None:
    ann = telegram.person("Ann")
    path = settings.database_path if which == "cache" else inbox_path(settings.database_path)
    async with conversation(telegram, settings) as bot:
        await answered(telegram, bot, ann, BREAD)
    damage(path)
    async with conversation(telegram, settings) as bot:
        await answered(telegram, bot, ann, BEES)
        await answered(telegram, bot, ann, BREAD)
    assert path.with_name(f"{path.stem}.damaged{path.suffix}").exists()
    assert complaints(caplog) == [f"{path.name} is damaged"]


async def test_files_damaged_under_the_running_bot_stop_no_answer_and_are_said_once(
    telegram: Telegram, bot: Running, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person("Ann")
    await answered(telegram, bot, ann, BREAD)
    cache, inbox = settings.database_path, inbox_path(settings.database_path)
    for path in (cache, inbox):
        damage(path)
        for insect in ("ants", "flies", "wasps"):
            await answered(telegram, bot, ann, BEES.replace("bees", f"{insect} in {path.name}"))
    said = complaints(caplog)
    # Which reader or writer of a file meets the damage first is chance.
    assert said[0::2] == [f"{cache.name} is damaged", f"{inbox.name} is damaged"]
    assert said[1] in (
        "the cache does not work",
        "what is chosen for chats cannot be read or kept",
        "who is banned cannot be read or written",
    )
    assert said[3:] in (["updates cannot be written"], ["an answer may be repeated"])


async def test_a_cache_without_any_room_stops_no_answer_and_is_said_once(
    telegram: Telegram, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person("Ann")
    lines = [f"0:{n:02}\nThe loaf rises {n} times " + "and" * 12_000 for n in range(40)]
    async with conversation(telegram, replace(settings, database_mb=1)) as bot:
        for title in ("First", "Second", "Third"):
            page = "\n".join([f"{title} loaf\nBakery\nTranscript", *lines])
            ann.sends_file("page.txt", page.encode())
            await bot.idle()
    assert len(replies(telegram, ann)) == 3
    assert complaints(caplog) == ["the cache does not work"]


def complaints(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The beginnings of warnings, files without their folders."""
    ours = [r for r in caplog.records if r.name.startswith(("bot", "handlers"))]
    said = [r.getMessage() for r in ours if r.levelno >= logging.WARNING]
    return [re.split("[:,]", re.sub(r"^database /\S*/", "", line))[0] for line in said]
