"""Talks written down with their speakers: "NAME: words", or "Name 0:05" above the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.model import Cue, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import Line, join, read_stamp
from summarizer.page.parts import (
    CLOCK,
    called,
    clean_title,
    is_person,
    is_title,
    may_name,
    name_speakers,
    names_return,
)

# Zoom puts the name in brackets, and the hour of the day behind it.
_HEADED = re.compile(
    r"[*_]{0,2}(\[?)([^\W\d_][^:\n]{0,50}?)\]?[*_]{0,2}[\s,]{0,3}[\[(]?"
    rf"({CLOCK})[\])]?:?[*_]{{0,2}}"
)
_LONGEST_HEADING = 90
_FEWEST = 3
_SAMPLE = 2000
"""Lines that are enough to know a talk between people."""


def weigh_dialogue(landmarks: Landmarks) -> float:
    """The share of lines that begin with a returning name, or stand below a name and a time."""
    lines = landmarks.lines[:_SAMPLE]
    full = [line.text for line in lines if line.text]
    named = [name for text in full if (name := called(text))]
    headed = _find_headings(lines)
    shares = [2 * len(headed) / len(full) if _is_headed(lines, headed) else 0.0]
    if full and names_return(named, len(full) / 3):
        shares.append(len(named) / len(full))
    return min(max(shares), 1.0)


def read_dialogue(landmarks: Landmarks) -> Page:
    """The transcript, below a title if there is one."""
    lines = landmarks.lines
    headed = _find_headings(lines)
    if _is_headed(lines, headed):
        return Page(_title(lines[: headed[0]]), transcript=tuple(_below_headings(lines, headed)))
    first = next(i for i in landmarks.full if called(lines[i].text))
    cues = tuple(Cue(line.text) for line in lines[first:] if line.text)
    page = Page(_title(lines[:first]), transcript=cues)
    return name_speakers(page, join(lines[:first]))


def _find_headings(lines: Sequence[Line]) -> list[int]:
    return [
        i
        for i, line in enumerate(lines)
        if line.text and _HEADED.fullmatch(line.text[:_LONGEST_HEADING])
    ]


def _is_headed(lines: Sequence[Line], headed: Sequence[int]) -> bool:
    """Whether the lines with a name and a time are those of people who speak in turn.

    Their names return, or have a form that no chapter's title has, and words stand below each.
    """
    names = [found[2] for i in headed if (found := _HEADED.fullmatch(lines[i].text))]
    if not names or names_return(names, _FEWEST):
        return bool(names)
    spoken = all(join(lines[i + 1 : end]) for i, end in pairwise(headed))
    return len(names) >= _FEWEST and spoken and all(map(is_person, names))


def _below_headings(lines: Sequence[Line], headed: Sequence[int]) -> list[Cue]:
    cues = []
    for i, end in zip(headed, [*headed[1:], len(lines)], strict=True):
        found = _HEADED.fullmatch(lines[i].text)
        stamp = read_stamp(found[3]) if found and not found[1] else None
        text = join(lines[i + 1 : end])
        if text and found:
            speaker = found[2] if may_name(found[2]) else None
            cues.append(Cue(text, stamp.start if stamp else None, speaker, turn=True))
    return cues


def _title(lines: Sequence[Line]) -> str | None:
    """The first line above the speech."""
    texts = (clean_title(line.text) for line in lines if line.text and not line.marks)
    return next(filter(is_title, texts), None)
