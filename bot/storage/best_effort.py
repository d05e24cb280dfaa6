"""A database whose errors are logged instead of raised."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Final, TypeVar

from bot.errors import StorageError
from bot.storage.database import Database, Row, Statement

logger = logging.getLogger(__name__)

T = TypeVar("T")

QUIET_SECONDS: Final = 3_600.0
"""So long nothing has to go wrong before the next problem is a new one."""


class BestEffortDatabase:
    """For callers that can do without: after an error, reading gives nothing, writing does nothing.

    The first of a row of errors is logged, after ``consequence``, which says what does not work.
    """

    def __init__(
        self, database: Database, consequence: str, clock: Callable[[], float] = monotonic
    ) -> None:
        self._database = database
        self._consequence = consequence
        self._clock = clock
        self._latest = float("-inf")

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the lines of a result, or none."""
        return await self._attempt(self._database.read(sql, *values), [])

    async def write(self, *statements: Statement) -> list[int]:
        """Carry out all statements or none; return how many lines each changed, [] for none."""
        return await self._attempt(self._database.write(*statements), [])

    async def write_returning(self, sql: str, *values: object) -> list[Row]:
        """Carry out a statement that ends in RETURNING; return those lines, or none."""
        return await self._attempt(self._database.write_returning(sql, *values), [])

    async def version(self) -> object:
        """Return something that is another after another process has written, or None."""
        return await self._attempt(self._database.version(), None)

    async def used(self) -> int:
        """Return the bytes in use, or 0."""
        return await self._attempt(self._database.used(), 0)

    async def scrub(self) -> None:
        """Take what was removed out of the write-ahead log too."""
        await self._attempt(self._database.scrub(), None)

    def warn(self, problem: object) -> None:
        """Log the first of a row of problems."""
        now = self._clock()
        if now - self._latest > QUIET_SECONDS:
            logger.warning("%s: %s", self._consequence, problem)
        self._latest = now

    async def _attempt(self, work: Awaitable[T], otherwise: T) -> T:
        try:
            return await work
        except (sqlite3.Error, OSError, StorageError) as problem:
            self.warn(problem)
            return otherwise
