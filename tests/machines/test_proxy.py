"""The way to a database is cut and mended, as a network is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from tools.soak.machines.proxy import Proxy


@asynccontextmanager
async def echo() -> AsyncIterator[Proxy]:
    """A proxy before a server that says everything twice."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            writer.write(2 * line)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server, Proxy(server.sockets[0].getsockname()[1]).serving() as proxy:
        yield proxy


async def test_bytes_pass_and_those_held_back_come_when_the_way_is_mended() -> None:
    async with echo() as proxy, connected(proxy) as (reader, writer):
        writer.write(b"one\n")
        assert await reader.readexactly(8) == b"one\none\n"
        await proxy.cut(silently=True)
        writer.write(b"two\n")
        async with connected(proxy) as (later, other):
            other.write(b"six\n")
            waiting = asyncio.ensure_future(reader.readexactly(8))
            done, _ = await asyncio.wait([waiting], timeout=0.1)
            assert not done
            proxy.mend()
            assert await waiting == b"two\ntwo\n"
            assert await later.readexactly(8) == b"six\nsix\n"


async def test_a_way_that_is_cut_aloud_hangs_up_until_it_is_mended() -> None:
    async with echo() as proxy:
        async with connected(proxy) as (reader, _):
            await proxy.cut(silently=False)
            assert not await rest(reader)
        async with connected(proxy) as (refused, _):
            assert not await rest(refused)
        proxy.mend()
        async with connected(proxy) as (again, writer):
            writer.write(b"one\n")
            assert await again.readexactly(8) == b"one\none\n"


@asynccontextmanager
async def connected(
    proxy: Proxy,
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        with suppress(OSError):
            await writer.wait_closed()


async def rest(reader: asyncio.StreamReader) -> bytes:
    """What still comes before the connection is closed or reset."""
    with suppress(ConnectionResetError):
        return await reader.read()
    return b""
