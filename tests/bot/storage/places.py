"""Where a test keeps a store or an inbox: in a file, or in a schema of Postgres."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path
from sqlite3 import connect
from typing import Protocol

import psycopg
import pytest
from psycopg import sql
from telegram import Update

from bot.storage import inbox_sql, store_sql
from bot.storage.clock import steady_clock
from bot.storage.database import open_postgres
from bot.storage.inbox import Inbox
from bot.storage.store import Bounds, Store

Clock = Callable[[], float]
PARTS = (store_sql.PART, inbox_sql.PART)

on_file = pytest.mark.parametrize("place", ["sqlite"], indirect=True)
"""For tests that speak of the file itself."""


class Place(Protocol):
    """Each ``store`` and ``inbox`` that is opened here finds what the one before has kept."""

    def store(
        self, bounds: Bounds, clock: Clock | None = None
    ) -> AbstractAsyncContextManager[Store]: ...

    def inbox(
        self, keep: Callable[[Update], bool], capacity: int = 1_000, clock: Clock | None = None
    ) -> AbstractAsyncContextManager[Inbox]: ...

    def change(self, statement: str, *values: object) -> None:
        """Carry out a statement of another program."""

    def raw(self) -> bytes:
        """All that can be read here: the bytes of the files, or every row."""

    def arguments(self) -> list[str]:
        """What ``place_of`` makes such a place of in another process."""


class FilePlace:
    def __init__(self, path: Path) -> None:
        self.path = path

    def store(
        self, bounds: Bounds, clock: Clock | None = None
    ) -> AbstractAsyncContextManager[Store]:
        return Store.open(self.path, bounds, clock)

    def inbox(
        self, keep: Callable[[Update], bool], capacity: int = 1_000, clock: Clock | None = None
    ) -> AbstractAsyncContextManager[Inbox]:
        return Inbox.open(self.path, keep, capacity=capacity, clock=clock)

    def change(self, statement: str, *values: object) -> None:
        with closing(connect(self.path)) as other, other:
            other.execute(statement, values)

    def arguments(self) -> list[str]:
        return [str(self.path)]

    def raw(self) -> bytes:
        return b"".join(file.read_bytes() for file in sorted(self.path.parent.iterdir()))


class SchemaPlace:
    def __init__(self, url: str, schema: str) -> None:
        self.url = url
        self.schema = schema

    @asynccontextmanager
    async def store(self, bounds: Bounds, clock: Clock | None = None) -> AsyncIterator[Store]:
        async with open_postgres(self.url, self.schema, PARTS) as database:
            clock = clock or await steady_clock(database, store_sql.LATEST)
            yield Store(database, bounds, clock)

    @asynccontextmanager
    async def inbox(
        self, keep: Callable[[Update], bool], capacity: int = 1_000, clock: Clock | None = None
    ) -> AsyncIterator[Inbox]:
        async with open_postgres(self.url, self.schema, PARTS) as database:
            clock = clock or await steady_clock(database, inbox_sql.LATEST)
            yield Inbox(database, keep, capacity, clock)

    def change(self, statement: str, *values: object) -> None:
        with self._connected() as connection:
            connection.execute(statement.replace("?", "%s").encode(), values)

    def arguments(self) -> list[str]:
        return [self.url, self.schema]

    def raw(self) -> bytes:
        held = b""
        with self._connected() as connection:
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = %s", (self.schema,)
            ).fetchall()
            for (table,) in tables:
                select = sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))
                for row in connection.execute(select):
                    held += b" ".join(v if isinstance(v, bytes) else str(v).encode() for v in row)
        return held

    def _connected(self) -> psycopg.Connection:
        return psycopg.connect(
            self.url, autocommit=True, options=f"-c search_path={self.schema} -c lock_timeout=5s"
        )


def place_of(arguments: list[str]) -> Place:
    return SchemaPlace(*arguments) if arguments[1:] else FilePlace(Path(arguments[0]))
