"""The whole program as an operator runs it: a process, a socket, signals, exit statuses."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import psutil
import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.errors import RivalError
from bot.local.errors import BotApiError
from bot.local.server import Site, serving
from bot.local.telegram import TOKEN, Telegram
from bot.local.world.people import Person
from bot.storage.database import owned
from bot.storage.store_sql import SCHEMA
from bot.telegram.polling import RIVAL_SECONDS, Watch
from bot.telegram.retry import until_answered
from tests.bot.process import (
    PATIENCE,
    ROOT,
    at_work,
    environment,
    new_interpreter,
    program,
)
from tests.handlers.pages import BREAD

AT_WORK = "is at work"
BROKEN_PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog (Harbour) >>\nendobj\nstartxref\n9\n%%EOF\n"
EXAMPLE = (ROOT / "bot" / "example.txt").read_text(encoding="utf-8")


def people(telegram: Telegram, count: int) -> list[Person]:
    return [telegram.person(f"Guest {number}") for number in range(count)]


def calls_of(telegram: Telegram, method: str) -> int:
    return sum(call.method == method for call in telegram.calls)


async def test_a_paste_is_answered_and_the_log_of_a_debug_run_holds_no_word_of_it_nor_the_token(
    site: Site, tmp_path: Path
) -> None:
    [ann] = people(site.telegram, 1)
    settings = environment(site, tmp_path, LOG_LEVEL="DEBUG")
    async with program(settings, start=new_interpreter) as bot:
        await bot.writes(AT_WORK)
        ann.pastes(EXAMPLE, client="ios")
        reply = await site.telegram.next_message(ann.private)
        assert "29 comments" in reply["text"]
        ann.sends_file("talk.pdf", BROKEN_PDF)
        assert "PDF" in (await site.telegram.next_message(ann.private))["text"]
        press = ann.presses(reply, "Comments")
        await site.telegram.answer_to(press)
        site.telegram.faults.lose_call("sendMessage")
        ann.says("/start")
        await site.telegram.next_message(ann.private)
        assert "fail: Server disconnected" in await bot.writes("calls of")
        bot.signal_all(signal.SIGINT)  # Ctrl-C
        assert await bot.end() == 0
    assert "Traceback" not in bot.output
    secret, words = site.token.partition(":")[2], ("main street", "Harbour", "/start")
    assert not [word for word in (secret, *words) if word in bot.output]
    assert (tmp_path / "digest.sqlite3").stat().st_mode & 0o777 == 0o600


@pytest.mark.long
async def test_sigterm_under_load_stops_cleanly_and_the_rest_is_answered_after_the_next_start(
    site: Site, tmp_path: Path
) -> None:
    crowd = people(site.telegram, 12)
    async with at_work(site, tmp_path) as bot:
        site.telegram.faults.flood(3600, "sendMessage", times=len(crowd))
        for number, person in enumerate(crowd):
            person.pastes(f"Film {number} about {EXAMPLE}")
        await site.telegram.until(lambda: calls_of(site.telegram, "sendMessage"))
        bot.child.send_signal(signal.SIGTERM)
        assert await bot.stop() == 0  # told twice
        assert "Traceback" not in bot.output
    site.telegram.faults.clear()
    assert not any(site.telegram.said(person.private) for person in crowd)
    async with at_work(site, tmp_path) as bot:
        for number, person in enumerate(crowd):
            await site.telegram.until(lambda p=person: site.telegram.said(p.private))  # type: ignore[misc]
            [reply] = site.telegram.said(person.private)
            assert f"Film {number} about" in reply["text"]
        assert await bot.stop() == 0


async def test_a_telegram_that_takes_calls_and_answers_none_keeps_no_stop_and_loses_nothing(
    site: Site, tmp_path: Path
) -> None:
    crowd = people(site.telegram, 6)
    async with at_work(site, tmp_path) as bot:
        for number, person in enumerate(crowd):
            person.pastes(f"Film {number} about {EXAMPLE}")
        world = site.telegram.world
        await site.telegram.until(lambda: not len(world.updates), "all to be on disk")
        site.telegram.faults.fall_silent()
        assert await bot.stop() == 0
        assert "Traceback" not in bot.output
    site.telegram.faults.clear()
    assert not any(site.telegram.said(person.private) for person in crowd)
    async with at_work(site, tmp_path):
        for number, person in enumerate(crowd):
            reply = await site.telegram.next_message(person.private)
            assert f"Film {number} about" in reply["text"]
    assert [len(site.telegram.said(person.private)) for person in crowd] == [1] * len(crowd)


@pytest.mark.skipif(sys.platform != "linux", reason="needs another process's limits")
async def test_a_bot_on_a_full_disk_leaves_updates_with_telegram_and_says_so_once(
    site: Site, tmp_path: Path
) -> None:
    [ann] = people(site.telegram, 1)
    async with at_work(site, tmp_path) as bot:
        child = psutil.Process(bot.child.pid)
        limits = child.rlimit(psutil.RLIMIT_FSIZE)
        child.rlimit(psutil.RLIMIT_FSIZE, (1_024, limits[1]))
        ann.says(BREAD)
        await bot.writes("updates cannot be written, Telegram keeps them")
        before = calls_of(site.telegram, "getUpdates")
        await site.telegram.until(lambda: calls_of(site.telegram, "getUpdates") > before + 1)
        assert len(site.telegram.world.updates) == 1
        child.rlimit(psutil.RLIMIT_FSIZE, limits)
        await site.telegram.next_message(ann.private)
        assert await bot.stop() == 0
    assert bot.output.count("Telegram keeps them") == 1
    assert len(site.telegram.said(ann.private)) == 1


# A name server that does not answer holds a thread that nobody can end; the nine seconds are none.
WITHOUT_NAMES = "import socket, sys, threading, bot.service, bot.__main__; bot.service.STOP_SECONDS = 0.1; socket.getaddrinfo = lambda *_, **__: print('asked', flush=True) or threading.Event().wait(); sys.exit(bot.__main__.main([]))"  # noqa: E501


async def test_a_name_server_that_does_not_answer_keeps_no_stop(tmp_path: Path) -> None:
    telegram = Telegram()
    settings = environment(Site(telegram, TOKEN, port=9), tmp_path)
    settings["TELEGRAM_BASE_URL"] = "http://telegram.example/bot"
    async with program(settings, ("-c", WITHOUT_NAMES)) as bot:
        await bot.writes("asked")
        assert await bot.stop() == 0
    assert "is left behind" in bot.output
    telegram.close()


@asynccontextmanager
async def hanging_up(port: int) -> AsyncIterator[asyncio.Event]:
    """A host that breaks each connection; the event is set when somebody has called."""
    called = asyncio.Event()

    def hang_up(_: asyncio.StreamReader, caller: asyncio.StreamWriter) -> None:
        caller.close()
        called.set()

    async with await asyncio.start_server(hang_up, "127.0.0.1", port):
        yield called


async def test_a_bot_started_without_network_waits_for_it_and_can_be_stopped_meanwhile(
    tmp_path: Path,
) -> None:
    telegram = Telegram()
    telegram.patience = PATIENCE
    [ann] = people(telegram, 1)
    ann.says(BREAD)
    async with serving(Site(telegram, TOKEN)) as site:
        pass
    async with program(environment(site, tmp_path)) as bot:
        async with hanging_up(site.port) as called:
            await called.wait()
        assert await bot.stop() == 0
    async with program(environment(site, tmp_path)) as bot:
        async with hanging_up(site.port) as called:
            await called.wait()
        async with serving(site, site.port):
            reply = await telegram.next_message(ann.private)
            assert "How bread rises" in reply["text"]
            assert await bot.stop() == 0
    telegram.close()


async def test_a_call_that_must_come_through_is_repeated_until_telegram_answers() -> None:
    problems = [NetworkError("no route"), RetryAfter(7), InvalidToken(), NetworkError("no route")]
    slept: list[float] = []

    async def call() -> None:
        if problems:
            raise problems.pop(0)

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    await until_answered(call, sleep)
    assert slept == [1, 7, 14, 15]


# No test waits for half a minute: the child counts the half minute as over at once.
IMPATIENT = "import sys, bot.telegram.polling, bot.__main__; bot.telegram.polling.RIVAL_SECONDS = 0.0; sys.exit(bot.__main__.main([]))"  # noqa: E501


async def test_a_bot_whose_token_another_host_uses_too_gives_way_with_one_line_and_status_3(
    site: Site, tmp_path: Path
) -> None:
    async with program(environment(site, tmp_path), ("-c", IMPATIENT)) as bot:
        await bot.writes(AT_WORK)
        await site.telegram.until(lambda: site.telegram.calls[-1].method == "getUpdates")
        await site.telegram.call("getUpdates", {})
        assert await bot.end() == 3
    assert bot.output.splitlines()[-1] == "another process is running this bot with the same token"
    assert "Traceback" not in bot.output


def test_a_rival_is_given_half_a_minute_and_a_pause_begins_it_anew() -> None:
    moments = [0.0, 10.0, 29.0, 29.0 + 2 * RIVAL_SECONDS, 29.0 + 3 * RIVAL_SECONDS]
    clock = iter(moments)
    watch = Watch(lambda: next(clock))
    for _ in moments[:-1]:
        watch(Conflict("terminated by other getUpdates request"))
        watch(TimedOut())
    with pytest.raises(RivalError):
        watch(Conflict("terminated by other getUpdates request"))


@pytest.mark.parametrize(
    "refusal",
    [BotApiError(404, "Not Found: method not found"), BotApiError(400, "Bad Request: not here")],
)
async def test_a_server_that_lacks_the_ornaments_is_served_all_the_same(
    site: Site, tmp_path: Path, refusal: BotApiError
) -> None:
    for method in ("deleteWebhook", "setMyCommands", "sendChatAction", "answerCallbackQuery"):
        site.telegram.faults.refuse(refusal, method, times=99)
    [ann] = people(site.telegram, 1)
    async with at_work(site, tmp_path):
        ann.pastes(BREAD)
        reply = await site.telegram.next_message(ann.private)
        assert "7 sentences" in reply["text"]
        ann.presses(reply, "Links")
        await site.telegram.until(
            lambda: site.telegram.now(reply)["text"] != reply["text"], "the links to be shown"
        )


async def refusal(environment: dict[str, str]) -> str:
    """The one line with which the program refuses to start."""
    async with program(environment) as bot:
        assert await bot.end() == 2
    [line] = bot.output.splitlines()
    return line


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN is missing"),
        ({"TELEGRAM_BOT_TOKEN": "secret"}, "must look like"),
        ({"WEBHOOK_URL": "https://bot.example"}, "WEBHOOK_SECRET is missing"),
    ],
)
async def test_settings_that_cannot_be_are_refused_in_one_line(
    site: Site, tmp_path: Path, settings: dict[str, str], words: str
) -> None:
    line = await refusal(environment(site, tmp_path) | settings)
    assert words in line
    assert "secret" not in line


async def test_a_token_that_telegram_does_not_know_is_refused_in_one_line(
    site: Site, tmp_path: Path
) -> None:
    settings = environment(site, tmp_path, TELEGRAM_BOT_TOKEN="1:unknown", LOG_LEVEL="ERROR")
    assert "does not know TELEGRAM_BOT_TOKEN" in await refusal(settings)


async def test_a_database_in_use_or_of_a_newer_version_is_refused_in_one_line(
    site: Site, tmp_path: Path
) -> None:
    path = tmp_path / "digest.sqlite3"
    with owned(path):
        assert "in use by another process" in await refusal(environment(site, tmp_path))
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id = {SCHEMA.application}")
        database.execute("PRAGMA user_version = 99")
    assert "made by a newer version" in await refusal(environment(site, tmp_path))


async def test_doctor_and_backup_work_beside_the_running_bot(site: Site, tmp_path: Path) -> None:
    [ann] = people(site.telegram, 1)
    async with at_work(site, tmp_path):
        ann.says(BREAD)
        await site.telegram.next_message(ann.private)
        settings = environment(site, tmp_path)
        async with program(settings, ("-m", "bot", "doctor")) as doctor:
            assert await doctor.end() == 0
        async with program(settings, ("-m", "bot", "backup", "copy.sqlite3")) as backup:
            assert await backup.end() == 0
    assert "FAIL" not in doctor.output
    assert "@digest_bot" in doctor.output
    assert len(doctor.lines) > 6
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("SELECT count(*) FROM replies").fetchone() == (1,)
