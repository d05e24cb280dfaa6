"""A web site on loopback: what it answers is written by a test, to the byte."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

ENDLESS = b"ENDLESS"
"""A body that goes on until the client has enough."""
SILENCE = b"SILENCE"
"""No answer at all, until the client gives up."""


def answer(body: bytes | str = b"", status: int = 200, **headers: str) -> bytes:
    """An answer in HTTP; names of headers are written with ``_`` for ``-``."""
    content = body.encode() if isinstance(body, str) else body
    named = {"content_length": str(len(content)), "connection": "close", **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
    return "\r\n".join([f"HTTP/1.1 {status} -", *lines, "", ""]).encode() + content


def redirect(target: str, status: int = 302) -> bytes:
    return answer(status=status, location=target)


@dataclass
class Site:
    """Its ``answers`` by path, the query included; any other path answers 404."""

    answers: dict[str, bytes] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    serving: set[asyncio.Task[object]] = field(default_factory=set)

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt left out."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        if task := asyncio.current_task():
            self.serving.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await self._answer(await self._asked(reader), writer)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _asked(self, reader: asyncio.StreamReader) -> bytes:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.rstrip().split("\r\n")
        headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in lines)}
        path = first.split(" ")[1]
        self.requests.append((path, headers))
        self.bodies.append(await reader.readexactly(int(headers.get("content-length", 0))))
        return self.answers.get(path, answer("none", 404))

    async def _answer(self, said: bytes, writer: asyncio.StreamWriter) -> None:
        if said == SILENCE:
            await asyncio.sleep(600)
        if said == ENDLESS:
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n")
            while True:
                writer.write(b"x" * 65536)
                await writer.drain()
        writer.write(said)
        await writer.drain()


@asynccontextmanager
async def serving(answers: Mapping[str, bytes]) -> AsyncIterator[Site]:
    """A site that is there until the context ends."""
    site = Site(dict(answers))
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()
        for task in site.serving:
            task.cancel()
        await asyncio.gather(*site.serving, return_exceptions=True)
