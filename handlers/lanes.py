"""A queue for each source: its work runs in order, that of other sources at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

Work = Callable[[], Awaitable[None]]


class Lanes:
    """Runs the latest work of each key; what was overtaken while it waited is left out."""

    def __init__(self) -> None:
        self._next: dict[str, Work] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._is_open = True

    def add(self, key: str, work: Work) -> None:
        """Run ``work`` once the key's lane is free, unless newer work comes first or a stop."""
        if not self._is_open:
            return
        self._next[key] = work
        if key not in self._running:
            self._running[key] = asyncio.ensure_future(self._run(key))

    async def close(self, seconds: float = 5.0) -> None:
        """Let what is running finish; what takes longer is cancelled, its updates come again."""
        self._is_open = False
        self._next.clear()
        tasks = list(self._running.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, key: str) -> None:
        try:
            while work := self._next.pop(key, None):
                await work()
        finally:
            del self._running[key]
