"""Hours of the day, as minutes of a meeting have them: they look like times in a video."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from summarizer.page.interface.clock import Stamp

_FROM_TO = re.compile(
    r"(?<![\d:.,/])(\d{1,2}):([0-5]\d)\s{0,4}(?:-|–|—|to)\s{0,4}(\d{1,2}):([0-5]\d)(?![\d:]|[.,]\d)"
)
_HEAD = 12
"""Lines in which a text says from when to when people met."""
_MOST, _FEW = 40, 2
"""Hours that an agenda has, and those of the meeting alone."""
_EARLIEST, _LATEST = 6 * 60, 24 * 60
"""Minutes of the day between which people meet; the first time of a video is earlier."""
_SHORTEST, _APART = 15, 5
"""Minutes that a meeting takes, and an item of its agenda; a cue takes fewer seconds."""


def hours_in(text: str) -> range | None:
    """From when to when people met, in minutes of the day, where ``text`` says so."""
    found = _FROM_TO.search(text)
    if found is None:
        return None
    hour, minute, until, last = map(int, found.groups())
    start, end = 60 * hour + minute, 60 * until + last
    meets = _EARLIEST <= start <= end - _SHORTEST and end <= _LATEST
    return range(start, end + 1) if meets else None


def are_hours(texts: Sequence[str], stamps: Sequence[Stamp]) -> bool:
    """Whether the ``stamps`` of a text are hours of the day; ``texts`` are its first lines.

    They are where the hours of a meeting stand on top and all others lie between, minutes apart.
    """
    meeting = next((found for text in texts[:_HEAD] if (found := hours_in(text))), None)
    if meeting is None or not 0 < len(stamps) <= _MOST:
        return False
    # Where hours are read as minutes, minutes have been read as seconds.
    starts = sorted({stamp.start for stamp in stamps})
    gaps = [after - before for before, after in pairwise(starts)]
    return all(start in meeting for start in starts) and median(gaps or [_APART]) >= _APART


def are_begin_and_end(stamps: Sequence[Stamp]) -> bool:
    """Whether the ``stamps`` between the lines of a text say when people met, and parted."""
    late = all(_EARLIEST <= stamp.start <= _LATEST for stamp in stamps)
    return late and 0 < len(stamps) <= _FEW
