"""The whole bot over the in-memory Telegram: real SQLite, real worker processes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.app import opened
from bot.config import Settings
from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from tests.telegram import Running, running


class Hasty:
    """The event loop with timers that run fifty times as fast."""

    def time(self) -> float:
        return 50 * asyncio.get_running_loop().time()

    def call_later(self, delay: float, callback: Callable[[], object]) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(delay / 50, callback)

    def create_task(self, coro: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return asyncio.get_running_loop().create_task(coro)


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
async def conversation(telegram: Telegram, settings: Settings) -> AsyncIterator[Running]:
    """The bot from a start to a stop; the same settings again are a restart."""
    async with (
        opened(settings, LocalRequest(telegram), Hasty()) as application,
        running(application, telegram) as bot,
    ):
        yield bot
