"""A network of its own for a machine, which reaches others through sockets in a folder alone.

``python -m tools.soak.machines.namespace FOLDER OUTWARD INWARD``, ports with commas between, is
what runs inside one; Linux alone has them, and only root may make them.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bot.process import ROOT
from tests.children import ended_with_us
from tools.soak.machines.proxy import LARGEST_READ, Ends, join

Connect = Callable[[], Awaitable[Ends]]


@asynccontextmanager
async def namespace(
    outward: Sequence[int], inward: Sequence[int]
) -> AsyncIterator[tuple[str, ...]]:
    """A network until the block ends; yields the words before a command that runs in it.

    Ports of this host that are ``outward`` have the same number there, and so have those of the
    machine that are ``inward`` here.

    Raises:
        OSError: it cannot be made; why is on stderr.
    """
    with TemporaryDirectory(prefix="net-") as name:
        folder = Path(name)
        servers = [await _from_socket(folder / f"out-{port}", port) for port in outward]
        servers += [await _from_port(port, folder / f"in-{port}") for port in inward]
        child = await asyncio.create_subprocess_exec(
            *("unshare", "--net", sys.executable, "-m", __spec__.name, name),
            *(",".join(map(str, ports)) for ports in (outward, inward)),
            stdout=asyncio.subprocess.PIPE,
            cwd=ROOT,
            start_new_session=True,
        )
        try:
            with ended_with_us(child.pid):
                assert child.stdout
                if not await child.stdout.readline():
                    raise OSError("a network of its own cannot be made")
                yield ("nsenter", f"--net=/proc/{child.pid}/ns/net")
        finally:
            for server in servers:
                server.close()
            with suppress(ProcessLookupError):
                child.kill()
            await child.wait()


async def _inside(folder: Path, outward: Sequence[int], inward: Sequence[int]) -> None:
    """Pass on what comes, for ever."""
    loopback = await asyncio.create_subprocess_exec("ip", "link", "set", "lo", "up")
    if await loopback.wait():
        raise OSError("the network has no loopback")
    servers = [await _from_port(port, folder / f"out-{port}") for port in outward]
    servers += [await _from_socket(folder / f"in-{port}", port) for port in inward]
    print("open", flush=True)
    await asyncio.gather(*(server.serve_forever() for server in servers))


async def _from_port(port: int, socket: Path) -> asyncio.Server:
    passing = partial(_pass_on, partial(asyncio.open_unix_connection, socket))
    return await asyncio.start_server(passing, "127.0.0.1", port)


async def _from_socket(socket: Path, port: int) -> asyncio.Server:
    passing = partial(_pass_on, partial(asyncio.open_connection, "127.0.0.1", port))
    return await asyncio.start_unix_server(passing, socket)


async def _pass_on(connect: Connect, reader: StreamReader, writer: StreamWriter) -> None:
    """Pass on what comes from either side; who hangs up, or is not there, ends both."""
    try:
        there = await connect()
    except OSError:
        writer.transport.abort()
        return
    try:
        await join((reader, writer), there, _copy)
    finally:
        for end in (there[1], writer):
            end.close()


async def _copy(reader: StreamReader, writer: StreamWriter) -> None:
    with suppress(OSError):
        while data := await reader.read(LARGEST_READ):
            writer.write(data)
            await writer.drain()


def _ports(words: str) -> list[int]:
    return [int(word) for word in words.split(",") if word]


if __name__ == "__main__":
    asyncio.run(_inside(Path(sys.argv[1]), *map(_ports, sys.argv[2:4])))
