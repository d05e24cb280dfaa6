"""Jobs put into the queue, and what they came to on other machines."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

from bot.errors import StorageError
from bot.machines.jobs.calls import Call, NoOutcomeError
from bot.machines.jobs.presence import SILENT_SECONDS, Presence
from bot.machines.jobs.tables import CHANNEL
from bot.storage.database import Statement

if TYPE_CHECKING:
    from bot.storage.database.postgres import PostgresDatabase

MOST_BYTES: Final = 64 * 2**20
"""A job with longer arguments is done where it is asked for."""
MOST_BYTES_IN_ALL: Final = 512 * 2**20
LOOK_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Order:
    """A call, on behalf of a ``person``; a ``quick`` one takes a second at most."""

    call: Call
    person: int
    quick: bool = False


class Ticket:
    """A job that waits to be done, by whoever has room first.

    ``taken`` is done once another machine has it, ``outcome`` when that is through, or with
    NoOutcomeError when nobody there will be.
    """

    def __init__(self, key: str) -> None:
        loop = asyncio.get_running_loop()
        self.key = key
        self.taken: asyncio.Future[None] = loop.create_future()
        self.outcome: asyncio.Future[bytes] = loop.create_future()
        self.is_put = False

    def take(self) -> None:
        """Note that another machine has it."""
        if not self.taken.done():
            self.taken.set_result(None)

    def lose(self) -> None:
        """Note that nobody will do it."""
        if not self.outcome.done():
            self.outcome.set_exception(NoOutcomeError())
            self.outcome.exception()  # whoever waits may have gone

    def end(self, outcome: bytes) -> None:
        """Note what it came to."""
        if not self.outcome.done():
            self.outcome.set_result(outcome)


class Producer:
    """The front's side of the queue, from entering the context until leaving it."""

    def __init__(self, database: PostgresDatabase, presence: Presence, version: str) -> None:
        self._database = database
        self._presence = presence
        self._version = version
        self._numbers = count(1)
        self._open: dict[str, Ticket] = {}
        self._is_empty = True
        self._inserting = asyncio.Lock()  # a job's turn counts those before it
        self._looking: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Begin to look for what is done."""
        self._looking = asyncio.create_task(self._keep_looking())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Look no more; callers that still wait are cancelled."""
        if self._looking:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
        for ticket in self._open.values():
            ticket.outcome.cancel()
        with suppress(StorageError):  # else others find out that nobody waits for them
            await self._database.write(Statement(_REMOVE_ALL, (self._presence.id,)))

    @property
    def is_open(self) -> bool:
        """Whether jobs can be put into the queue just now."""
        return self._presence.is_seen

    @property
    def states(self) -> dict[str, int]:
        """How many jobs are waiting, and how many are elsewhere."""
        elsewhere = sum(ticket.taken.done() for ticket in self._open.values())
        return {"waiting": len(self._open) - elsewhere, "elsewhere": elsewhere}

    @asynccontextmanager
    async def put(self, order: Order) -> AsyncIterator[Ticket]:
        """Give the job to whoever takes it, until the context ends.

        Raises:
            NoOutcomeError: there is no room for it.
            StorageError: it cannot be put there.
        """
        ticket, self._is_empty = Ticket(f"{self._presence.id}-{next(self._numbers)}"), False
        self._open[ticket.key] = ticket
        try:
            await self._insert(ticket, order)
            yield ticket
        finally:
            if self._open.pop(ticket.key, None):
                with suppress(StorageError):  # else it is removed when the database is back
                    await self._database.write(Statement(_REMOVE, (ticket.key,)))

    async def withdraw(self, ticket: Ticket) -> bool:
        """Return whether the job is the caller's own again: nobody has taken it."""
        if not self.is_open:
            return True
        ticket.is_put = False  # who looks for it meanwhile is not to miss it
        try:
            [removed] = await self._database.write(Statement(_WITHDRAW, (ticket.key,)))
        finally:
            ticket.is_put = True
        if removed:
            self._open.pop(ticket.key, None)
        return bool(removed)

    async def _insert(self, ticket: Ticket, order: Order) -> None:
        call, size = order.call, len(order.call.arguments)
        if size > MOST_BYTES:
            raise NoOutcomeError
        who = ticket.key, self._presence.id, self._version
        what = call.name, call.arguments, size, MOST_BYTES_IN_ALL - size
        values = (*who, order.person, order.quick, *what)
        async with self._inserting:
            [inserted] = await self._database.write(Statement(_INSERT, values))
        if not inserted:
            raise NoOutcomeError
        ticket.is_put = True
        await self._database.notify(CHANNEL)

    async def _keep_looking(self) -> None:
        """Look when something is done, and each second, since a word of that may be lost."""
        looked = monotonic()
        while True:
            await self._database.notified(self._presence.id, LOOK_SECONDS)
            try:
                await self._fetch()
                if monotonic() - looked >= LOOK_SECONDS:
                    await self._look()
                    looked = monotonic()
            except StorageError:
                if not self.is_open:
                    self._lose(self._open.values())

    async def _fetch(self) -> None:
        """Take what is done out of the queue."""
        if not self._open:
            return
        done = await self._database.write_returning(_FETCH, self._presence.id)
        for key, outcome in done:
            ticket = self._open.pop(key, None)
            if ticket:
                ticket.end(outcome)

    async def _look(self) -> None:
        """See what has become of the jobs; where none was there, nothing has until one is put."""
        if self._is_empty:
            return
        put = [ticket for ticket in self._open.values() if ticket.is_put]
        rows = await self._database.read(_LOOK, self._presence.id, SILENT_SECONDS)
        left = {key for key, *_ in rows}
        self._is_empty = not left and not self._open
        self._lose(one for one in put if one.is_put and one.key not in left)
        for key, is_taken, is_orphan in rows:
            ticket = self._open.get(key)
            if ticket is None:
                await self._database.write(Statement(_REMOVE, (key,)))
            elif is_orphan:
                self._lose([ticket])
            elif is_taken:
                ticket.take()

    def _lose(self, tickets: Iterable[Ticket]) -> None:
        for ticket in tickets:
            ticket.lose()


_INSERT: Final = """
    INSERT INTO jobs (id, front, version, person, quick, name, arguments, size, turn)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1 + greatest(
        (SELECT max(turn) FROM jobs WHERE person = ?4 AND outcome IS NULL),
        (SELECT max(turn) FROM jobs WHERE worker IS NOT NULL AND outcome IS NULL),
        0)
    WHERE (SELECT coalesce(sum(size), 0) FROM jobs) <= ?9"""
"""Whoever has none waiting comes behind the round that is being done, and before all later ones."""

_WITHDRAW: Final = "DELETE FROM jobs WHERE id = ? AND worker IS NULL AND tries = 0"

_REMOVE: Final = "DELETE FROM jobs WHERE id = ?"

_REMOVE_ALL: Final = "DELETE FROM jobs WHERE front = ?"

_FETCH: Final = """
    DELETE FROM jobs WHERE front = ? AND outcome IS NOT NULL RETURNING id, outcome"""

_LOOK: Final = """
    SELECT id, worker IS NOT NULL,
        worker IS NULL AND outcome IS NULL AND tries > 0 AND NOT EXISTS (
            SELECT 1 FROM processes
            WHERE takes = jobs.version AND seen > now() - ?2 * interval '1 s')
    FROM jobs WHERE front = ?1"""
"""Taken or not; and orphaned: who did it is dead, and there is nobody else."""
