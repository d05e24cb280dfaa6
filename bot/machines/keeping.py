"""The lease renewed in a thread of its own, however busy the process is."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from time import monotonic
from typing import Final

from bot.errors import StorageError
from bot.machines.lease import Lease
from bot.storage.database.postgres import PostgresDatabase

STILL_SECONDS: Final = 20.0
"""A loop that has not turned for so long has not only much to do: it hangs, and loses the lease."""
TURN_SECONDS: Final = 1.0

Open = Callable[[], AbstractAsyncContextManager[PostgresDatabase]]
"""The way to the database for one loop."""


async def keep_beside(lease: Lease, opened: Open) -> None:
    """Renew the lease until this is cancelled.

    Just after a takeover the loop has hundreds of updates to begin, and each turn of it takes its
    time; a renewal that needs several turns would come too late.

    Raises:
        LeaseLostError: another process has it, or the database was out of reach for too long.
    """
    turned, ended = [monotonic()], threading.Event()

    def is_wanted() -> bool:
        return not ended.is_set() and monotonic() - turned[0] < STILL_SECONDS

    turning = asyncio.create_task(_turn(turned))
    try:
        await asyncio.to_thread(lambda: asyncio.run(_keep(lease, opened, is_wanted, ended)))
    finally:
        ended.set()
        turning.cancel()


async def _turn(turned: list[float]) -> None:
    while True:
        turned[0] = monotonic()
        await asyncio.sleep(TURN_SECONDS)


async def _keep(
    lease: Lease, opened: Open, is_wanted: Callable[[], bool], ended: threading.Event
) -> None:
    while is_wanted() and lease.is_held:
        with suppress(StorageError):
            async with opened() as database:
                await lease.keep(database, is_wanted)
    while lease.is_held and not ended.is_set():  # noqa: ASYNC110 - another loop sets it
        await asyncio.sleep(TURN_SECONDS)
    if not ended.is_set():
        raise lease.lost
