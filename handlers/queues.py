"""Queues by key: the work of one key is done in order, that of others at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from typing import Final

from handlers.protocols import FencedError

CLOSE_SECONDS: Final = 5.0
"""How long a stop waits for what is running."""
RECORD_SECONDS: Final = 1.0
"""How long it waits then for what is being sent, to have it on record."""
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
                with suppress(FencedError):  # another process answers by now
                    await work()
        finally:
            del self._running[key]


class Resequencer:
    """Lets results out in the order in which work was expected (Hohpe and Woolf's pattern)."""

    def __init__(self, seconds: float = WAIT_SECONDS) -> None:
        self._seconds = seconds
        self._unfinished: dict[Hashable, dict[Hashable, asyncio.Future[None]]] = {}

    def expect(self, key: Hashable, work: Hashable) -> None:
        """Let what is expected later wait for this work, as if it had begun; see ``leave``."""
        self._turn(key, work)

    def leave(self, key: Hashable, work: Hashable) -> None:
        """Let nobody wait for this work, which has ended or will never begin."""
        turns = self._unfinished.get(key, {})
        if work in turns:
            turns.pop(work).set_result(None)
            if not turns:
                del self._unfinished[key]

    @contextmanager
    def begun(self, key: Hashable, work: Hashable) -> Iterator[Callable[[], Awaitable[None]]]:
        """Work on ``key`` that ends with the context.

        Yields a function that waits until all work on the key that was expected, or began, before
        has ended, for ``seconds`` at most.
        """
        mine = self._turn(key, work)
        before = tuple(takewhile(lambda turn: turn is not mine, self._unfinished[key].values()))

        async def earlier_ended() -> None:
            if before:
                await asyncio.wait(before, timeout=self._seconds)

        try:
            yield earlier_ended
        finally:
            self.leave(key, work)

    def _turn(self, key: Hashable, work: Hashable) -> asyncio.Future[None]:
        turns = self._unfinished.setdefault(key, {})
        return turns.setdefault(work, asyncio.get_running_loop().create_future())
