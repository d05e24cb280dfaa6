"""Waiting for a notification of Postgres, over a connection that is made anew when it breaks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from psycopg import AsyncConnection

from bot.errors import OutageError, StorageError
from bot.storage.database.connecting import connected

AGAIN_SECONDS: Final = 1.0


class Listener:
    """Hears one channel from its first ``wait`` on, until it is closed.

    After a lost connection it wakes those who wait: something may have been said meanwhile.
    """

    def __init__(self, url: str, schema: str, channel: str) -> None:
        self._url = url
        self._schema = schema
        self._channel = channel
        self._heard = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def wait(self, seconds: float) -> bool:
        """Return at the first notification since the last call, or after so many seconds.

        Returns whether there was one.
        """
        self._task = self._task or asyncio.create_task(self._listen())
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._heard.wait()
        is_heard = self._heard.is_set()
        self._heard.clear()
        return is_heard

    async def close(self) -> None:
        """Stop hearing."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _listen(self) -> None:
        while True:
            with suppress(OutageError, StorageError):
                await self._hear()
            await asyncio.sleep(AGAIN_SECONDS)

    async def _hear(self) -> None:
        async with connected(self._url, self._schema) as connection:
            await connection.execute(f'LISTEN "{self._channel}"'.encode())
            self._heard.set()
            async with _readable(connection) as readable:
                while await readable.wait():
                    readable.clear()
                    connection.pgconn.consume_input()
                    while connection.pgconn.notifies():
                        self._heard.set()


@asynccontextmanager
async def _readable(connection: AsyncConnection) -> AsyncIterator[asyncio.Event]:
    """What is set when the server has said something; psycopg's own wait looks ten times a second.

    A connection that breaks is readable too.
    """
    loop, readable = asyncio.get_running_loop(), asyncio.Event()
    readable.set()  # something may have come with the answer to LISTEN
    loop.add_reader(connection.fileno(), readable.set)
    try:
        yield readable
    finally:
        loop.remove_reader(connection.fileno())
