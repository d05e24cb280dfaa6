"""Whose a database file is: told by a number in its head, or else by its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.errors import StorageError
from bot.storage.database.model import Migration


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of one kind of file; ``application`` is SQLite's application_id for it."""

    application: int
    migrations: tuple[Migration, ...]

    @property
    def version(self) -> int:
        """The newest version of the tables, SQLite's user_version."""
        return len(self.migrations)


@dataclass(frozen=True, slots=True)
class Format:
    """What a file holds, and the ``megabytes`` it never exceeds.

    What was written survives the death of the process at any instant. A loss of power may take
    the last seconds.
    """

    schema: Schema
    megabytes: int


def check_ours(path: Path, schema: Schema) -> None:
    """Do nothing where the file is of this kind, or empty, or not there.

    It is only read: whatever else lies at the path is not this program's to change.

    Raises:
        StorageError: something else is there, or it cannot be read.
    """
    try:
        if not path.exists():
            return
        if not path.is_file():
            raise _not_ours(path, "not a file")
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as problem:
        raise StorageError(f"database {path} cannot be opened: {problem.strerror}") from problem
    application = int.from_bytes(head[_APPLICATION])
    if not head or (head.startswith(_MAGIC) and application == schema.application):
        return
    if not head.startswith(_MAGIC):
        raise _not_ours(path, "not a SQLite database")
    if application or not _has_tables_of(path, schema):
        raise _not_ours(path, "a database of another kind")


def check_sound(path: Path, schema: Schema) -> None:
    """Do nothing where the file is fit to be used, or is not there; it is only read.

    Raises:
        StorageError: it is not ours, of a newer version, or damaged.
    """
    fault = find_fault(path, schema)
    if fault:
        raise StorageError(f"database {path} is damaged, a fresh one will take its place: {fault}")


def find_fault(path: Path, schema: Schema) -> str:
    """Return what is broken in the file, in a line; "" where it is whole, or not there.

    Raises:
        StorageError: it is not ours, or of a newer version.
    """
    check_ours(path, schema)
    if not path.exists() or not path.stat().st_size:
        return ""
    try:
        with reading(path) as connection:
            check_version(path, schema, *connection.execute("PRAGMA user_version").fetchone())
            [fault] = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as problem:
        fault = str(problem)
    return "" if fault == "ok" else " ".join(fault.split())


def check_version(path: Path, schema: Schema, version: int) -> None:
    """Do nothing where tables of this version can be read; raises StorageError."""
    if version > schema.version:
        raise StorageError(
            f"database {path} was made by a newer version of this bot"
            f" (schema {version}, known {schema.version}): update the bot or move the file away"
        )


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that changes nothing, and leaves no file beside the database.

    In the write-ahead log mode even a reader makes such files, unless they are there already.
    """
    beside = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    way = "mode=ro" if all(file.exists() for file in beside) else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?{way}", uri=True)) as connection:
        yield connection


def _not_ours(path: Path, what: str) -> StorageError:
    return StorageError(f"{path} is {what}: move it away, or set DATABASE_PATH")


def _has_tables_of(path: Path, schema: Schema) -> bool:
    """Whether a file without a number has the tables that ours had before they were numbered."""
    try:
        with reading(path) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            columns = _columns(connection)
    except sqlite3.Error:
        return False
    with closing(sqlite3.connect(":memory:")) as fresh:
        for statements in schema.migrations[:version]:
            for statement in statements:
                fresh.execute(statement)
        return columns == _columns(fresh)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """The tables with their columns."""
    return set(
        connection.execute(
            "SELECT tables.name, columns.name"
            " FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns"
            " WHERE tables.type = 'table'"
        )
    )


_MAGIC: Final = b"SQLite format 3\0"
_HEAD_BYTES: Final = 100
_APPLICATION: Final = slice(68, 72)
"""Where https://sqlite.org/fileformat.html puts the number, big-endian."""
