"""Connections to Postgres that wait to be used, and come back by themselves."""

from __future__ import annotations

import select
from collections.abc import Awaitable, Callable
from typing import Final

from psycopg import AsyncConnection, AsyncRawCursor
from psycopg_pool import AsyncConnectionPool

from bot.storage.database.model import Row

Connection = AsyncConnection[Row]

CONNECTIONS: Final = 8
"""At most, beside those that listen."""


def pool(
    info: str, prepare: Callable[[Connection], Awaitable[None]]
) -> AsyncConnectionPool[Connection]:
    """Return a pool that is not open yet; ``prepare`` is given each new connection."""
    return AsyncConnectionPool(
        info,
        open=False,
        min_size=1,
        max_size=CONNECTIONS,
        kwargs={"autocommit": True, "cursor_factory": AsyncRawCursor},
        configure=prepare,
        check=_check,
        timeout=5.0,
        reconnect_timeout=2.0,  # then the next call begins anew, without a growing delay
        name="video-digest",
    )


async def _check(connection: Connection) -> None:
    """Raise where a waiting connection is broken; a look at its socket costs no question."""
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    if poll.poll(0):  # the server has said something unasked: farewell, mostly
        await AsyncConnectionPool.check_connection(connection)
