"""Waiting for something in the world to become true, without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Changes:
    """Like ``asyncio.Condition`` without its lock: all is done in one thread."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify_all(self) -> None:
        """Let all who wait look again: something has changed."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def wait_for(self, holds: Callable[[], object], timeout: float | None = None) -> bool:  # noqa: ASYNC109 - None is for ever
        """Return whether ``holds()`` is true, at the latest after ``timeout`` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while not holds():
                    await self._next()
        except TimeoutError:
            return bool(holds())
        return True

    async def _next(self) -> None:
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
