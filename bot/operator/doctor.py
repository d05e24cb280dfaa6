"""Checks of everything that the bot needs, before it runs or while it does."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.config import Settings
from bot.errors import InUseError, StorageError
from bot.storage.inbox import Inbox, inbox_path
from bot.storage.store import Bounds, Store
from bot.work.workers import Limits, Workers
from handlers.protocols import JobFailedError
from summarizer import read_page
from summarizer.model import UnreadableError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in one line."""

    what: str
    is_well: bool
    detail: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.is_well else 'FAIL'} {self.what:<10} {self.detail}"


async def examine(settings: Settings, request: BaseRequest | None = None) -> AsyncIterator[Finding]:
    """Yield what is found, one thing after another; a database is made where there is none.

    ``request`` is the way to Telegram, when it is not the network.
    """
    yield _versions()
    for finding in await _telegram(settings, request):
        yield finding
    yield await _database(settings)
    yield await _workers(settings)
    yield _free_space(settings)


def _versions() -> Finding:
    parts = {name: version(name) for name in ("video-digest-bot", "python-telegram-bot")}
    parts |= {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    return _well("versions", ", ".join(f"{name} {one}" for name, one in parts.items()))


async def _telegram(settings: Settings, request: BaseRequest | None) -> tuple[Finding, Finding]:
    """Ask Telegram who the bot is: that needs the network first, then a right token."""
    try:
        async with Bot(
            settings.telegram_bot_token,
            settings.telegram_base_url,
            settings.telegram_base_file_url,
            request=request,
        ) as bot:
            name = f"@{bot.username}"
    except InvalidToken:
        refused = "Telegram does not know it: ask @BotFather for a new one"
        return _well("network", _ANSWERS), _ill("token", refused)
    except TelegramError as problem:
        missing = _ill("network", f"Telegram cannot be reached: {type(problem).__name__}")
        return missing, _ill("token", "not tried, without a network")
    return _well("network", _ANSWERS), _well("token", name)


async def _database(settings: Settings) -> Finding:
    path = settings.database_path
    try:
        async with Store.open(path, Bounds()), Inbox.open(inbox_path(path), lambda _: False):
            return _well("database", f"{path} can be written")
    except InUseError:
        return _well("database", f"{path} is in use, by the running bot")
    except StorageError as problem:
        return _ill("database", str(problem))


async def _workers(settings: Settings) -> Finding:
    limits = Limits(1, settings.job_seconds, settings.job_mb)
    try:
        async with Workers(limits) as workers:
            await workers.run(read_page, _PAGE)
    except (JobFailedError, UnreadableError) as problem:
        return _ill("workers", f"a small page cannot be read: {problem}")
    return _well("workers", f"a page was read, {settings.workers} will be at work")


def _free_space(settings: Settings) -> Finding:
    place = settings.database_path.absolute().parent
    while not place.exists():
        place = place.parent
    free, needed = shutil.disk_usage(place).free // 2**20, settings.database_mb + _INBOX_MB
    return (_well if free >= needed else _ill)(
        "free space", f"{free} MB, up to {needed} MB are needed"
    )


def _well(what: str, detail: str) -> Finding:
    return Finding(what, is_well=True, detail=detail)


def _ill(what: str, detail: str) -> Finding:
    return Finding(what, is_well=False, detail=detail)


_ANSWERS: Final = "Telegram answers"
_INBOX_MB: Final = 200  # the inbox, and the logs that SQLite writes ahead
_PAGE: Final = "How Bees Spend the Winter\n\n0:00 Bees do not sleep.\n0:04 They shiver.\n"
