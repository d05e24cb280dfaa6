"""Checks of everything that the bot needs, before it runs or while it does; nothing is changed."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from telegram import Bot, User, WebhookInfo
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot.config import Settings
from bot.errors import StorageError, WorkersError
from bot.fetch.terms import NO_LIBRARY, has_library
from bot.operator.postgres_check import look_at_postgres
from bot.storage import inbox_sql, store_sql
from bot.storage.database import Schema, check_sound, is_owned
from bot.storage.inbox import inbox_path
from bot.telegram.http import http_request
from bot.work.workers import Limits, Workers
from handlers.protocols import JobFailedError
from summarizer import read_page
from summarizer.model import UnreadableError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in one line."""

    what: str
    is_ok: bool
    detail: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.is_ok else 'FAIL'} {self.what:<10} {self.detail}"


async def examine(
    settings: Settings, request: BaseRequest | None = None, dotenv: Path = Path(".env")
) -> AsyncIterator[Finding]:
    """Yield what is found, one thing after another.

    ``request`` is the way to Telegram, when it is not the network; ``dotenv`` the file that the
    settings may stand in.
    """
    yield _versions()
    yield _secrets(settings, dotenv)
    yield _access(settings)
    for finding in await _telegram(settings, request):
        yield finding
    async for finding in _kept(settings):
        yield finding
    yield await _workers(settings)
    yield _fetching(settings)
    yield _free_space(settings)


