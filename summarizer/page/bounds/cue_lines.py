"""Transcripts whose line breaks were lost: "0:00 words 0:07 more words" on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.page.interface import MOST_LINES, Line, read_line, read_stamp

_STAMP = re.compile(r"(?<=\s)[\[(]?(?:\d{1,3}:)?\d{1,3}:\d{2}[\])]?(?=\s)")
_SHORTEST = 100
"""Characters from which on a line may hold several cues."""

_FEWEST = 3
_SHORTEST_OPENED = 20
_FEWEST_OPENED = 1
"""The same where nearly all lines begin with a time in brackets: nobody says those."""

_MOST = 0.8


def break_at_times(lines: Sequence[Line]) -> list[Line]:
    """``lines``, those that hold a whole timed transcript broken before each of its times."""
    opened = _is_opened(lines)
    shortest, fewest = (_SHORTEST_OPENED, _FEWEST_OPENED) if opened else (_SHORTEST, _FEWEST)
    broken: list[Line] = []
    for line in lines:
        timed = line.stamp if len(line.text) >= shortest else None
        breaks = _find_breaks(line.text, timed.start, fewest) if timed else []
        if not breaks:
            broken.append(line)
            continue
        ends = [*breaks, len(line.text)]
        broken += (read_line(line.text[a:b]) for a, b in zip([0, *breaks], ends, strict=True))
    return broken


def _is_opened(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines from the first such time on begin with a time in brackets."""
    opened = [line.text[0] in "([" and line.stamp is not None for line in lines if line.text]
    below = opened[opened.index(True) :] if True in opened else opened
    return sum(below) >= _MOST * len(below)


def _find_breaks(text: str, last: float, fewest: int) -> list[int]:
    """Where times begin inside ``text``, none of them before the ``last`` one."""
    breaks: list[int] = []
    for found in _STAMP.finditer(text):
        stamp = read_stamp(found[0])
        if stamp and stamp.start >= last:
            breaks.append(found.start())
            last = stamp.start
    return breaks if fewest <= len(breaks) <= MOST_LINES else []
