"""What the next front has to know of this one: its sends of a minute, its digests of an hour."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from time import monotonic
from typing import Final, NoReturn, Protocol

from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Database, Statement
from handlers.protocols import FencedError

NOTE_SECONDS: Final = 1.0
CLEAN_SECONDS: Final = 10.0


class Limiter(Protocol):
    """Whose sends are noted."""

    note: Callable[[int | str], object]

    def resume(self, sends: Iterable[tuple[int, float, int]]) -> None:
        """Go on where another process stopped."""


class Quota(Protocol):
    """Whose counts are noted."""

    note: Callable[[int], object]

    def resume(self, counted: Iterable[tuple[int, float]]) -> None:
        """Go on where another process stopped."""


class Handover:
    """Notes in the database what a limiter and a quota count, once a second."""

    def __init__(self, database: Database, limiter: Limiter, quota: Quota) -> None:
        self._tables = BestEffortDatabase(database, "limits are not known after a takeover")
        self._limiter = limiter
        self._quota = quota
        self._sends: Counter[int] = Counter()
        self._counted: Counter[int] = Counter()
        self._cleaned = float("-inf")

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Go on from what the former front noted; note until the block ends, and then once more."""
        self._limiter.resume(await self._tables.read(_SENDS))
        self._quota.resume(await self._tables.read(_COUNTED))
        self._limiter.note, self._quota.note = self._note_send, self._note_count
        noting = asyncio.ensure_future(self._keep_noting())
        try:
            yield
        finally:
            noting.cancel()
            await asyncio.gather(noting, return_exceptions=True)
            self._cleaned = float("-inf")
            with suppress(FencedError):
                await self._write()

    def _note_send(self, chat: int | str) -> None:
        if isinstance(chat, int):
            self._sends[chat] += 1

    def _note_count(self, who: int) -> None:
        self._counted[who] += 1

    async def _keep_noting(self) -> NoReturn:
        while True:
            await asyncio.sleep(NOTE_SECONDS)
            await self._write()

    async def _write(self) -> None:
        """Write what was noted since, and now and then remove what counts for nobody any more."""
        sends, self._sends = self._sends, Counter()
        counted, self._counted = self._counted, Counter()
        statements = [
            Statement(insert, ([*noted], [*noted.values()]))
            for insert, noted in ((_INSERT_SENDS, sends), (_INSERT_COUNTED, counted))
            if noted
        ]
        if monotonic() - self._cleaned >= CLEAN_SECONDS:
            self._cleaned = monotonic()
            statements += map(Statement, _CLEAN)
        if statements:
            await self._tables.write(*statements)


_CLEAN: Final = (
    "DELETE FROM sends WHERE at < now() - interval '1 minute'",
    "DELETE FROM counted WHERE at < now() - interval '1 hour'",
)
_INSERT_SENDS: Final = """
    INSERT INTO sends (chat, count, at)
    SELECT chat, count, now() FROM unnest(?::bigint[], ?::bigint[]) AS noted (chat, count)"""
_INSERT_COUNTED: Final = """
    INSERT INTO counted (who, count, at)
    SELECT who, count, now() FROM unnest(?::bigint[], ?::bigint[]) AS noted (who, count)"""
_SENDS: Final = """
    SELECT chat, extract(epoch FROM now() - at)::float8, count FROM sends
    WHERE at >= now() - interval '1 minute' ORDER BY at"""
_COUNTED: Final = """
    SELECT who, extract(epoch FROM now() - at)::float8 FROM counted, generate_series(1, count)
    WHERE at >= now() - interval '1 hour' ORDER BY at"""
