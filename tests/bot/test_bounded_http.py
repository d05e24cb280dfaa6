"""A server that strangers try to fill with requests that never end."""

from __future__ import annotations

import asyncio
import os
import resource
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from tornado.web import Application, RequestHandler

from bot.bounded_http import BoundedServer

HALF = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n{"
WHOLE = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}"
PATIENCE = 30.0
"""Seconds after which a test fails: the server hangs."""

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Counted(RequestHandler):
    def post(self) -> None:
        self.finish(f"{len(self.request.body)} bytes")


class Callers:
    """Connections to a server, all closed at the end."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._writers: list[asyncio.StreamWriter] = []

    async def send(self, request: bytes) -> Connection:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self._writers.append(writer)
        writer.write(request)
        await writer.drain()
        return reader, writer

    async def close(self) -> None:
        for writer in self._writers:
            writer.close()
        await asyncio.gather(*(w.wait_closed() for w in self._writers), return_exceptions=True)


@asynccontextmanager
async def served(**settings: float) -> AsyncIterator[Callers]:
    """Callers of a server with these settings."""
    server = BoundedServer(Application([("/", Counted)]), **settings)
    listener = socket.create_server(("127.0.0.1", 0))
    callers = Callers(listener.getsockname()[1])
    server.listen_on(listener)
    yield callers
    await callers.close()
    server.stop()
    await server.close_all_connections()


async def answer(connection: Connection) -> bytes:
    async with asyncio.timeout(PATIENCE):
        return await connection[0].readuntil(b" bytes")


async def rest(connection: Connection) -> bytes:
    """What comes until the server closes the connection."""
    async with asyncio.timeout(PATIENCE):
        return await connection[0].read()


@contextmanager
def no_file_left() -> Iterator[None]:
    """The process may open no file more than it has open."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest = os.dup(0)
    os.close(lowest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


async def test_a_whole_request_is_answered_though_half_ones_have_taken_every_place() -> None:
    async with served(limit=4) as callers:
        halves = [await callers.send(HALF) for _ in range(12)]
        assert b"2 bytes" in await answer(await callers.send(WHOLE))
        assert [await rest(half) for half in halves[:8]] == [b""] * 8


async def test_a_connection_between_two_requests_keeps_its_place_before_a_half_one() -> None:
    async with served(limit=3) as callers:
        halves = [await callers.send(HALF) for _ in range(2)]
        kept = await callers.send(WHOLE)
        await answer(kept)
        halves.append(await callers.send(HALF))
        kept[1].write(WHOLE)
        assert b"2 bytes" in await answer(kept)


async def test_a_body_that_does_not_come_ends_its_connection() -> None:
    async with served(body_timeout=0.01) as callers:
        assert await rest(await callers.send(HALF)) == b""


async def test_where_no_file_is_left_a_half_request_gives_its_own_for_a_whole_one() -> None:
    async with served() as callers:
        half = await callers.send(HALF)
        with socket.create_connection(("127.0.0.1", callers.port)) as caller, no_file_left():
            caller.settimeout(PATIENCE)
            caller.sendall(WHOLE)
            assert b"200 OK" in await asyncio.to_thread(caller.recv, 99)
        assert await rest(half) == b""


async def test_callers_for_whom_no_file_is_left_are_turned_away_with_one_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with served() as callers:
        strangers = [socket.create_connection(("127.0.0.1", callers.port)) for _ in range(5)]
        with no_file_left():
            for stranger in strangers:
                stranger.settimeout(PATIENCE)
                assert await asyncio.to_thread(stranger.recv, 1) == b""
        assert b"2 bytes" in await answer(await callers.send(WHOLE))
        for stranger in strangers:
            stranger.close()
    assert caplog.messages == ["connections are closed unanswered: Too many open files"]
