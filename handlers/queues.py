"""Queues by key: the work of one key is done in order, that of others at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Final

CLOSE_SECONDS: Final = 5.0
"""How long a stop waits for what is running."""
WAIT_SECONDS: Final = 10.0
"""After so long nobody waits any more for those before."""


class LatestQueue:
    """Runs work one at a time for each key; of what waits for a key only the newest is run."""

    def __init__(self) -> None:
        self._waiting: dict[str, Callable[[], Awaitable[None]]] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._is_open = True

    def add(self, key: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run ``work`` after what runs for the key, unless newer work or a stop comes before."""
        if not self._is_open:
            return
        self._waiting[key] = work
        if key not in self._running:
            self._running[key] = asyncio.ensure_future(self._run(key))

    async def close(self, seconds: float = CLOSE_SECONDS) -> None:
        """Let what is running finish; what takes longer is cancelled, its updates come again."""
        self._is_open = False
        self._waiting.clear()
        tasks = list(self._running.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, key: str) -> None:
        try:
            while work := self._waiting.pop(key, None):
                await work()
        finally:
            del self._running[key]


class Resequencer:
    """Lets results out in the order in which their work began (Hohpe and Woolf's pattern)."""

    def __init__(self, seconds: float = WAIT_SECONDS) -> None:
        self._seconds = seconds
        self._unfinished: dict[Hashable, list[asyncio.Future[None]]] = {}

    @contextmanager
    def begun(self, key: Hashable) -> Iterator[Callable[[], Awaitable[None]]]:
        """Work on ``key`` that ends with the context.

        Yields a function that waits until all work on the key that began before has ended, for
        ``seconds`` at most.
        """
        queue = self._unfinished.setdefault(key, [])
        before, mine = tuple(queue), asyncio.get_running_loop().create_future()
        queue.append(mine)

        async def earlier_ended() -> None:
            if before:
                await asyncio.wait(before, timeout=self._seconds)

        try:
            yield earlier_ended
        finally:
            mine.set_result(None)
            queue.remove(mine)
            if not queue:
                del self._unfinished[key]
