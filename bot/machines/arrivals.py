"""Updates that any process takes and one answers: written where they come, queued by the front."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Final, NoReturn

from telegram import Bot, Update
from telegram.error import NetworkError

from bot.errors import StorageError
from bot.machines.fencing import FencedDatabase
from bot.machines.lease import Lease
from bot.storage import inbox_sql as sql
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Statement
from bot.storage.database.postgres import PostgresDatabase
from bot.storage.inbox import Inbox
from bot.telegram.arrival import Arrival, as_arrival
from handlers.protocols import FencedError

CHANNEL: Final = "updates"
SWEEP_SECONDS: Final = 1.0
AT_ONCE: Final = 50
"""To read one update from its JSON takes half a millisecond."""
LOOK_SECONDS: Final = 120.0
LOOK_AGAIN_SECONDS: Final = 0.2
"""How long, and how often, it is asked what was written as the lease ended.

Who was cut off has to come back for that, and each dead connection that it holds costs a second.
"""


class SharedInbox(Inbox):
    """The inbox of all processes of a bot.

    What comes here is on disk before ``put`` returns, whoever holds the lease: a process that
    stands by keeps nothing in memory, and takes however much comes. The front queues what is open
    and not in its queue, by the numbers of the updates, as far as it has room.
    """

    def __init__(
        self,
        fenced: FencedDatabase,
        database: PostgresDatabase,
        lease: Lease,
        keep: Callable[[Update], bool],
        capacity: int,
    ) -> None:
        super().__init__(fenced, keep, capacity, database.now)
        self._plain = database
        self._lease = lease
        self._has_come = asyncio.Event()
        self._parsed: dict[int, Update] = {}
        self._new = BestEffortDatabase(database, "updates cannot be written, Telegram keeps them")

    async def put(self, item: object) -> None:
        """Write an update, for whoever answers; the words of others' talk pass by in memory.

        Raises:
            NetworkError: it could not be written.
        """
        came = as_arrival(item)
        if came is None:  # the library's sign to stop
            self.put_nowait(item)
        elif self._keep(came.update):
            await self._write(came)
        elif self._lease.is_held:
            self.put_nowait(came.update)

    async def replay(self, bot: Bot) -> int:
        """Queue the oldest of what was left open, in order, as much as there is room for."""
        self._bot = bot
        await self._tables.write(Statement(sql.COUNT_TRY))
        await self._sweep()
        return self.qsize()

    async def done(self, *updates: int) -> None:
        """Record that these updates need no further answer, unless that is another's to say."""
        with suppress(FencedError):
            await super().done(*updates)

    async def recorded(self, answer: str) -> int | None:
        """Return the id of the answer's message as it is on record; None where none is.

        Raises:
            FencedError: the lease is lost, and the server is not reached.
        """
        late = monotonic() + LOOK_SECONDS
        while True:
            try:
                return await super().recorded(answer)
            except FencedError:
                if monotonic() >= late:
                    raise
            await asyncio.sleep(LOOK_AGAIN_SECONDS)

    async def sweep(self) -> None:
        """Queue what other processes write, and what this one does, until it is cancelled."""
        listening = asyncio.ensure_future(self._listen())
        try:
            while True:
                with suppress(TimeoutError):
                    async with asyncio.timeout(SWEEP_SECONDS):
                        await self._has_come.wait()
                self._has_come.clear()
                await self._sweep()
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    async def _listen(self) -> NoReturn:
        while True:
            if await self._plain.notified(CHANNEL, SWEEP_SECONDS):
                self._has_come.set()

    async def _write(self, came: Arrival) -> None:
        number = came.update.update_id
        if self._lease.is_held and len(self._parsed) < self._capacity:
            self._parsed[number] = came.update
        written = await self._new.write(Statement(sql.INSERT, (number, came.text, self._clock())))
        if not any(written):
            self._parsed.pop(number, None)
        if not written:
            raise NetworkError("the inbox cannot be written")
        self._has_come.set()
        if not self._lease.is_held:
            with suppress(StorageError):  # the front looks each second
                await self._plain.notify(CHANNEL)

    async def _sweep(self) -> None:
        """Queue what is new, a few at a time: who is being answered meanwhile is not held up."""
        while (most := min(AT_ONCE, self._capacity - len(self._open))) > 0:
            rows = await self._tables.read(_SELECT_NEW, [*self._open], most)
            for row in rows:
                await self._take(*row)
            if len(rows) < most:
                return

    async def _read(self, number: int, text: str) -> Update | None:
        """The update as it came here, or as it was written elsewhere."""
        return self._parsed.pop(number, None) or await super()._read(number, text)

    async def _finish(self, updates: tuple[int, ...], *records: Statement) -> None:
        """Record, with one mark for all updates."""
        marks = [Statement(_DONE, (self._clock(), [*updates]))] if updates else []
        await self._tables.write(*records, *marks)
        await self._leave(*updates)

    async def _leave(self, *updates: int) -> None:
        """Give the place of these updates to those that wait on disk."""
        if len(self._open) >= self._capacity:
            self._has_come.set()
        await super()._leave(*updates)


_DONE: Final = """
    UPDATE updates SET done = ?, json = CASE WHEN answer IS NOT NULL THEN json END
    WHERE number = ANY(?::bigint[])"""
_SELECT_NEW: Final = """
    SELECT number, json, tries, at FROM updates
    WHERE json IS NOT NULL AND done IS NULL AND number <> ALL(?::bigint[])
    ORDER BY number LIMIT ?"""
