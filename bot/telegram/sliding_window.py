"""A sliding window: at most so many events within so many seconds."""

from __future__ import annotations


class SlidingWindow:
    """At most ``count`` events within any ``seconds``; small, since there is one for each chat.

    ``count`` may be changed. What has begun and not ended counts however long it takes: nobody
    knows yet when it happens.
    """

    __slots__ = ("_begun", "_seconds", "_times", "count")

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self._seconds = seconds
        self._times: list[float] = []
        self._begun = 0

    def delay(self, now: float) -> float:
        """Return the seconds until one more fits, or is to be asked for again; 0 for now."""
        over = self.uses(now) - self.count
        if over < 0:
            return 0.0
        if over >= len(self._times):  # what has begun fills it
            return self._seconds / _LOOKS
        return self._times[over] + self._seconds - now

    def uses(self, now: float) -> int:
        """Return how many events still count."""
        if self._times and self._times[0] + self._seconds <= now:
            self._times = [time for time in self._times if time + self._seconds > now]
        return len(self._times) + self._begun

    def enter(self, now: float, count: int = 1) -> None:
        """Count an event, or several at once."""
        self._times += count * [now]

    def begin(self) -> None:
        """Count an event that happens until `end`."""
        self._begun += 1

    def end(self, now: float) -> None:
        """Count one that has begun as an event of ``now``, the latest moment at which it was."""
        self._begun -= 1
        self._times.append(now)


_LOOKS = 10
"""How often within its seconds a full window is asked, of which nobody knows when it empties."""
