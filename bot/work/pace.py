"""How often pebble's threads look after the worker processes."""

from __future__ import annotations

import asyncio
from typing import Final

from pebble import CONSTS

BUSY_SECONDS: Final = CONSTS.sleep_unit
"""While there are jobs: a time limit is kept to a tenth of a second."""

RESTING_SECONDS: Final = 1.0
REST_AFTER: Final = 60.0
"""So long without a job, pebble's two threads wake once a second each, not twenty times in all."""


class Pace:
    """Quick while there are jobs, slow when there have been none for a while.

    Pebble reads its interval at each turn; it is one for all pools of the process, so the last of
    them to rest makes it long.
    """

    def __init__(self) -> None:
        self._jobs = 0
        self._rest: asyncio.TimerHandle | None = None
        self._is_open = True

    def begin(self) -> None:
        """Note that a job begins."""
        self._jobs += 1
        if not self._is_open:
            return
        self._keep_awake()
        _BUSY.add(self)
        CONSTS.sleep_unit = BUSY_SECONDS

    def end(self) -> None:
        """Note that a job has ended."""
        self._jobs -= 1
        if not self._jobs and self._is_open:
            self._rest = asyncio.get_running_loop().call_later(REST_AFTER, _rest, self)

    def close(self) -> None:
        """Leave the interval as it was."""
        self._is_open = False
        self._keep_awake()
        _BUSY.discard(self)
        CONSTS.sleep_unit = BUSY_SECONDS

    def _keep_awake(self) -> None:
        if self._rest:
            self._rest.cancel()
        self._rest = None


def _rest(pace: Pace) -> None:
    _BUSY.discard(pace)
    if not _BUSY:
        CONSTS.sleep_unit = RESTING_SECONDS


_BUSY: Final[set[Pace]] = set()
"""The pools that have had a job a while ago."""
