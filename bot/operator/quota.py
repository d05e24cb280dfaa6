"""How many digests a user and a chat may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

from bot.telegram.sliding_window import SlidingWindow
from handlers.protocols import Sender


@dataclass(frozen=True, slots=True)
class HourlyLimits:
    """Digests an hour: for a user, for a group as a whole, and for groups with their own number."""

    user: int
    group: int
    groups: Mapping[int, int] = field(default_factory=dict)

    def of(self, who: int) -> int:
        """Return how many a user, or a group (its id is negative), may have."""
        return self.user if who > 0 else self.groups.get(who, self.group)


class Quota:
    """At most so many digests within any hour for each user and each group.

    ``limits`` may be replaced at any time; ``refusals`` counts how often somebody had to wait;
    ``note`` is told for whom one is counted.
    """

    def __init__(self, limits: HourlyLimits, clock: Callable[[], float] = monotonic) -> None:
        self.limits = limits
        self.note: Callable[[int], object] = lambda _: None
        self.refusals = 0
        self._clock = clock
        self._windows: dict[int, SlidingWindow] = {}
        self._most_known = _MOST_KNOWN

    def delay(self, sender: Sender) -> float:
        """Return the seconds until the user may have one more in this chat; 0.0 for none."""
        now = self._clock()
        self._forget(now)
        delay = max(self._window(who).delay(now) for who in _counted(sender))
        self.refusals += delay > 0
        return delay

    def count(self, sender: Sender) -> None:
        """Count one for the user and for the chat; in a private chat these are one."""
        now = self._clock()
        for who in _counted(sender):
            self._window(who).enter(now)
            self.note(who)

    def resume(self, counted: Iterable[tuple[int, float]]) -> None:
        """Go on where another process stopped: for whom it counted, and how many seconds ago.

        The longest ago comes first.
        """
        now = self._clock()
        for who, seconds in counted:
            self._window(who).enter(now - seconds)

    def _window(self, who: int) -> SlidingWindow:
        limit = self.limits.of(who)
        window = self._windows.setdefault(who, SlidingWindow(limit, _HOUR))
        window.count = limit
        return window

    def _forget(self, now: float) -> None:
        """Drop those who have all left again, when there are many."""
        if len(self._windows) > self._most_known:
            self._windows = {who: one for who, one in self._windows.items() if one.uses(now)}
            self._most_known = max(_MOST_KNOWN, 2 * len(self._windows))


def _counted(sender: Sender) -> set[int]:
    """Those for whom a digest counts; in a private chat they are one."""
    return {sender.user, sender.chat}


_HOUR: Final = 3_600.0
_MOST_KNOWN: Final = 1_000
