"""A sliding window: at most so many events within so many seconds."""

from __future__ import annotations


class SlidingWindow:
    """At most ``count`` events within any ``seconds``; small, since there is one for each chat.

    ``count`` may be changed.
    """

    __slots__ = ("_seconds", "_times", "count")

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self._seconds = seconds
        self._times: list[float] = []

    def delay(self, now: float) -> float:
        """Return the seconds until one more fits; 0 when it fits now."""
        if self.uses(now) < self.count:
            return 0.0
        return self._times[-self.count] + self._seconds - now

    def uses(self, now: float) -> int:
        """Return how many events still count."""
        if self._times and self._times[0] + self._seconds <= now:
            self._times = [time for time in self._times if time + self._seconds > now]
        return len(self._times)

    def enter(self, now: float, count: int = 1) -> None:
        """Count an event, or several at once."""
        self._times += count * [now]

    def postpone(self, time: float, now: float) -> None:
        """Let the event of ``time`` count as one of ``now``."""
        if time in self._times:
            self._times.remove(time)
        self._times.append(now)
