"""A bell that wakes everyone who waits for something to change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Bell:
    """``ring`` when something changed; ``until`` waits for a condition without sleeping."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Wake all who wait."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, holds: Callable[[], object], patience: float | None = None) -> bool:
        """Return whether ``holds()`` is true, at the latest after ``patience`` seconds."""
        try:
            async with asyncio.timeout(patience):
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
