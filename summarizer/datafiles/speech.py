"""Speech out of records: entries with their times."""

from __future__ import annotations

from summarizer.captions.cues import Block, to_cues
from summarizer.model import Cue

Entry = tuple[float, str, str | None]
"""A start in seconds or milliseconds, the words, and who says them."""

_SLOW = 0.1
"""Letters a unit of time below which the unit is a millisecond: nobody speaks so slowly."""


def cues_of(entries: list[Entry], *, clocked: bool = False) -> tuple[Cue, ...]:
    """The cues of entries of one list; ``clocked``: their times are clocks, not numbers."""
    scale = 1000 if not clocked and _in_milliseconds(entries) else 1
    return to_cues([Block(round(s / scale, 3), tuple(t.split("\n")), w) for s, t, w in entries])


def _in_milliseconds(entries: list[Entry]) -> bool:
    starts = [start for start, _, _ in entries]
    span = max(starts) - min(starts)
    letters = sum(len(text) for _, text, _ in entries)
    return all(map(float.is_integer, starts)) and letters < _SLOW * span
