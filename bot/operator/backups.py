"""Copies of the database that the bot makes by itself, the oldest of which go."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from time import time
from typing import Final, NoReturn

from bot.config import Settings
from bot.errors import StorageError
from bot.storage.backup import backup

logger = logging.getLogger(__name__)

AGAIN_SECONDS: Final = 600.0
"""So soon a copy that failed is tried again."""


async def keep_backups(
    settings: Settings,
    clock: Callable[[], float] = time,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> NoReturn:
    """Make a copy whenever the latest is old enough, which a restart does not change."""
    while True:
        due = _latest(settings) + settings.backup_every * _HOUR
        if due > clock():
            await sleep(due - clock())
            continue
        try:
            copy = await asyncio.to_thread(make_backup, settings, clock())
        except (StorageError, OSError) as problem:
            logger.error("no backup was made: %s", problem)  # noqa: TRY400 - a line is enough
            await sleep(AGAIN_SECONDS)
        else:
            logger.info("backup %s was made", copy.name)


def make_backup(settings: Settings, now: float) -> Path:
    """Copy the database into the folder, then remove the oldest copies; return the new one.

    Raises:
        StorageError: it could not be copied.
        OSError: the folder cannot be made, or an old copy not be removed.
    """
    folder = settings.backup_folder
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy = folder / f"{settings.database_path.stem}-{datetime.fromtimestamp(now, UTC):{_TIME}}"
    unfinished = copy.with_name(f"{copy.name}{_UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    backup(settings.database_path, unfinished)
    whole = unfinished.rename(f"{copy}{_ENDING}")
    for old in _copies(settings)[: -settings.backup_keep]:
        old.unlink()
    return whole


def _latest(settings: Settings) -> float:
    """When the latest copy was made, as its name says; 0.0 where there is none."""
    names = [copy.name for copy in _copies(settings)]
    if not names:
        return 0.0
    written = names[-1].removeprefix(f"{settings.database_path.stem}-")
    return datetime.strptime(written, f"{_TIME}{_ENDING}").replace(tzinfo=UTC).timestamp()


def _copies(settings: Settings) -> list[Path]:
    """The copies of this database, the oldest first: their names begin alike, then comes a time."""
    return sorted(settings.backup_folder.glob(f"{settings.database_path.stem}-{_TIMES}{_ENDING}"))


_HOUR: Final = 3_600
_TIME: Final = "%Y-%m-%dT%H-%M-%SZ"
_TIMES: Final = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]-[0-9][0-9]-[0-9][0-9]Z"
_ENDING: Final = ".sqlite3"
_UNFINISHED: Final = ".unfinished"
