"""A way to the database that can be cut and mended, one for each process."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

LARGEST_READ = 65_536


class Proxy:
    """Passes bytes on to a port of this machine; ``cut`` ends that, ``mend`` lets them through."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self._target = target
        self._passing = asyncio.Event()
        self._passing.set()
        self._refuses = False
        self._pairs: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[Proxy]:
        """Listen until the block ends."""
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            await self._drop()

    async def cut(self, *, silently: bool) -> None:
        """Pass nothing on: ``silently`` as a network that loses all, else by hanging up."""
        self._passing.clear()
        self._refuses = not silently
        if not silently:
            await self._drop()

    def mend(self) -> None:
        """Pass on what comes, and what was held back."""
        self._refuses = False
        self._passing.set()

    async def _drop(self) -> None:
        for pair in self._pairs:
            pair.cancel()
        await asyncio.gather(*self._pairs, return_exceptions=True)

    async def _accept(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._pairs.add(task)
        try:
            if not self._refuses:
                await self._passing.wait()
                await self._join(reader, writer)
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            self._pairs.discard(task)
            writer.transport.abort()

    async def _join(self, reader: StreamReader, writer: StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._target)
        try:
            await join((reader, writer), (there, back), self._pass_on)
        finally:
            back.transport.abort()

    async def _pass_on(self, reader: StreamReader, writer: StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(LARGEST_READ):
                await self._passing.wait()
                writer.write(data)
                await writer.drain()


Ends = tuple[StreamReader, StreamWriter]
"""Both ends of one connection."""


async def join(
    here: Ends, there: Ends, copy: Callable[[StreamReader, StreamWriter], Awaitable[None]]
) -> None:
    """Copy what comes from either side to the other, until one of them hangs up."""
    ways = [asyncio.ensure_future(copy(*way)) for way in ((here[0], there[1]), (there[0], here[1]))]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
