"""How many digests a user and a chat may ask for."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from bot.telegram.window import Window
from handlers.protocols import Sender


class Quota:
    """At most ``an_hour`` digests within any hour for each user and each chat."""

    def __init__(self, an_hour: int, clock: Callable[[], float] = monotonic) -> None:
        self._an_hour = an_hour
        self._clock = clock
        self._windows: dict[int, Window] = {}
        self._counted: dict[str, float] = {}
        self._most_known = _MOST_KNOWN

    def wait(self, sender: Sender, key: str) -> float:
        """Count one digest for user and chat and return 0.0.

        When one of them has none left, nothing is counted, and the result is the seconds to wait.
        In a private chat both have the same id, and are one. The same ``key`` counts once an
        hour: a paste that grows, an album of several files.
        """
        now = self._clock()
        self._forget(now)
        if key in self._counted:
            return 0.0
        who = {sender.user, sender.chat}
        windows = [self._windows.setdefault(key, Window(self._an_hour, _HOUR)) for key in who]
        wait = max(one.delay(now) for one in windows)
        if not wait:
            self._counted[key] = now
            for one in windows:
                one.enter(now)
        return wait

    def _forget(self, now: float) -> None:
        """Drop what counts no more: pastes stand in order of time, users by and by."""
        while self._counted and next(iter(self._counted.values())) + _HOUR <= now:
            del self._counted[next(iter(self._counted))]
        if len(self._windows) > self._most_known:
            self._windows = {who: one for who, one in self._windows.items() if one.uses(now)}
            self._most_known = max(_MOST_KNOWN, 2 * len(self._windows))


_HOUR: Final = 3_600.0
_MOST_KNOWN: Final = 1_000
