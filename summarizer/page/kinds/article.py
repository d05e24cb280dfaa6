"""Text that is no page of a site: an article, a transcript without times, a recipe, lyrics."""

from __future__ import annotations

from statistics import median

from summarizer.model import Cue, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.parts import clean_title, describe, find_channel, is_prose, split_prose

_LONGEST_TITLE = 150
_COUPLET = 2
_SAMPLE = 40
_ENDS = ".,;:…!。"
_ENDED = 0.3
"""Share of lines with a full stop at their end, from which on a first line without is a title."""

_WEIGHT = 0.4
"""Any text may be one: less than what a kind of its own needs."""


def weigh_article(_: Landmarks) -> float:
    """The same for all texts: what nothing else explains is an article."""
    return _WEIGHT


def read_article(landmarks: Landmarks) -> Page:
    """All lines as said, below a title if the first line looks like one."""
    lines, full = landmarks.lines, landmarks.full
    titled = _has_title(landmarks)
    title = clean_title(lines[full[0]].text) if titled else None
    if titled and is_prose(lines[full[1]]):
        cues, body = split_prose(lines[full[1] :])
        return Page(title, find_channel(title or ""), transcript=cues, description=describe(body))
    return Page(title, transcript=tuple(Cue(lines[i].text) for i in full[1 if titled else 0 :]))


def _has_title(landmarks: Landmarks) -> bool:
    """Whether the first line stands out: by a heading's marks, a blank line, or its shortness."""
    lines, full = landmarks.lines, landmarks.full
    if len(full) == 1:
        return False
    first = lines[full[0]].text
    if first.startswith("#"):
        return True
    if len(first) > _LONGEST_TITLE or first[-1] in _ENDS or first[0].islower():
        return False
    others = [lines[i].text for i in full[1:_SAMPLE]]
    ended = sum(text[-1] in _ENDS for text in others) >= _ENDED * len(others)
    if is_prose(lines[full[1]]) and 2 * len(first) < len(lines[full[1]].text):
        return True
    stands_alone = full[1] - full[0] > 1
    shorter = 2 * len(first) < median(map(len, others))
    return (ended and shorter) or (len(full) > _COUPLET and (stands_alone or ended or shorter))
