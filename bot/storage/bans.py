"""Who may not use the bot, kept in the database beside the pages."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Database, Statement

LOOK_SECONDS: Final = 1.0
"""Messages of one album follow each other at once: only the first waits for the database."""


class Bans:
    """The ids of people and groups that are not answered.

    Another process may change them, as ``python -m bot admin`` does: ``refresh`` sees that, at most
    once a second.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._tables = BestEffortDatabase(database, "who is banned cannot be read or written")
        self._clock = clock
        self._version: object = None
        self._looked = float("-inf")
        self.ids: frozenset[int] = frozenset()

    async def refresh(self) -> None:
        """Read them again where another process has written to the database since."""
        if monotonic() - self._looked < LOOK_SECONDS:
            return
        self._looked = monotonic()
        version = await self._tables.version()
        if version is not None and version != self._version:
            await self._read()
            self._version = version

    async def add(self, one: int) -> bool:
        """Ban a person or a group; whether that could be kept."""
        return await self._change(Statement(_INSERT, (one, self._clock())))

    async def remove(self, one: int) -> bool:
        """Let a person or a group use the bot again; whether it was banned."""
        return await self._change(Statement("DELETE FROM bans WHERE id = ?", (one,)))

    async def _change(self, statement: Statement) -> bool:
        changed = await self._tables.write(statement)
        await self._read()
        return any(changed)

    async def _read(self) -> None:
        rows = await self._tables.read("SELECT id FROM bans")
        self.ids = frozenset(one for (one,) in rows)


_INSERT: Final = """
    INSERT INTO bans (id, at) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at"""
