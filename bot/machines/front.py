"""One of the processes of a bot: it stands by until it holds the lease, then it is the front."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final
from uuid import uuid4

from bot.errors import StorageError
from bot.machines.fencing import FencedDatabase
from bot.machines.keeping import Open, keep_beside
from bot.machines.lease import Lease
from bot.storage.database.postgres import PostgresDatabase

logger = logging.getLogger(__name__)

CHANNEL: Final = "lease"
LOOK_SECONDS: Final = 1.0


class Front:
    """Whether this process answers; ``fenced`` is the database of whoever does.

    ``opened`` is another way to the same database, by which the lease is kept.
    """

    def __init__(self, database: PostgresDatabase, opened: Open) -> None:
        self.lease = Lease(database, f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}")
        self.fenced = FencedDatabase(database, self.lease)
        self._database = database
        self._opened = opened
        self._said = ""
        self._keeping: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def held(self, meanwhile: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
        """Hold the lease until the block ends, once it is free; then another may take it at once.

        ``meanwhile`` is called each second before.
        """
        while not await self._has_acquired():
            await meanwhile()
            await self._database.notified(CHANNEL, LOOK_SECONDS)
        logger.info("epoch %s: this process answers now", self.lease.epoch)
        keeping = self._keeping = asyncio.create_task(keep_beside(self.lease, self._opened))
        try:
            yield
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
            await self._release()

    async def lost(self) -> None:
        """Wait for the end of the lease.

        Raises:
            LeaseLostError: another process has it, or may have it.
        """
        if self._keeping:
            await asyncio.shield(self._keeping)

    async def problem(self) -> str:
        """Return what keeps a process from standing by, in a line; "" for nothing."""
        try:
            await self._database.read("SELECT 1")
        except StorageError:
            return "the database is not reached"
        return ""

    async def _has_acquired(self) -> bool:
        try:
            return await self.lease.acquire()
        except StorageError as problem:
            if str(problem) != self._said:
                logger.warning("this process stands by: %s", problem)
            self._said = str(problem)
            return False

    async def _release(self) -> None:
        if self.lease.is_held:
            with suppress(StorageError):
                await self.lease.release()
                await self._database.notify(CHANNEL)
