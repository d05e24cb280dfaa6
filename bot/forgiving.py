"""A database whose errors are logged instead of raised."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Awaitable
from typing import TypeVar

from bot.database import Database, Row, Statement

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Forgiving:
    """What a caller uses that can go on without: after an error reading gives nothing.

    ``consequence`` says in the log what does not work; the first of a row of errors is logged.
    """

    def __init__(self, database: Database, consequence: str) -> None:
        self._database = database
        self._consequence = consequence
        self._in_trouble = False

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the lines of a result, or none."""
        return await self._attempt(self._database.read(sql, *values), [])

    async def write(self, *statements: Statement) -> list[int]:
        """Carry out all statements or none; return how many lines each changed, () for none."""
        changed = await self._attempt(self._database.write(*statements), [])
        self._in_trouble = self._in_trouble and not changed
        return changed

    async def used(self) -> int:
        """Return the bytes in use, or 0."""
        return await self._attempt(self._database.used(), 0)

    async def scrub(self) -> None:
        """Take what was removed out of the write-ahead log too."""
        await self._attempt(self._database.scrub(), None)

    def say(self, problem: object) -> None:
        """Log the first of a row of problems."""
        if not self._in_trouble:
            logger.warning("%s: %s", self._consequence, problem)
        self._in_trouble = True

    async def _attempt(self, work: Awaitable[T], otherwise: T) -> T:
        try:
            return await work
        except (sqlite3.Error, OSError) as problem:
            self.say(problem)
            return otherwise
