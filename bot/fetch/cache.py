"""What was fetched a while ago, in memory: asked for again, it costs its site nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Final

from bot.fetch.model import Fetched

Asked = tuple[str, int]
"""An address, and how many comments at most."""

MOST_BYTES: Final = 64 * 2**20
PARTLY_SECONDS: Final = 600.0
"""So long what came in part is kept: the rest may come when it is asked for again."""


class FetchedCache:
    """Keeps what came of addresses for so many ``seconds``; the oldest go where it is too much."""

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._kept: OrderedDict[Asked, tuple[float, Fetched]] = OrderedDict()
        self._bytes = 0

    def get(self, asked: Asked) -> Fetched | None:
        """Return what came of the address, if it is fresh."""
        until, fetched = self._kept.get(asked, (0.0, None))
        return fetched if self._clock() < until else None

    def put(self, asked: Asked, fetched: Fetched) -> None:
        """Keep what came of the address."""
        self._drop(asked)
        self._kept[asked] = self._clock() + self._keep_seconds(fetched), fetched
        self._bytes += fetched.size
        while self._kept and (self._bytes > MOST_BYTES or self._is_over(next(iter(self._kept)))):
            self._drop(next(iter(self._kept)))

    def _keep_seconds(self, fetched: Fetched) -> float:
        return self._seconds if fetched.is_whole else min(self._seconds, PARTLY_SECONDS)

    def _is_over(self, asked: Asked) -> bool:
        return self._kept[asked][0] <= self._clock()

    def _drop(self, asked: Asked) -> None:
        _, fetched = self._kept.pop(asked, (0.0, None))
        self._bytes -= fetched.size if fetched else 0