def _versions() -> Finding:
    parts = {name: version(name) for name in ("video-digest-bot", "python-telegram-bot")}
    parts |= {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    return _ok("versions", ", ".join(f"{name} {one}" for name, one in parts.items()))


def _secrets(settings: Settings, dotenv: Path) -> Finding:
    """Whether a file beside the settings, or a copy of them, shows the token to others."""
    holders = [file for file in sorted(dotenv.parent.glob(".env*")) if _holds(file, settings)]
    open_to_all = [str(file) for file in holders if file.stat().st_mode & _OTHERS]
    if open_to_all:
        names = " ".join(open_to_all)
        return _fail("secrets", f"others can read the token: chmod 600 {names}")
    names = ", ".join(map(str, holders)) or "no file here"
    return _ok("secrets", f"{names} holds the token, others cannot read it")


def _holds(file: Path, settings: Settings) -> bool:
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return any(secret and secret in text for secret in settings.secrets)


def _access(settings: Settings) -> Finding:
    people, groups = len(settings.allowed_users), len(settings.allowed_chats)
    if not people and not groups:
        return _ok("access", "open to everybody: ALLOWED_USERS and ALLOWED_CHATS are empty")
    return _ok("access", f"ALLOWED_USERS names {people}, ALLOWED_CHATS {groups}; nobody else")


async def _telegram(settings: Settings, request: BaseRequest | None) -> Iterator[Finding]:
    """Ask Telegram who the bot is: that needs the network first, then a right token."""
    try:
        async with Bot(
            settings.telegram_bot_token,
            settings.telegram_base_url,
            settings.telegram_base_file_url,
            request=request or http_request(settings),
        ) as bot:
            name, info, me = f"@{bot.username}", await bot.get_webhook_info(), bot.bot
    except InvalidToken:
        refused = "Telegram does not know it: ask @BotFather for a new one"
        return iter((_ok("network", _ANSWERS), _fail("token", refused)))
    except TelegramError as problem:
        missing = _fail("network", f"Telegram cannot be reached: {type(problem).__name__}")
        return iter((missing, _fail("token", "not tried, without a network")))
    found = (_ok("network", _ANSWERS), _ok("token", name), _webhook(settings, info))
    return iter((*found, *_modes(settings, me)))


def _modes(settings: Settings, me: User) -> Iterator[Finding]:
    """Whether @BotFather's switches are on for the modes that the settings turn on."""
    modes = (
        ("GUEST_MODE", settings.guest_mode, me.supports_guest_queries, "Guest Mode"),
        ("INLINE_MODE", settings.inline_mode, me.supports_inline_queries, "Inline Mode"),
    )
    for setting, is_wanted, is_on, switch in modes:
        if is_wanted and is_on:
            yield _ok("modes", f"{setting}: @BotFather's switch is on")
        elif is_wanted:
            yield _fail(
                "modes", f"{setting}: switch {switch} on in @BotFather's settings of the bot"
            )


def _webhook(settings: Settings, info: WebhookInfo) -> Finding:
    """Whether updates come the way that the settings say, and nothing holds them up."""
    wanted, waiting = settings.webhook_address, info.pending_update_count
    state = f"{waiting} updates wait"
    if info.last_error_message:
        state += f", last error: {info.last_error_message}"
    if info.url != wanted:
        there = f"Telegram has {info.url or 'none'}, the settings {wanted or 'none'}"
        return _ok("webhook", f"{there}: changed when the bot starts; {state}")
    is_held_up = bool(wanted and info.last_error_message and waiting)
    where = wanted or "none, the bot asks for updates"
    return Finding("webhook", not is_held_up, f"{where}; {state}")


async def _kept(settings: Settings) -> AsyncIterator[Finding]:
    """Whether what is kept can be: in two files, or in Postgres."""
    if settings.database_url:
        async for what, is_ok, detail in look_at_postgres(settings):
            yield Finding(what, is_ok, detail)
        return
    yield _database("database", settings.database_path, store_sql.SCHEMA)
    yield _database("inbox", inbox_path(settings.database_path), inbox_sql.SCHEMA)


def _database(what: str, path: Path, schema: Schema) -> Finding:
    place = _place(path)
    try:
        check_sound(path, schema)
    except StorageError as problem:
        return _fail(what, str(problem))
    if not place.is_dir() or not os.access(path if path.exists() else place, os.W_OK):
        return _fail(what, f"{path} cannot be written")
    if is_owned(path):
        return _ok(what, f"{path} is in use, by the running bot")
    return _ok(what, f"{path} {'is sound' if path.exists() else 'will be made'}")


async def _workers(settings: Settings) -> Finding:
    try:
        async with Workers(Limits(1, settings.job_seconds, settings.job_mb)) as workers:
            await workers.run(read_page, _PAGE)
    except WorkersError as problem:
        return _fail("workers", str(problem))
    except (JobFailedError, UnreadableError) as problem:
        return _fail("workers", f"a small page cannot be read: {problem}")
    cores = _cores()
    if settings.workers > max(_FEW, _WORKERS_A_CORE * cores):
        return _fail(
            "workers", f"WORKERS is {settings.workers} on {cores} cores: one each is enough"
        )
    return _ok("workers", f"a page was read; {settings.workers} workers on {cores} cores")


def _fetching(settings: Settings) -> Finding:
    """Whether what opens links is there, and whether that is meant."""
    hosts = len(settings.fetch_hosts)
    if settings.fetch == "off":
        in_vain = "FETCH_HOSTS is set, but FETCH is off: open or all opens links"
        return _fail("fetching", in_vain) if hosts else _ok("fetching", "off: no link is opened")
    if not has_library(settings.fetch):
        return _fail("fetching", NO_LIBRARY)
    return _ok("fetching", f"{settings.fetch}; FETCH_HOSTS names {hosts}")


def _cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _free_space(settings: Settings) -> Finding:
    free = shutil.disk_usage(_place(settings.database_path)).free // 2**20
    needed = settings.database_mb + _INBOX_MB
    return (_ok if free >= needed else _fail)(
        "free space", f"{free} MB, up to {needed} MB are needed"
    )


def _place(path: Path) -> Path:
    """Where the file lies, or the nearest folder above it that is there already."""
    return next(parent for parent in path.absolute().parents if parent.exists())


def _ok(what: str, detail: str) -> Finding:
    return Finding(what, is_ok=True, detail=detail)


def _fail(what: str, detail: str) -> Finding:
    return Finding(what, is_ok=False, detail=detail)


_OTHERS: Final = 0o077
_FEW: Final = 2  # the default, and no burden for one core
_WORKERS_A_CORE: Final = 2
_ANSWERS: Final = "Telegram answers"
_INBOX_MB: Final = 200  # the inbox, and the logs that SQLite writes ahead
_PAGE: Final = "How Bees Spend the Winter\n\n0:00 Bees do not sleep.\n0:04 They shiver.\n"
