"""What the bot does for its operator beside the conversation, as far as the settings ask for it."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from bot.config import Settings
from bot.errors import SettingsError
from bot.operator.backups import keep_backups
from bot.operator.parts import Parts
from bot.operator.stats import stats_of_running
from bot.telegram.probes import Probes

logger = logging.getLogger(__name__)

LEAST_FREE_MB: Final = 256
"""Below so much free space the operator is told: soon nothing can be kept any more."""

LOOK_SECONDS: Final = 60.0


@asynccontextmanager
async def in_background(settings: Settings, probes: Probes, parts: Parts) -> AsyncIterator[None]:
    """Serve figures, make backups, look at the disk, until the block ends.

    Raises:
        SettingsError: the port for whoever watches cannot be had, or backups that cannot be made
            are asked for.
    """
    if settings.backup_every and settings.database_url:
        raise SettingsError("BACKUP_EVERY copies a file: in Postgres, leave it empty; see backup")
    async with AsyncExitStack() as stack:
        if settings.metrics_port:  # what it needs is imported only then
            from bot.operator.watch.exposition import Exposition
            from bot.operator.watch.server import watched

            stats = partial(stats_of_running, parts)
            await stack.enter_async_context(watched(settings, probes, Exposition(parts), stats))
        chores = [watch_disk(partial(free_megabytes, settings.database_path.absolute().parent))]
        if settings.backup_every:
            chores.append(keep_backups(settings))
        for chore in chores:
            stack.callback(asyncio.ensure_future(chore).cancel)
        yield


def free_megabytes(folder: Path) -> int:
    """Return how much may still be written where the folder lies."""
    return shutil.disk_usage(folder).free // 2**20


async def watch_disk(
    free_now: Callable[[], int], sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
) -> NoReturn:
    """Log when the disk begins to be full, and when it is no more."""
    was_full = False
    while True:
        free = free_now()
        if (is_full := free < LEAST_FREE_MB) and not was_full:
            logger.error("the disk is nearly full: %d MB are free", free)
        elif was_full and not is_full:
            logger.info("the disk has room again: %d MB are free", free)
        was_full = is_full
        await sleep(LOOK_SECONDS)
