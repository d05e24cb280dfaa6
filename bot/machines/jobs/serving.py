"""A process that does jobs for the bots of other machines, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Final, NoReturn

from bot.errors import OutageError
from bot.machines.jobs.calls import Calls
from bot.machines.jobs.claims import Claims
from bot.machines.jobs.consumer import Consumer
from bot.machines.jobs.functions import our_calls
from bot.machines.jobs.presence import Presence
from bot.machines.jobs.tables import JOBS, SCHEMA
from bot.storage.database import open_postgres
from bot.work.workers import Limits, Workers

if TYPE_CHECKING:
    from bot.storage.database.postgres import PostgresDatabase

logger = logging.getLogger(__name__)

STOP_SECONDS: Final = 9.0
LONGEST_PAUSE: Final = 8.0


async def serve_jobs(limits: Limits, url: str, calls: Calls | None = None) -> None:
    """Do jobs until SIGTERM or SIGINT; it ends within ``STOP_SECONDS``, whatever hangs.

    Raises:
        StorageError: the database cannot be used. Where it is not there, it is waited for.
        WorkersError: the worker processes cannot be started.
    """
    _heed_signals()
    with suppress(asyncio.CancelledError):
        await do_jobs(limits, url, calls or our_calls())
    logger.info("stopped")


async def do_jobs(limits: Limits, url: str, calls: Calls) -> NoReturn:
    """Do jobs until cancelled; raises as ``serve_jobs`` does."""
    async with AsyncExitStack() as stack:
        workers = await stack.enter_async_context(Workers(limits))
        database, presence = await _reached(stack, url, calls.version)
        consumer = Consumer(workers, calls, Claims(database, presence, calls.version))
        logger.info("%s takes jobs, %s at once", presence.id, limits.processes)
        await consumer.run(database, presence)


async def _reached(
    stack: AsyncExitStack, url: str, version: str
) -> tuple[PostgresDatabase, Presence]:
    """Enter the database, as soon as it is there."""
    pause = 1.0
    while True:
        try:
            opened = open_postgres(url, SCHEMA, (JOBS,))
            database = await stack.enter_async_context(opened)
            return database, await stack.enter_async_context(Presence(database, version))
        except OutageError as problem:
            logger.warning("%s; next try in %s s", str(problem), pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


def _heed_signals() -> None:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, task)


def _stop(task: asyncio.Task[None] | None) -> None:
    """Begin to end: in order if that can be, else by leaving behind what hangs."""
    if task:
        task.cancel()
    late = threading.Timer(STOP_SECONDS, os._exit, (0,))
    late.daemon = True
    late.start()
