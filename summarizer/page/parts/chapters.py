"""Chapters as the description lists them: a time and a title a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.model import Chapter, Cue
from summarizer.page.interface import read_stamp

_TITLE_FIRST = re.compile(r"(\S.{0,100}?)[\s\-–—:|]{1,4}[(\[]?((?:\d{1,2}:)?\d{1,3}:\d{2})[)\]]?")
_LONGEST = 150
_FEWEST = 3


def list_chapters(description: str, cues: Sequence[Cue]) -> tuple[Chapter, ...]:
    """The chapters that the description lists in order of time, at least three of them.

    Where the transcript has no times nobody knows where they begin, and there are none.
    """
    found = [pair for line in description.splitlines() if (pair := _chapter(line.strip()))]
    times = [start for start, _ in found]
    starts = [cue.start for cue in cues if cue.start is not None]
    if len(found) < _FEWEST or times != sorted(set(times)) or len(starts) < len(cues):
        return ()
    places = [(title, start, bisect_left(starts, start)) for start, title in found]
    return tuple(Chapter(*place) for place in places if not starts or place[2] < len(starts))


def _chapter(line: str) -> tuple[float, str] | None:
    if not line or len(line) > _LONGEST:
        return None
    stamp = read_stamp(line)
    if stamp and stamp.rest:
        return stamp.start, stamp.rest
    found = _TITLE_FIRST.fullmatch(line)
    last = read_stamp(found[2]) if found else None
    return (last.start, found[1]) if found and last else None
