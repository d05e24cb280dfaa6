"""Lines with headings between them, as Markdown and word processors set chapters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from summarizer.model import Chapter, Cue
from summarizer.page.interface import Line, Mark, read_stamp

_TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_TO = r"\s{0,2}(?:-{1,2}>?|→|–|—|to)\s{0,2}"
_MARKDOWN = re.compile(r"#{1,6}\s+(\S.{0,200})")
# A time range in brackets behind a short line makes it a heading without other marks.
_RANGED = re.compile(
    rf"[*_]{{0,3}}([^\W_].{{0,90}}?)\s{{0,3}}[(\[]{_TIME}{_TO}{_TIME}[)\]][*_]{{0,3}}"
)
_RANGE_ENDS = (")", "]", "*", "_")
_TIMES = rf"[(\[]?(?P<start>{_TIME})(?:{_TO}(?:{_TIME})?)?[)\]]?"
_BEHIND = re.compile(rf"(?P<title>.*?)[\s*_]{{0,3}}(?:[-–—|@:]\s{{0,2}})?{_TIMES}[\s*_]{{0,3}}")
_BEFORE = re.compile(rf"{_TIMES}[\s*_]{{0,3}}[-–—|:]?\s{{0,3}}(?P<title>.*)")
_EMPHASIS = "*_ "
_RULE = re.compile(r"(?:[-*_=~—–]\s?){3,200}")
_RULES = tuple("-*_=~—–")
_LONGEST_HEADING, _PARAGRAPH = 80, 100
"""Characters of a heading at most, and of a paragraph at least."""
_ENDED = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")


class Heading(NamedTuple):
    """A title between lines, and the time in seconds that it gives; perhaps only one of them."""

    title: str
    start: float | None = None


def read_heading(line: Line) -> Heading | None:
    """The heading that ``line`` is; None for other lines."""
    text = line.text
    if not text.startswith("#") and not text.endswith(_RANGE_ENDS):
        return None
    found = _MARKDOWN.fullmatch(text) if text.startswith("#") else None
    if found is None and not (text.endswith(_RANGE_ENDS) and _is_ranged(text)):
        return None
    text = (found[1] if found else text).strip(_EMPHASIS)
    timed = _BEHIND.fullmatch(text) or _BEFORE.fullmatch(text)
    stamp = read_stamp(timed["start"]) if timed else None
    title = timed["title"] if timed and stamp else text
    return Heading(title.strip(_EMPHASIS), stamp.start if stamp else None)


def plain_headings(lines: Sequence[Line], indexes: Sequence[int]) -> frozenset[int]:
    """Which of the lines at ``indexes`` are headings without a mark: short, between paragraphs.

    A line that comes again is none: it names who speaks.
    """
    often = Counter(lines[i].text for i in indexes)
    between = zip(indexes, indexes[1:], indexes[2:], strict=False)
    return frozenset(
        at
        for above, at, below in between
        if often[lines[at].text] == 1
        and _may_head(lines[at].text)
        and _is_paragraph(lines[above].text)
        and _is_paragraph(lines[below].text)
    )


def read_outlined(
    lines: Sequence[Line], indexes: Iterable[int], plain: Container[int] = ()
) -> tuple[tuple[Cue, ...], tuple[Chapter, ...]]:
    """What is said in the lines at ``indexes``, and the chapters that the headings there begin.

    Headings are those at ``plain``, too.
    """
    cues: list[Cue] = []
    chapters: list[Chapter] = []
    start: float | None = None
    for i in indexes:
        text = lines[i].text
        if text.startswith(_RULES) and _RULE.fullmatch(text):
            continue
        heading = Heading(text) if i in plain else read_heading(lines[i])
        if heading is None:
            cues.append(Cue(text, start))
            start = None
            continue
        start = heading.start if heading.start is not None else start
        if heading.title and not _is_label(lines[i], heading):
            chapters.append(Chapter(heading.title, heading.start, len(cues)))
    return tuple(cues), tuple(c for c in chapters if c.cue < len(cues))


def _may_head(text: str) -> bool:
    """Whether a line is short, begins as a title does, and no sentence ends in it."""
    first = next((c for c in text if c.isalnum()), "")
    return (
        len(text) <= _LONGEST_HEADING
        and bool(first)
        and not (first.islower() or _ENDED.search(text) or text[-1] in ",;:，；：")
    )


def _is_paragraph(text: str) -> bool:
    return len(text) >= _PARAGRAPH and _ENDED.search(text) is not None


def _is_ranged(text: str) -> bool:
    return _RANGED.fullmatch(text) is not None


def _is_label(line: Line, heading: Heading) -> bool:
    """Whether a heading announces a part of the page: "Transcript"."""
    return heading.start is None and Mark.PANEL in line.marks
