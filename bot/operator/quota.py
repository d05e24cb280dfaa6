"""How many digests a user and a chat may ask for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from bot.telegram.sliding_window import SlidingWindow
from handlers.protocols import Sender


class Quota:
    """At most ``an_hour`` digests within any hour for each user and each chat."""

    def __init__(self, an_hour: int, clock: Callable[[], float] = monotonic) -> None:
        self._an_hour = an_hour
        self._clock = clock
        self._windows: dict[int, SlidingWindow] = {}
        self._most_known = _MOST_KNOWN

    def delay(self, sender: Sender) -> float:
        """Return the seconds until the user may have one more in this chat; 0.0 for none."""
        now = self._clock()
        self._forget(now)
        return max(window.delay(now) for window in self._of(sender))

    def count(self, sender: Sender) -> None:
        """Count one for the user and for the chat; in a private chat these are one."""
        now = self._clock()
        for window in self._of(sender):
            window.enter(now)

    def _of(self, sender: Sender) -> list[SlidingWindow]:
        who = {sender.user, sender.chat}
        return [self._windows.setdefault(one, SlidingWindow(self._an_hour, _HOUR)) for one in who]

    def _forget(self, now: float) -> None:
        """Drop those who have all left again, when there are many."""
        if len(self._windows) > self._most_known:
            self._windows = {who: one for who, one in self._windows.items() if one.uses(now)}
            self._most_known = max(_MOST_KNOWN, 2 * len(self._windows))


_HOUR: Final = 3_600.0
_MOST_KNOWN: Final = 1_000
