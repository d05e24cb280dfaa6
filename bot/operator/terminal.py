"""What an operator asks in a terminal: the settings in force, and the commands of the console."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import fields
from functools import partial
from pathlib import Path

import httpx

from bot.config import SECRETS, Settings, read_settings
from bot.environment import credentials, file_name
from bot.errors import StorageError
from bot.operator.console import Console
from bot.operator.reload import READ_AGAIN
from bot.operator.stats import stats_of_store
from bot.storage.bot_schema import store_in_postgres
from bot.storage.database import is_owned
from bot.storage.store import Bounds, Store

RUNNING_SECONDS = 5.0
"""So long the running bot may take to say what it has counted."""


def in_force(environment: Mapping[str, str], dotenv: Path) -> Iterator[str]:
    """Yield a line a setting: its value, and where that stands; secrets are masked.

    Raises:
        SettingsError: one is missing or misspelt, or its value cannot be.
    """
    settings = read_settings(environment, dotenv)
    default = Settings("")
    for entry in fields(Settings):
        name, value = entry.name.upper(), getattr(settings, entry.name)
        where = _where(name, environment, is_default=value == getattr(default, entry.name))
        again = " *" if entry.name in READ_AGAIN else ""
        yield f"{name}={_shown(value, is_secret=not entry.repr)}  ({where}){again}"
    yield "* is read again from .env at SIGHUP; the others at a start"


async def administer(settings: Settings, command: str, argument: str) -> str:
    """Carry out a command of the console on the database, also while the bot runs.

    Raises:
        StorageError: there is no database, or it cannot be used.
    """
    async with _store(settings) as store:
        await store.bans.refresh()
        stats = partial(_stats, settings, store)
        console = Console(settings.admins, store.bans, stats, store.forget)
        return await console.carry_out(command, argument)


def _store(settings: Settings) -> AbstractAsyncContextManager[Store]:
    """The store, beside the process that runs."""
    path, bounds = settings.database_path, Bounds(settings.retention_days, settings.database_mb)
    if settings.database_url:
        return store_in_postgres(settings.database_url, settings.telegram_bot_token, bounds)
    if not path.exists():
        raise StorageError(f"there is no database {path}: start the bot once, or set DATABASE_PATH")
    return Store.open(path, bounds, beside=True)


def _where(name: str, environment: Mapping[str, str], *, is_default: bool) -> str:
    if environment.get(name, "").strip() or environment.get(file_name(name), "").strip():
        return "environment"
    if file_name(name) in credentials(environment, SECRETS):
        return "credential"
    return "default" if is_default else ".env"


def _shown(value: object, *, is_secret: bool) -> str:
    """The value as it is written in ``.env``."""
    if is_secret:
        return "***" if value else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ",".join(map(str, sorted(value)))
    if isinstance(value, tuple):
        return ",".join(":".join(map(str, pair)) for pair in value)
    return str(value or "")


async def _stats(settings: Settings, store: Store) -> str:
    """What the running bot has counted, where it has a port to ask; else what is kept."""
    if not settings.database_url and not is_owned(settings.database_path):
        return "\n".join(["The bot does not run.", *await stats_of_store(store)])
    if not settings.metrics_port:
        note = "With METRICS_PORT set, what the running bot has counted stands here too."
        return "\n".join([*await stats_of_store(store), note])
    url = f"http://{settings.metrics_listen}:{settings.metrics_port}/stats"
    async with httpx.AsyncClient(trust_env=False, timeout=RUNNING_SECONDS) as client:
        try:
            return (await client.get(url)).raise_for_status().text.strip()
        except httpx.HTTPError as problem:
            note = f"{url} does not answer: {type(problem).__name__}"
            return "\n".join([*await stats_of_store(store), note])
