"""Queues that let results of work pass in the order in which it began."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Final

PATIENCE: Final = 10.0
"""Seconds after which nobody waits any longer for those before."""


class Turns:
    """A queue for each key; keys do not wait for each other."""

    def __init__(self) -> None:
        self._inside: dict[Hashable, list[asyncio.Future[None]]] = {}

    @contextmanager
    def entered(self, key: Hashable) -> Iterator[Callable[[], Awaitable[None]]]:
        """Join the key's queue until the context ends.

        Yields a function that waits until all who joined before have left, at most ``PATIENCE``
        seconds.
        """
        queue = self._inside.setdefault(key, [])
        before, mine = tuple(queue), asyncio.get_running_loop().create_future()
        queue.append(mine)

        async def turn() -> None:
            if before:
                await asyncio.wait(before, timeout=PATIENCE)

        try:
            yield turn
        finally:
            mine.set_result(None)
            queue.remove(mine)
            if not queue:
                del self._inside[key]
