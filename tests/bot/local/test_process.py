"""The bot's own process without a token, spoken to over HTTP alone."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from tests.bot.process import PATIENCE, ROOT, half_open
from tests.children import ended_with_us

FEW_FILES = "import resource, sys, bot.__main__; resource.setrlimit(resource.RLIMIT_NOFILE, (150, 150)); sys.exit(bot.__main__.main(['--local']))"  # noqa: E501


@asynccontextmanager
async def running(folder: Path, stdin: int = DEVNULL) -> AsyncIterator[tuple[Process, str]]:
    """The program, which may open few files, and the address that it prints."""
    (folder / "own").mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_BOT_TOKEN": "",
        "TMPDIR": str(folder),
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", FEW_FILES),
        cwd=folder / "own",
        env=environment,
        stdin=stdin,
        stdout=PIPE,
        start_new_session=True,
    )
    assert process.stdout
    with ended_with_us(process.pid):
        line = (await process.stdout.readline()).decode()
        yield process, re.findall(r"http://127\.0\.0\.1:\d+/", line)[0]
    if process.returncode is None:
        process.kill()
    rest, _ = await process.communicate()
    assert rest == b"Stop it with Ctrl+C.\n"
    assert [path.name for path in folder.rglob("*")] == ["own"]


async def fetch(url: str, body: str | None = None) -> bytes:
    root = "/".join(url.split("/")[:3])
    request = HTTPRequest(url, "GET" if body is None else "POST", {"Origin": root}, body)
    return (await AsyncHTTPClient().fetch(request)).body


async def messages(root: str) -> list[Any]:
    chats = json.loads(await fetch(f"{root}chat/state"))["chats"]
    found: list[Any] = chats[0]["messages"]
    return found


async def test_one_address_is_printed_where_the_example_is_digested_until_sigterm(
    short_path: Path,
) -> None:
    async with running(short_path) as (process, root):
        assert b"Digest the example page" in await fetch(root)
        state = json.loads(await fetch(f"{root}chat/state"))
        assert [chat["kind"] for chat in state["chats"]] == ["private", "group", "group"]
        process.send_signal(signal.SIGHUP)  # without a terminal it says nothing of an end
        example = json.dumps({"chat": state["chats"][0]["id"]})
        await fetch(f"{root}chat/action/example", example)
        async with asyncio.timeout(PATIENCE):
            while not any("Summary" in m["text"] for m in await messages(root)):  # noqa: ASYNC110 - HTTP has no event
                await asyncio.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0


async def test_the_program_ends_with_its_terminal(short_path: Path) -> None:
    terminal, stdin = os.openpty()
    async with running(short_path, stdin) as (process, root):
        await fetch(root)
        process.send_signal(signal.SIGHUP)
        assert await process.wait() == 0
    os.close(terminal)
    os.close(stdin)


async def test_posts_that_do_not_end_stop_no_chat(short_path: Path) -> None:
    async with running(short_path) as (process, root):
        port = int(root.strip("/").rpartition(":")[2])
        head = f"POST /chat/action/paste HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        with half_open(port, f"{head}Content-Length: 99\r\n\r\n{{".encode(), count=300):
            assert b"Digest the example page" in await fetch(root)
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
