"""One chat's requests to Telegram: how many it may get, and when the next."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bot.telegram.sliding_window import SlidingWindow


@dataclass(slots=True, eq=False)
class ChatQueue:
    """One chat's requests, sent one at a time; none before ``paused_until``."""

    windows: tuple[SlidingWindow, ...] = ()
    chat: int | str = 0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    paused_until: float = 0.0

    def delay(self, now: float) -> float:
        """Return the seconds until it may send one more; 0 for now."""
        return max(0.0, self.paused_until - now, *(window.delay(now) for window in self.windows))

    def is_rested(self, now: float) -> bool:
        """Whether it may send all that it ever may at once."""
        return not any(window.uses(now) for window in self.windows)
