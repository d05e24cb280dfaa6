"""What systemd hears from the real program, and how it is given the token."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.operator.service_manager import supervised, watchdog_seconds
from tests.bot.process import PATIENCE, environment, program, telegram_over_http


@pytest.fixture
def manager(short_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        receiver.bind(str(short_path / "notify"))
        receiver.setblocking(False)
        yield receiver


async def heard(manager: socket.socket) -> str:
    async with asyncio.timeout(PATIENCE):
        return (await asyncio.get_running_loop().sock_recv(manager, 100)).decode()


async def test_systemd_passes_the_token_on_and_hears_ready_alive_and_stopping(
    manager: socket.socket, tmp_path: Path
) -> None:
    async with telegram_over_http() as site:
        settings = environment(site, tmp_path)
        (tmp_path / "telegram_bot_token").write_text(settings.pop("TELEGRAM_BOT_TOKEN"))
        unit = {
            "NOTIFY_SOCKET": manager.getsockname(),
            "WATCHDOG_USEC": "200000",
            "CREDENTIALS_DIRECTORY": str(tmp_path),
        }
        async with program({**settings, **unit}) as bot:
            assert await heard(manager) == "READY=1"
            assert [await heard(manager) for _ in range(3)] == ["WATCHDOG=1"] * 3
            bot.child.send_signal(signal.SIGTERM)
            while (last := await heard(manager)) == "WATCHDOG=1":
                pass
            assert last == "STOPPING=1"
            assert await bot.end() == 0


async def test_a_wrong_token_is_never_ready(manager: socket.socket, tmp_path: Path) -> None:
    async with telegram_over_http() as site:
        settings = environment(site, tmp_path, TELEGRAM_BOT_TOKEN="1:wrong")
        async with program({**settings, "NOTIFY_SOCKET": manager.getsockname()}) as bot:
            assert await bot.end() == 2
    with pytest.raises(BlockingIOError):
        manager.recv(100)


async def test_a_service_manager_that_is_gone_is_one_line(short_path: Path) -> None:
    async with telegram_over_http() as site:
        nowhere = {"NOTIFY_SOCKET": str(short_path / "none")}
        async with program({**environment(site, short_path), **nowhere}) as bot:
            await bot.writes("the service manager was not told READY=1: No such file")
            await bot.writes("is at work")
            assert await bot.stop() == 0


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "60000000"}, 60),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": str(os.getpid())}, 60),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
    ],
)
def test_a_watchdog_is_heeded_where_it_watches_this_process(
    given: dict[str, str], seconds: float | None
) -> None:
    assert watchdog_seconds(given) == seconds


async def test_an_address_in_the_abstract_namespace_is_reached(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        receiver.bind(f"\0{tmp_path}")
        receiver.setblocking(False)
        async with supervised({"NOTIFY_SOCKET": f"@{tmp_path}"}):
            assert receiver.recv(100) == b"READY=1"
        assert receiver.recv(100) == b"STOPPING=1"
