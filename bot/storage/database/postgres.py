"""One schema of a Postgres database: written in transactions, over connections that come back."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from time import monotonic
from typing import Any, Final, TypeVar

from psycopg import errors
from psycopg.types.numeric import Int8BinaryDumper

from bot.storage.database.connecting import conninfo, named_errors, place
from bot.storage.database.execution import Result, on_condition, result, transaction
from bot.storage.database.listening import Listener
from bot.storage.database.migrating import migrate
from bot.storage.database.model import Dialect, Part, Row, Statement
from bot.storage.database.pool import Connection, pool

T = TypeVar("T")

COUNT_SECONDS: Final = 50.0
"""Who calls ``scrub`` each minute has the bytes on the disk counted each time."""
SECONDS: Final = 15.0
"""So long a call may take: longer than the server lets a statement run."""
TRIES: Final = 3
"""Of a transaction that another one, at the same time, has crossed."""


class PostgresDatabase:
    """A schema with all its tables, for any number of processes.

    Any call may raise StorageError, or OutageError where the server is not reached: it is looked
    for again at the next call. What was written is on the server's disk.
    """

    dialect: Dialect = "postgres"

    def __init__(self, url: str, schema: str, parts: tuple[Part, ...]) -> None:
        self.schema = schema
        self._url = url
        self._parts = parts
        self._pool = pool(conninfo(url, schema), self._prepare)
        self._offset = 0.0
        self._bytes = 0
        self._counted = -math.inf
        self._running: set[asyncio.Future[Any]] = set()
        self._listeners: dict[str, Listener] = {}

    @classmethod
    @asynccontextmanager
    async def open(
        cls, url: str, schema: str, parts: tuple[Part, ...]
    ) -> AsyncIterator[PostgresDatabase]:
        """Give the schema for the time of the context, its tables of the newest version.

        Raises:
            SettingsError: the address cannot be read.
            StorageError: the tables are of a newer version, or cannot be made.
            OutageError: the server is not reached.
        """
        database = cls(url, schema, parts)
        await migrate(url, schema, parts)
        try:
            await database._pool.open()
            await database.read("SELECT 1")  # the clock is set with the first connection
            yield database
        finally:
            await database._close()

    @property
    def name(self) -> str:
        """The host, the database and the schema."""
        return f"{place(self._url)}, schema {self.schema}"

    def now(self) -> float:
        """Return the time by the server's clock, as the latest connection found it."""
        return monotonic() + self._offset

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the lines of a result."""
        return (await self._act(lambda at: result(at, Statement(sql, values))))[1]

    async def write(self, *statements: Statement) -> list[int]:
        """Carry out all statements or none; return how many lines each has changed."""
        return await self._act(lambda connection: transaction(connection, statements))

    async def write_if(self, condition: Statement, *statements: Statement) -> list[Result] | None:
        """Carry out all statements if the condition gives a line, which it may lock; else None.

        One alone and its condition are one question: the way there and back costs most.
        """
        return await self._act(lambda connection: on_condition(connection, condition, statements))

    async def write_returning(self, sql: str, *values: object) -> list[Row]:
        """Carry out a statement that ends in RETURNING; return those lines."""
        return await self.read(sql, *values)

    async def used(self) -> int:
        """Return the bytes of what the bounded parts keep, before Postgres packs them."""
        counts = [await self.read(part.used) for part in self._parts if part.used]
        return sum(int(rows[0][0]) for rows in counts)

    def size(self) -> int:
        """Return the bytes on the server's disk, as ``scrub`` last counted them."""
        return self._bytes

    def room(self) -> float:
        """Return infinity: what is free on the server's disk cannot be asked."""
        return math.inf

    async def version(self) -> object:
        """Return another number each time: Postgres does not tell who has written."""
        return monotonic()

    async def prove_writable(self) -> None:
        """Write the versions of the tables anew: they are as they were."""
        await self.write(Statement("UPDATE versions SET version = version"))

    async def scrub(self) -> None:
        """Count what is on the disk, once a minute; Postgres takes off it what was removed."""
        if monotonic() - self._counted < COUNT_SECONDS:
            return
        self._counted = monotonic()
        self._bytes = (await self.read(_SIZE, self.schema))[0][0]

    def drop_damaged(self, before: float = math.inf) -> None:
        """Do nothing: there is no file to be damaged."""

    async def notify(self, channel: str) -> None:
        """Wake who waits for the channel in this schema: to be called after what was written."""
        await self.read("SELECT pg_notify(?, '')", self._full(channel))

    async def notified(self, channel: str, seconds: float) -> bool:
        """Return at the first ``notify`` since the last call, or after so many seconds.

        Returns whether there was one. It may be there for nothing: after a lost connection.
        """
        if channel not in self._listeners:
            self._listeners[channel] = Listener(self._url, self.schema, self._full(channel))
        return await self._listeners[channel].wait(seconds)

    def _full(self, channel: str) -> str:
        """The channels of a database are common to its schemas."""
        return f"{self.schema}.{channel}"

    async def _act(self, action: Callable[[Connection], Awaitable[T]]) -> T:
        """Act to the end: a caller that is cancelled leaves no transaction half done."""
        work = asyncio.ensure_future(self._act_once(action))
        self._running.add(work)
        work.add_done_callback(self._ended)
        return await asyncio.shield(work)

    def _ended(self, work: asyncio.Future[Any]) -> None:
        self._running.discard(work)
        _ = work.cancelled() or work.exception()  # whoever waited for it may not any more

    async def _act_once(self, action: Callable[[Connection], Awaitable[T]]) -> T:
        with named_errors():
            async with asyncio.timeout(SECONDS), self._pool.connection() as connection:
                for _ in range(TRIES - 1):
                    with suppress(*_CROSSED):
                        return await action(connection)
                return await action(connection)

    async def _prepare(self, connection: Connection) -> None:
        """Set the clock by the server's; a new connection is made once an hour at least."""
        connection.adapters.register_dumper(int, Int8BinaryDumper)
        before = monotonic()
        cursor = await connection.execute(b"SELECT extract(epoch FROM clock_timestamp())::float8")
        [now] = await cursor.fetchone() or [0.0]
        self._offset = now - (before + monotonic()) / 2

    async def _close(self) -> None:
        await asyncio.gather(*self._running, return_exceptions=True)
        await asyncio.gather(*(listener.close() for listener in self._listeners.values()))
        await self._pool.close()


_CROSSED: Final = (
    errors.DeadlockDetected,
    errors.SerializationFailure,
    errors.ForeignKeyViolation,  # another has just removed the row that was meant
    errors.UniqueViolation,  # another has just put one in its place
)

_SIZE: Final = """
    SELECT coalesce(sum(pg_total_relation_size(pg_class.oid)), 0)::bigint
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = ? AND relkind = 'r'"""
