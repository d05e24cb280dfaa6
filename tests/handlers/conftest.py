"""The whole bot over the in-memory Telegram: real SQLite, real worker processes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from time import monotonic

import pytest

from bot.app import assembled
from bot.config import Settings
from bot.conversation import Processes
from bot.conversation import fetching as fetching_of
from bot.fetch.fetching import Fetching
from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from bot.local.world.people import Person
from bot.telegram.connection import Connection
from bot.telegram.rate_limiter import FairRateLimiter
from handlers.paste.loop import Loop
from tests.handlers.lending import lending, nothing_lent, workers_for
from tests.handlers.paste.manual_clock import ManualLoop
from tests.telegram import AnyApplication, Running, running

AtOnce = Callable[[], Awaitable[None]]


HASTE = 50
"""Times as fast as by the real clock."""


class Hasty:
    """The event loop with hasty timers; what is held is kept as long.

    None ends before the bot has taken in all that was sent: a busy machine is not hasty, and what
    was sent at one moment would come apart. ``application`` is whose fetched updates count.
    """

    def __init__(self, telegram: Telegram) -> None:
        self.application: AnyApplication | None = None
        self._telegram = telegram

    def time(self) -> float:
        return asyncio.get_running_loop().time()

    def call_later(self, delay: float, callback: Callable[[], object]) -> HastyTimer:
        return HastyTimer(delay / HASTE, callback, self.is_all_taken_in)

    def is_all_taken_in(self) -> bool:
        if len(self._telegram.world.updates):
            return False
        handed = self.application.update_queue._unfinished_tasks if self.application else 0  # type: ignore[attr-defined]  # noqa: SLF001 - join() would wait
        return not handed


class HastyTimer:
    """Calls back after so many seconds, or after as many again where it is not time yet."""

    def __init__(
        self, seconds: float, callback: Callable[[], object], is_time: Callable[[], bool]
    ) -> None:
        self._parts = seconds, callback, is_time
        self._begin()

    def cancel(self) -> None:
        self._handle.cancel()

    def _begin(self) -> None:
        self._handle = asyncio.get_running_loop().call_later(self._parts[0], self._end)

    def _end(self) -> None:
        _, callback, is_time = self._parts
        if is_time():
            callback()
        else:
            self._begin()


def hasty_limiter() -> FairRateLimiter:
    """The real rate limiter, by a hasty clock."""
    return FairRateLimiter(
        clock=lambda: monotonic() * HASTE, sleep=lambda seconds: asyncio.sleep(seconds / HASTE)
    )


@pytest.fixture(scope="package", autouse=True)
def shared_processes() -> Iterator[None]:
    """Of one test after another the usual conversations have the same worker processes."""
    with lending():
        yield


@pytest.fixture
def own_processes(shared_processes: None) -> Iterator[None]:
    """For a test that does something to worker processes: there are none but its own."""
    with nothing_lent():
        yield


@pytest.fixture
async def at_once(telegram: Telegram, settings: Settings) -> AsyncIterator[AtOnce]:
    """Lets the bot receive all that was sent, as if at one moment, and answer it."""
    held = ManualLoop()
    async with conversation(telegram, settings, held) as bot:

        async def answered() -> None:
            await bot.idle()
            held.pass_time(5)
            await bot.idle()

        yield answered


@pytest.fixture
def ann(telegram: Telegram) -> Person:
    return telegram.person("Ann")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The defaults, with a database of the test's own."""
    return Settings(TOKEN, database_path=tmp_path / "digest.sqlite3", workers=1)


@pytest.fixture
async def bot(telegram: Telegram, settings: Settings) -> AsyncIterator[Running]:
    """The bot, polling."""
    async with conversation(telegram, settings) as bot:
        yield bot


@asynccontextmanager
async def conversation(
    telegram: Telegram,
    settings: Settings,
    loop: Loop | None = None,
    limiter: FairRateLimiter | None = None,
    fetching: AbstractAsyncContextManager[Fetching] | None = None,
) -> AsyncIterator[Running]:
    """The bot from a start to a stop, hasty by default; the same settings again are a restart."""
    hasty = Hasty(telegram)
    parts = (
        Connection(settings, LocalRequest(telegram)),
        loop or hasty,
        limiter or hasty_limiter(),
    )
    processes = Processes(workers_for(settings), fetching or fetching_of(settings))
    async with assembled(settings, *parts, processes) as assembly:
        hasty.application = assembly.application
        async with running(assembly.application, telegram) as bot:
            yield bot
