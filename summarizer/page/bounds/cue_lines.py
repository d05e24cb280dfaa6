"""Transcripts whose line breaks were lost: "0:00 words 0:07 more words" on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.page.interface.clock import read_stamp
from summarizer.page.interface.lines import MOST_LINES, Line, read_line

_STAMP = re.compile(r"(?<=\s)[\[(]?(?:\d{1,3}:)?\d{1,3}:\d{2}[\])]?(?=\s)")
_SHORTEST = 100
"""Characters from which on a line may hold several cues."""

_FEWEST = 3
_SHORTEST_OPEN = 20
_FEWEST_OPEN = 1
"""The same where nearly all lines begin with a time in brackets: nobody says those."""

_MOST = 0.8


def unfold(lines: Sequence[Line]) -> list[Line]:
    """``lines``, those that hold a whole timed transcript cut before each of its times."""
    opened = _is_open(lines)
    shortest, fewest = (_SHORTEST_OPEN, _FEWEST_OPEN) if opened else (_SHORTEST, _FEWEST)
    unfolded: list[Line] = []
    for line in lines:
        if len(line.text) < shortest or not (cuts := _cuts(line.text, fewest)):
            unfolded.append(line)
            continue
        ends = [*cuts[1:], len(line.text)]
        unfolded.append(read_line(line.text[: cuts[0]]))
        unfolded += (read_line(line.text[a:b]) for a, b in zip(cuts, ends, strict=True))
    return unfolded


def _is_open(lines: Sequence[Line]) -> bool:
    """Whether nearly all lines from the first such time on begin with a time in brackets."""
    opened = [line.text[0] in "([" and bool(read_stamp(line.text)) for line in lines if line.text]
    below = opened[opened.index(True) :] if True in opened else opened
    return sum(below) >= _MOST * len(below)


def _cuts(text: str, fewest: int) -> list[int]:
    """Where times begin inside ``text``, if it starts with one and they never go back."""
    last = read_stamp(text)
    if not last:
        return []
    cuts: list[int] = []
    for found in _STAMP.finditer(text):
        stamp = read_stamp(found[0])
        if stamp and stamp.start >= last.start:
            cuts.append(found.start())
            last = stamp
    return cuts if fewest <= len(cuts) <= MOST_LINES else []
