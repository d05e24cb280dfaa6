"""The way to a database is cut and mended, as a network is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

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
    async with echo() as proxy:
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(b"one\n")
        assert await reader.readexactly(8) == b"one\none\n"
        await proxy.cut(silently=True)
        writer.write(b"two\n")
        waiting = asyncio.ensure_future(reader.readexactly(8))
        other = await asyncio.open_connection("127.0.0.1", proxy.port)
        other[1].write(b"six\n")
        done, _ = await asyncio.wait([waiting], timeout=0.1)
        assert not done
        proxy.mend()
        assert await waiting == b"two\ntwo\n"
        assert await other[0].readexactly(8) == b"six\nsix\n"
        writer.close()
        other[1].close()


async def test_a_way_that_is_cut_aloud_hangs_up_until_it_is_mended() -> None:
    async with echo() as proxy:
        reader, _ = await asyncio.open_connection("127.0.0.1", proxy.port)
        await proxy.cut(silently=False)
        with pytest.raises(ConnectionResetError):
            assert await reader.read() or _hung_up()
        refused, _ = await asyncio.open_connection("127.0.0.1", proxy.port)
        with pytest.raises(ConnectionResetError):
            assert await refused.read() or _hung_up()
        proxy.mend()
        again, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(b"one\n")
        assert await again.readexactly(8) == b"one\none\n"
        writer.close()


def _hung_up() -> None:
    raise ConnectionResetError
