"""The way to a Postgres server: how it is reached, and what its errors are called here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Final

import psycopg
from psycopg import AsyncConnection, errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bot.errors import OutageError, SettingsError, StorageError


def conninfo(url: str, schema: str) -> str:
    """Return what libpq is to connect with: ``schema`` is where names are looked for.

    What the address says of its own accord goes before what is set here.

    Raises:
        SettingsError: libpq cannot read the address.
    """
    try:
        given = conninfo_to_dict(url)
    except psycopg.Error:  # its words hold the password
        raise SettingsError("DATABASE_URL is no address of a Postgres database") from None
    options = f"{_OPTIONS} -c search_path={schema} {given.get('options') or ''}"
    return make_conninfo("", **{**_WAY, **given, "options": options})


def place(url: str) -> str:
    """Return the host and the name of the database at the address."""
    given = conninfo_to_dict(url)
    return f"{given.get('host') or 'localhost'}/{given.get('dbname') or given.get('user') or ''}"


@asynccontextmanager
async def connected(url: str, schema: str) -> AsyncIterator[AsyncConnection]:
    """A connection of one's own, each statement a transaction.

    Raises:
        OutageError: the server is not reached, or goes away.
        StorageError: it refuses something.
    """
    with named_errors():
        connection = await AsyncConnection.connect(conninfo(url, schema), autocommit=True)
        async with connection:
            yield connection


@contextmanager
def named_errors() -> Iterator[None]:
    """Raise what psycopg raises as errors of the storage, without the server's words.

    They may quote a row, and so what people wrote.
    """
    try:
        yield
    except TimeoutError:
        raise OutageError("Postgres does not answer in time") from None
    except (psycopg.OperationalError, errors.IdleInTransactionSessionTimeout) as problem:
        if problem.sqlstate is None:  # libpq's own, or the pool's: of the connection alone
            raise OutageError(f"Postgres is not reached: {_line(problem)}") from None
        if problem.sqlstate.startswith(_AWAY):
            raise OutageError(f"Postgres went away: {_called(problem)}") from None
        raise StorageError(f"Postgres cannot do it: {_called(problem)}") from None
    except psycopg.Error as problem:
        raise StorageError(f"Postgres refuses it: {_called(problem)}") from None


def _line(problem: psycopg.Error) -> str:
    return " ".join(str(problem).split()) or type(problem).__name__


def _called(problem: psycopg.Error) -> str:
    """The error's name, as in the manual's list: "DiskFull (53100)"."""
    return f"{type(problem).__name__} ({problem.sqlstate})"


_AWAY: Final = ("08", "57P", "53300", "25P03")
"""Connections lost, the server stopping or starting, too many connections; and one that the server
has ended, since this process stood still within a transaction.
"""

_OPTIONS: Final = (
    "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=3s"
)

_WAY: Final[dict[str, Any]] = {
    "application_name": "video-digest",
    "connect_timeout": 5,
    # A server that is cut off says no goodbye: it is given up after some ten seconds.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8_000,
}
