"""Worker processes that one bot of the tests has after another: starting them takes long.

No job leaves anything behind in a process, and one that goes on when a bot stops ends with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass

from pebble import ProcessPool

from bot.config import Settings
from bot.conversation import limits, workers
from bot.work.workers import Limits, Workers


@dataclass(slots=True)
class Lender:
    """The processes, once they have been asked for."""

    is_open: bool = False
    pool: ProcessPool | None = None

    def end(self) -> None:
        """End the processes; the next who asks gets new ones."""
        if self.pool:
            self.pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it without a result type
            self.pool.join()
        self.pool = None


LENDER = Lender()
USUAL = limits(Settings("", workers=1))


class LentWorkers(Workers):
    """Workers whose processes stay when they are left."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        if LENDER.pool and LENDER.pool.active:
            self._pool = LENDER.pool
        LENDER.pool = self._lent = self._pool

    async def __aexit__(self, *_: object) -> None:
        """End what still runs."""
        if self._pool is not self._lent:  # the processes broke, and these are of its own
            await super().__aexit__()
            return
        self._is_open = False
        self._pace.close()
        for future in self._running:
            future.cancel()


def workers_for(settings: Settings) -> AbstractAsyncContextManager[Workers]:
    """Workers with the processes of the tests before; others where the settings ask for others."""
    if LENDER.is_open and not settings.database_url and limits(settings) == USUAL:
        return LentWorkers(USUAL)
    return workers(settings)


@contextmanager
def lending() -> Iterator[None]:
    """Inside, processes are lent; at the end they end."""
    LENDER.is_open = True
    yield
    LENDER.is_open = False
    LENDER.end()


@contextmanager
def nothing_lent() -> Iterator[None]:
    """Inside, there are no processes that are lent."""
    LENDER.is_open = False
    LENDER.end()
    yield
    LENDER.is_open = True
