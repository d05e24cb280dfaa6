"""Pauses of many requests, which all end at once when nothing more is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from handlers.protocols import FencedError


class Pauses:
    """Sleeps as it is called to, with any ``sleep``."""

    def __init__(self, sleep: Callable[[float], Awaitable[object]]) -> None:
        self._sleep = sleep
        self._running: set[asyncio.Future[object]] = set()
        self._is_open = True

    async def __call__(self, seconds: float) -> None:
        """Wait so long; raises FencedError as soon as there is nothing to wait for."""
        if self._is_open:
            pause = asyncio.ensure_future(self._sleep(seconds))
            self._running.add(pause)
            try:
                await asyncio.wait((pause,))
            finally:
                self._running.discard(pause)
                pause.cancel()
        if not self._is_open:
            refuse()

    @contextmanager
    def ended(self) -> Iterator[None]:
        """Inside, all of them have ended, and so does any that follows."""
        self._is_open = False
        for pause in self._running:
            pause.cancel()
        try:
            yield
        finally:
            self._is_open = True


def refuse() -> None:
    """Raise FencedError: whoever answers next sends it."""
    raise FencedError("this process is ending")
