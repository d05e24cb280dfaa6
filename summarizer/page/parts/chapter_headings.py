"""Titles of chapters between the cues of a transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from summarizer.page.bounds import FEWEST_TIMES, Landmarks, Run
from summarizer.page.interface import LONGEST_LABEL, Line, Mark
from summarizer.page.parts.outline import read_heading

_CHAPTER_NUMBER = re.compile(r"^\D{0,20}\d{1,3}\D{0,3}?[:.\-–—：]\s*")
_MOST = 0.9
"""Share of cues with the usual number of lines from which on one more line stands out."""


def heading_rule(run: Run, landmarks: Landmarks) -> Callable[[Line, int], str | None]:
    """What tells the title in a line that ends a cue of so many lines, None for other lines.

    Titles are marked, listed elsewhere on the page, or bare below cues of one line.
    """
    listed = _listed_titles(run, landmarks)
    usual, times = Counter(entry.size for entry in run).most_common(1)[0]
    strict = usual < FEWEST_TIMES and times >= _MOST * len(run) and len(run) >= 2 * FEWEST_TIMES

    def read(line: Line, size: int) -> str | None:
        if heading := read_heading(line):
            return None if Mark.PANEL in line.marks else heading.title
        if Mark.CHAPTER in line.marks:
            return _CHAPTER_NUMBER.sub("", line.text) or line.text
        bare = strict and size == usual + 1 and len(line.text) <= LONGEST_LABEL
        return line.text if bare or (line.text in listed and size != 1) else None

    return read


def first_title(lines: Sequence[Line], above: int) -> str | None:
    """The bare title above the first time, where later chapters have theirs like that."""
    line = lines[above] if above >= 0 else None
    fits = line and not line.marks and len(line.text) <= LONGEST_LABEL
    return line.text if line and fits else None


def _listed_titles(run: Run, landmarks: Landmarks) -> frozenset[str]:
    """The titles that a list of chapters elsewhere on the page gives with their times."""
    lines, said = landmarks.lines, range(run[0].at, run[-1].at + 1)
    stamps = (lines[i].stamp for i in landmarks.timed if i not in said)
    return frozenset(stamp.rest for stamp in stamps if stamp and stamp.rest)
