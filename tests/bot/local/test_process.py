"""The bot's own process without a token, spoken to over HTTP alone."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from tests.bot.local.conftest import ROOT
from tests.children import ended_with_us


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[Process]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TELEGRAM_BOT_TOKEN": ""}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "--local"),
        cwd=tmp_path,
        env=environment,
        stdout=PIPE,
        start_new_session=True,
    )
    with ended_with_us(process.pid):
        yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


async def fetch(url: str, body: str | None = None) -> bytes:
    root = "/".join(url.split("/")[:3])
    request = HTTPRequest(url, "GET" if body is None else "POST", {"Origin": root}, body)
    return (await AsyncHTTPClient().fetch(request)).body


async def messages(root: str) -> list[Any]:
    chats = json.loads(await fetch(f"{root}chat/state"))["chats"]
    found: list[Any] = chats[0]["messages"]
    return found


async def test_one_address_is_printed_where_the_example_is_digested_until_sigterm(
    process: Process, tmp_path: Path
) -> None:
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    assert await process.stdout.readline() == b"Stop it with Ctrl+C.\n"
    [root] = re.findall(r"http://127\.0\.0\.1:\d+/", line)
    assert b"Digest the example page" in await fetch(root)
    state = json.loads(await fetch(f"{root}chat/state"))
    assert [chat["kind"] for chat in state["chats"]] == ["private", "group"]
    await fetch(f"{root}chat/action/example", json.dumps({"chat": state["chats"][0]["id"]}))
    async with asyncio.timeout(60):
        while not any("Summary" in m["text"] for m in await messages(root)):  # noqa: ASYNC110 - HTTP has no event
            await asyncio.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    assert await process.wait() == 0
    assert (await process.stdout.read()) == b""
    assert not list(tmp_path.iterdir())
