"""What a service manager such as systemd is told: ready, alive, stopping (sd_notify(3))."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Final

logger = logging.getLogger(__name__)

READY: Final = "READY=1"
ALIVE: Final = "WATCHDOG=1"
STOPPING: Final = "STOPPING=1"


@asynccontextmanager
async def supervised(environment: Mapping[str, str]) -> AsyncIterator[None]:
    """Tell the service manager, where there is one, that the bot is ready until the block ends.

    Where it has a watchdog, it hears of us twice within its time while the event loop turns.
    """
    _tell(environment, READY)
    signs = asyncio.ensure_future(_show_life(environment))
    try:
        yield
    finally:
        signs.cancel()
        _tell(environment, STOPPING)


def watchdog_seconds(environment: Mapping[str, str]) -> float | None:
    """Return how long the watchdog of this process waits; None where there is none."""
    microseconds = environment.get("WATCHDOG_USEC", "")
    if environment.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    return int(microseconds) / 1e6 if microseconds.isdecimal() and int(microseconds) else None


async def _show_life(environment: Mapping[str, str]) -> None:
    """Tell the watchdog that the event loop turns, again and again."""
    seconds = watchdog_seconds(environment)
    while seconds:
        _tell(environment, ALIVE)
        await asyncio.sleep(seconds / 2)


def _tell(environment: Mapping[str, str], state: str) -> None:
    """Send one datagram; an address that begins with @ is in Linux' abstract namespace."""
    address = environment.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):
        address = f"\0{address[1:]}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.settimeout(0)
        try:
            sender.sendto(state.encode(), address)
        except OSError as problem:
            logger.warning("the service manager was not told %s: %s", state, problem.strerror)
