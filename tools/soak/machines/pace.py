"""The most calls within a time."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from tools.soak.machines.record import Taken


def most_within(calls: Iterable[Taken], seconds: float) -> int:
    """Return how many came within any so many seconds."""
    moments = sorted(call.came for call in calls)
    counts = (at + 1 - bisect_left(moments, now - seconds) for at, now in enumerate(moments))
    return max(counts, default=0)


def most_in_one_chat(calls: Iterable[Taken], seconds: float) -> int:
    """Return how many came within any so many seconds in one chat."""
    chats: dict[int, list[Taken]] = defaultdict(list)
    for call in calls:
        chats[call.chat].append(call)
    return max((most_within(of_one, seconds) for of_one in chats.values()), default=0)
