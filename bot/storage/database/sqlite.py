"""One SQLite file: opened safely, written in transactions, replaced when it is damaged."""

from __future__ import annotations

import asyncio
import logging
import math
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Final, TypeVar

import aiosqlite

from bot.errors import StorageError
from bot.storage.database.file_lock import bytes_of, make_private, owned
from bot.storage.database.model import Dialect, Row, Statement
from bot.storage.database.schema import Format, check_ours, check_version

logger = logging.getLogger(__name__)

T = TypeVar("T")


class SqliteDatabase:
    """One connection to one file, which no second process may own.

    Any call may raise sqlite3.Error. When the error was damage, the file has been put aside and
    the next call finds a fresh one; a file that is not ours is never touched.
    """

    dialect: Dialect = "sqlite"
    now = None

    def __init__(self, path: Path, file_format: Format) -> None:
        self.path = path
        self._format = file_format
        self._connection: aiosqlite.Connection | None = None
        self._opened: tuple[int, int] | None = None
        self._turn = asyncio.Lock()
        self._is_closed = False

    @classmethod
    @asynccontextmanager
    async def open(
        cls, path: Path, file_format: Format, *, beside: bool = False
    ) -> AsyncIterator[SqliteDatabase]:
        """Give the database for the time of the context, ``beside`` the process that owns it.

        Raises:
            StorageError: it is in use, of a newer version, not ours, or cannot be read or made.
        """
        check_ours(path, file_format.schema)
        database = cls(path, file_format)
        with nullcontext() if beside else owned(path):
            try:
                await database._begin()
                yield database
            finally:
                async with database._turn:
                    database._is_closed = True
                    await database._close()

    @property
    def name(self) -> str:
        """The file."""
        return str(self.path)

    @property
    def damaged(self) -> Path:
        """Where a damaged file is kept for the operator to look at."""
        return self.path.with_name(f"{self.path.stem}.damaged{self.path.suffix}")

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the lines of a result."""

        async def fetch(connection: aiosqlite.Connection) -> list[Row]:
            return [tuple(row) for row in await connection.execute_fetchall(sql, values)]

        return await self._take_turn(fetch)

    async def write(self, *statements: Statement) -> list[int]:
        """Carry out all statements or none; return how many lines each has changed."""
        return await self._take_turn(lambda connection: _transaction(connection, statements))

    async def write_returning(self, sql: str, *values: object) -> list[Row]:
        """Carry out a statement that ends in RETURNING; return those lines."""
        return await self.read(sql, *values)

    async def used(self) -> int:
        """Return the bytes in use: what was removed does not count, though the file stays long."""
        rows = await self.read(
            "SELECT (page_count - freelist_count) * page_size"
            " FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
        )
        return int(rows[0][0])

    def size(self) -> int:
        """Return the bytes on the disk, the write-ahead log's too."""
        return bytes_of(self.path)

    def room(self) -> float:
        """Return the bytes that are free beside the file."""
        return shutil.disk_usage(self.path.parent).free

    async def version(self) -> object:
        """Return a number that is another after another process has written."""
        return (await self.read("PRAGMA data_version"))[0][0]

    async def prove_writable(self) -> None:
        """Write the number that the file is known by: it is there already."""
        await self.write(Statement(f"PRAGMA application_id = {self._format.schema.application}"))

    async def scrub(self) -> None:
        """Take what was removed out of the write-ahead log too; the file has it zeroed already."""
        await self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def drop_damaged(self, before: float = math.inf) -> None:
        """Remove what was kept of a damaged file, if it was last written before that time."""
        if self.damaged.is_file() and self.damaged.stat().st_mtime <= before:
            self.damaged.unlink()

    async def _begin(self) -> None:
        """Open the file for the first time: what is wrong with it is the operator's business."""
        try:
            await self.used()
        except (sqlite3.Error, OSError) as problem:
            raise StorageError(f"database {self.path} cannot be opened: {problem}") from problem

    async def _take_turn(self, action: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        """Act alone, and to the end: a caller that is cancelled leaves no transaction half done."""
        return await asyncio.shield(asyncio.ensure_future(self._act(action)))

    async def _act(self, action: Callable[[aiosqlite.Connection], Awaitable[T]]) -> T:
        async with self._turn:
            if self._is_closed:  # a new connection would keep the process from ending
                raise sqlite3.ProgrammingError("the database is closed")
            try:
                return await action(self._connection or await self._connect())
            except sqlite3.DatabaseError as problem:
                if _is_damage(problem):
                    await self._put_aside()
                raise

    async def _connect(self) -> aiosqlite.Connection:
        """Connect; a file that is damaged already is put aside at once."""
        try:
            return await self._connect_once()
        except sqlite3.DatabaseError as problem:
            if not _is_damage(problem):
                raise
            await self._put_aside()
        return await self._connect_once()

    async def _connect_once(self) -> aiosqlite.Connection:
        check_ours(self.path, self._format.schema)  # again: another may lie here by now
        make_private(self.path)
        self._connection = await aiosqlite.connect(self.path, isolation_level=None)
        self._opened = _number(self.path)
        try:
            await self._prepare(self._connection)
        except BaseException:
            await self._close()
            raise
        return self._connection

    async def _prepare(self, connection: aiosqlite.Connection) -> None:
        """Mark a new file as ours before anything else, then bring its tables up to date."""
        await connection.executescript(_FIRST_PRAGMAS)
        schema = self._format.schema
        if await _pragma(connection, "application_id") != schema.application:
            await connection.execute(f"PRAGMA application_id = {schema.application}")
        pages = self._format.megabytes * 2**20 // _PAGE_BYTES
        await connection.executescript(_PRAGMAS.format(pages=pages))
        version = await _pragma(connection, "user_version")
        check_version(self.path, schema, version)
        for number, statements in enumerate(schema.migrations[version:], version + 1):
            steps = (*statements, f"PRAGMA user_version = {number}")
            await _transaction(connection, tuple(map(Statement, steps)))

    async def _close(self) -> None:
        if self._connection:
            await self._connection.close()
            self._connection = None

    async def _put_aside(self) -> None:
        """Keep the damaged file under another name, so that a fresh one can begin."""
        await self._close()
        if not self.path.exists() or _number(self.path) != self._opened:
            return  # somebody has moved it away already
        self.path.replace(self.damaged)
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        logger.error("database %s is damaged: it is kept as %s", self.path, self.damaged.name)


_PAGE_BYTES: Final = 4096

_FIRST_PRAGMAS: Final = f"""
PRAGMA page_size = {_PAGE_BYTES};
PRAGMA busy_timeout = 5000;
"""

_PRAGMAS: Final = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA max_page_count = {pages};
"""


def _number(path: Path) -> tuple[int, int]:
    """Return what tells a file from others that had its name."""
    status = path.stat()
    return status.st_dev, status.st_ino


async def _pragma(connection: aiosqlite.Connection, name: str) -> int:
    [row] = await connection.execute_fetchall(f"PRAGMA {name}")
    return int(row[0])


async def _transaction(
    connection: aiosqlite.Connection, statements: tuple[Statement, ...]
) -> list[int]:
    if len(statements) == 1:  # SQLite carries out one alone, or not at all
        return [await _changed(connection, statements[0])]
    try:
        await connection.execute("BEGIN IMMEDIATE")
        changed = [await _changed(connection, one) for one in statements]
        await connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            await connection.execute("ROLLBACK")
    return changed


async def _changed(connection: aiosqlite.Connection, one: Statement) -> int:
    cursor = await connection.execute(one.sql, one.values)
    return cursor.rowcount


def _is_damage(problem: sqlite3.Error) -> bool:
    """Whether the file itself is broken, not full, locked or out of reach."""
    name: str = getattr(problem, "sqlite_errorname", "")
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))
