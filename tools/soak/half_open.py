"""``python -m tools.soak.half_open PORT COUNT``: so many requests that begin and do not end.

What the server closes is opened again, until this program's input ends.
"""

from __future__ import annotations

import asyncio
import resource
import sys
from contextlib import suppress
from itertools import cycle, islice

PAUSE_SECONDS = 2.0
_POST = b"POST /telegram HTTP/1.1\r\nHost: here\r\nContent-Length: 9999\r\n"
HEADS = (
    _POST + b"\r\n{",
    _POST + b"X-Telegram-Bot-Api-Secret-Token: soak\r\n\r\n{",
    _POST,
    b"GET /health HTTP/1.1\r\nHost: ",
)


async def hold(port: int, count: int) -> None:
    """Keep the connections open."""
    heads = islice(cycle(HEADS), count)
    tasks = [asyncio.create_task(_hold_one(port, head)) for head in heads]
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    for task in tasks:
        task.cancel()


async def _hold_one(port: int, head: bytes) -> None:
    while True:
        with suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(head)
            await reader.read()
            writer.close()
        await asyncio.sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(hold(*map(int, sys.argv[1:])))
