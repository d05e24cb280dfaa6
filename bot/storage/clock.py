"""A clock for what is kept: a host whose clock is set wrong for a while loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, time
from typing import Final

from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Database


async def steady_clock(database: Database, latest: str) -> Callable[[], float]:
    """The clock of a database: its own, or else the host's.

    The statement ``latest`` finds the time of what was kept last.
    """
    if database.now:
        return database.now
    rows = await BestEffortDatabase(database, "the clock of the host is believed").read(latest)
    return SteadyClock(rows[0][0] if rows else None)


class SteadyClock:
    """Gives seconds of the epoch; a step of the host's clock must last before it is followed.

    Steps of less than a day, which cost nothing, are followed at once. ``latest`` is the time of
    what was kept last: the first reading may be such a step too.
    """

    def __init__(
        self,
        latest: float | None = None,
        host: Callable[[], float] = time,
        steady: Callable[[], float] = monotonic,
    ) -> None:
        self._host = host
        self._steady = steady
        self._offset = (host() if latest is None else latest) - steady()
        self._step: float | None = None
        self._since = 0.0

    def __call__(self) -> float:
        """Return the time that is believed."""
        now = self._steady()
        step = self._host() - (now + self._offset)
        if abs(step) < _DAY or self._has_lasted(step, now):
            self._offset += step
            self._step = None
        return now + self._offset

    def _has_lasted(self, step: float, now: float) -> bool:
        """Whether the host's clock has been that far away for an hour."""
        if self._step is None or abs(step - self._step) > _DAY:
            self._step, self._since = step, now
        return now - self._since >= _HOUR


_DAY: Final = 86_400.0
_HOUR: Final = 3_600.0
