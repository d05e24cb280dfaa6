"""What a database does for those who keep things in it, whichever it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Row = tuple[Any, ...]
"""A line of a result."""
Migration = tuple[str, ...]
"""The statements that lead from one version of the tables to the next."""
Dialect = Literal["sqlite", "postgres"]
"""Whose SQL is spoken; most statements are the same in both."""


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with the values of its question marks: all ``?``, or all numbered as in ``?1``."""

    sql: str
    values: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Tables in Postgres that change together.

    Each migration only adds, so that programs of an older version run on beside it.

    ``used`` is a statement that gives the bytes of what is kept in them, if that is bounded.
    """

    name: str
    migrations: tuple[Migration, ...]
    used: str = ""

    @property
    def version(self) -> int:
        """The newest version of the tables."""
        return len(self.migrations)


def vacuumed_soon(*tables: str) -> Migration:
    """Statements for Postgres: what is removed from the tables leaves them after a minute or so.

    By default it stays until a fifth of a table is dead rows.
    """
    settings = "autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0.01"
    packed = settings.replace("auto", "toast.auto")
    return tuple(f"ALTER TABLE {table} SET ({settings}, {packed})" for table in tables)


class Database(Protocol):
    """Tables that are read and written in transactions.

    Any call may raise sqlite3.Error, OSError or StorageError; BestEffortDatabase knows them all.
    """

    @property
    def dialect(self) -> Dialect:
        """Which of the statements that differ are to be used."""

    @property
    def name(self) -> str:
        """What an operator knows it by; it holds no secret."""

    @property
    def now(self) -> Callable[[], float] | None:
        """The database's own clock, in seconds of the epoch; None where it is a file."""

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the lines of a result."""

    async def write(self, *statements: Statement) -> list[int]:
        """Carry out all statements or none; return how many lines each has changed."""

    async def write_returning(self, sql: str, *values: object) -> list[Row]:
        """Carry out a statement that ends in RETURNING; return those lines."""

    async def used(self) -> int:
        """Return the bytes in use: what was removed does not count."""

    def size(self) -> int:
        """Return the bytes that it takes on its disk, as they were last counted."""

    def room(self) -> float:
        """Return the bytes that are free on its disk; infinite where that cannot be known."""

    async def version(self) -> object:
        """Return something that is another after another process has written."""

    async def prove_writable(self) -> None:
        """Write something that changes nothing; raises where that cannot be done."""

    async def scrub(self) -> None:
        """Take what was removed off the disk, as far as that can be hastened."""

    def drop_damaged(self, before: float = math.inf) -> None:
        """Remove what was kept of a damaged file, if it was last written before that time."""
