"""Text that is no page of a site: an article, a transcript without times, a recipe, lyrics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from statistics import median

from summarizer.model import Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import Line
from summarizer.page.parts import (
    clean_title,
    describe,
    find_channel,
    is_field,
    is_label,
    is_prose,
    is_speech,
    is_title,
    plain_headings,
    read_heading,
    read_outlined,
    split_prose,
)

_LONGEST_TITLE = 150
_COUPLET = 2
_SAMPLE = 40
_ENDS = ".,;:…!。"
_ENDED = 0.3
"""Share of lines with a full stop at their end, from which on a first line without is a title."""

_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]|【[^【】]*】")
"""A note of captions; a title with something in brackets has words beside it."""
_WEIGHT = 0.4
"""Any text may be one: less than what a kind of its own needs."""


def weigh_article(_: Landmarks) -> float:
    """The same for all texts: what nothing else explains is an article."""
    return _WEIGHT


def read_article(landmarks: Landmarks) -> Page:
    """All lines as said, below a title if the first line looks like one."""
    lines, full = landmarks.lines, _without_labels(landmarks)
    titled = _has_title(lines, full)
    title = clean_title(lines[full[0]].text) if titled else None
    said = full[1 if titled else 0 :]
    stated = [lines[i] for i in takewhile(lambda i: is_field(lines[i].text), said)]
    said = said[len(stated) :]
    headings = plain_headings(lines, said)
    may_be_prose = titled and not stated and is_prose(lines[full[1]])
    if may_be_prose and not headings and not any(read_heading(lines[i]) for i in said):
        cues, body = split_prose(lines[full[1] :])
        return Page(title, find_channel(title or ""), transcript=cues, description=describe(body))
    cues, chapters = read_outlined(lines, said, headings)
    return Page(title, transcript=cues, chapters=chapters, description=describe(stated))


def _without_labels(landmarks: Landmarks) -> Sequence[int]:
    """The lines with words, without "WEBVTT", a date or a number above the first others."""
    lines, full = landmarks.lines, landmarks.full
    labels = (lines[i].amount is not None or _is_label(lines[i]) for i in full)
    return full[next((n for n, label in enumerate(labels) if not label), 0) :]


def _is_label(line: Line) -> bool:
    """Whether the line is a label, but no time: that says when the next line is said."""
    return not line.is_time and is_label(line.text)


def _has_title(lines: Sequence[Line], full: Sequence[int]) -> bool:
    """Whether the first line stands out: by a heading's marks, a blank line, or its shortness."""
    if len(full) == 1:
        return False
    first, second = lines[full[0]].text, lines[full[1]]
    if first.startswith("#") or not _may_be_title(first, second.text):
        return first.startswith("#")
    others = [lines[i].text for i in full[1:_SAMPLE]]
    ended = sum(text[-1] in _ENDS for text in others) >= _ENDED * len(others)
    if is_prose(second) and 2 * len(first) < len(second.text):
        return True
    stands_alone = full[1] - full[0] > 1
    shorter = 2 * len(first) < median(map(len, others))
    return (ended and shorter) or (len(full) > _COUPLET and (stands_alone or ended or shorter))


def _may_be_title(first: str, second: str) -> bool:
    """Whether the first line may be a title by its own words: no beginning of the speech."""
    if len(first) > _LONGEST_TITLE or first[-1] in _ENDS or first[0].islower():
        return False
    if _IN_BRACKETS.fullmatch(first):
        return False
    return is_title(first) and not is_speech(first) and not _goes_on(first, second)


def _goes_on(first: str, following: str) -> bool:
    """Whether a first line that opens as speech does asks, or the second goes on with it."""
    opens = first.lower().startswith(("so ", "and ", "okay ", "ok ", "well ", "today ", "now "))
    return opens and (following[0].islower() or first[-1] in "?？")
