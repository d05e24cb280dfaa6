"""A machine of the soak in a network of its own reaches what it is to reach, and nothing else."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys

import pytest

from tests.bot.process import free_port
from tools.soak.machines.namespace import namespace

UNSHARE = shutil.which("unshare") if shutil.which("ip") and shutil.which("nsenter") else None
CAN_BE_MADE = UNSHARE and not subprocess.run((UNSHARE, "--net", "true"), check=False).returncode
pytestmark = pytest.mark.skipif(not CAN_BE_MADE, reason="only root may make a network")

READS = "import socket, sys; print(socket.create_connection(('127.0.0.1', {})).recv(99).decode())"
SAYS = """
import socket
with socket.create_server(("127.0.0.1", {})) as server:
    print("listening", flush=True)
    server.accept()[0].sendall(b"said inside")
"""


async def run(*command: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)


async def say(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"said outside")
    writer.close()


async def test_only_what_is_named_is_reached_and_both_ways() -> None:
    inward = free_port()
    async with await asyncio.start_server(say, "127.0.0.1", 0) as server:
        named = server.sockets[0].getsockname()[1]
        async with (
            await asyncio.start_server(say, "127.0.0.1", 0) as other,
            namespace([named], [inward]) as within,
        ):
            unnamed = other.sockets[0].getsockname()[1]
            python = (*within, sys.executable, "-c")
            reached, refused = [await run(*python, READS.format(n)) for n in (named, unnamed)]
            assert (await reached.communicate())[0] == b"said outside\n"
            assert b"ConnectionRefusedError" in (await refused.communicate())[1]
            speaking = await run(*python, SAYS.format(inward))
            assert speaking.stdout
            assert await speaking.stdout.readline() == b"listening\n"
            reader, writer = await asyncio.open_connection("127.0.0.1", inward)
            assert await reader.read() == b"said inside"
            writer.close()
            assert await speaking.wait() == 0
