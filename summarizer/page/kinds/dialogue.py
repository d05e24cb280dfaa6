"""Talks written down with their speakers: "NAME: words", or "Name 0:05" above the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.model import Chapter, Cue, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import Line, Mark, join, previous_full
from summarizer.page.kinds.panel_lines import is_panel_note
from summarizer.page.kinds.turn_headings import TurnHeading, find_turn_headings
from summarizer.page.parts import (
    called,
    clean_title,
    is_field,
    is_speaker,
    is_title,
    name_speakers,
    names_return,
    read_heading,
    read_outlined,
)

_LENGTH = re.compile(r"(?<=[^\W\d_] )\d{2}:\d{2}:\d{2}(?!:)")
_SPOKEN = re.compile(
    r"\d{1,2} ?[^\W\d_]{1,12}(?:[ ,]{1,2}\d{1,2} ?[^\W\d_]{1,12}){0,2}(?P<figures>[\d:]{0,8})"
)
_VIDEO = (Mark.SUBSCRIBERS, Mark.COUNT, Mark.ADD)
_LONGEST_SPOKEN = 90
_FEWEST_HEADINGS = 3
"""Of a panel."""

_FOOTER, _LONGEST_FOOTER = 3, 90
"""Lines of what a recorder writes below a talk, and characters of one."""

_SAMPLE = 2000
"""Lines that are enough to know a talk between people."""


def weigh_dialogue(landmarks: Landmarks) -> float:
    """The share of lines that begin with a returning name, or stand below a name and a time."""
    lines = landmarks.lines[:_SAMPLE]
    full = [line.text for line in lines if line.text and not read_heading(line)]
    named = [name for text in full if (name := called(text))]
    headed = find_turn_headings(lines)
    weight = sum(1 if heading.text else 1 + heading.body - heading.at for heading in headed)
    shares = [weight / len(full) if full else 0.0]
    if full and names_return(named, len(full) / 3):
        shares.append(len(named) / len(full))
    return min(max(shares), 1.0)


def weigh_panel(landmarks: Landmarks) -> float:
    """1 where most lines are a meeting's panel, else 0.

    It says each time in words too, or is called a transcript and has a person above each time.
    """
    lines = landmarks.lines[:_SAMPLE]
    full = [line for line in lines if line.text]
    is_called = landmarks.says(Mark.PANEL) and not landmarks.says(*_VIDEO)
    may_be = is_called or any(map(_says_time, full, full[1:]))
    headed = find_turn_headings(lines) if may_be else []
    if len(headed) < _FEWEST_HEADINGS:
        return 0.0
    is_worded = 2 * sum(bool(heading.worded) for heading in headed) > len(headed)
    is_signed = is_called and all(h.start is not None and is_speaker(h.name) for h in headed)
    every = len(headed) >= sum(line.is_time for line in full)
    is_sure = is_worded and (every or len(headed) > _FEWEST_HEADINGS)
    return 1.0 if is_sure or (is_signed and every) else 0.0


def _says_time(line: Line, below: Line) -> bool:
    """Whether a line may be "0 minutes 3 seconds", with figures of the same behind or below it."""
    found = _SPOKEN.fullmatch(line.text[:_LONGEST_SPOKEN])
    return bool(found and (found["figures"] or below.is_time))


def read_dialogue(landmarks: Landmarks) -> Page:
    """The transcript with its chapters, below a title if there is one."""
    lines = landmarks.lines
    if headed := find_turn_headings(lines):
        return read_turns(lines, headed)
    named = [i for i in landmarks.full if called(lines[i].text)]
    first = next((i for i in named if not is_field(lines[i].text)), named[0])
    begin = _with_heading(lines, first)
    end = _end(landmarks, named[-1])
    indexes = [i for i in landmarks.full if begin <= i < end]
    cues, chapters = read_outlined(lines, indexes)
    page = Page(_title(lines[:begin]), transcript=cues, chapters=chapters)
    return name_speakers(page, join(lines[:first]))


def read_turns(lines: Sequence[Line], headed: Sequence[TurnHeading]) -> Page:
    """What is said below or behind each heading."""
    cues: list[Cue] = []
    chapters: list[Chapter] = []
    names = {heading.name for heading in headed if heading.worded}
    begin = _with_heading(lines, headed[0].at)
    if begin < headed[0].at and (opening := read_heading(lines[begin])):
        chapters.append(Chapter(opening.title, opening.start, 0))
    for heading, end in zip(headed, [*(h.at for h in headed[1:]), len(lines)], strict=True):
        said = [line for line in heading.said(lines, end) if not is_panel_note(line.text, names)]
        titles = {i: found for i, line in enumerate(said) if (found := read_heading(line))}
        if text := join(line for i, line in enumerate(said) if i not in titles):
            cues.append(Cue(text, heading.start, heading.speaker, turn=not heading.goes_on))
        chapters += (Chapter(one.title, one.start, len(cues)) for one in titles.values())
    kept = tuple(chapter for chapter in chapters if chapter.cue < len(cues))
    return Page(_title(lines[:begin]), transcript=tuple(cues), chapters=kept)


def _with_heading(lines: Sequence[Line], first: int) -> int:
    """The line of a chapter's heading or a time right above ``first``, else ``first`` itself."""
    above = previous_full(lines, first - 1)
    has_title = any(line.text for line in lines[: max(above, 0)])
    is_above = has_title and (lines[above].is_time or read_heading(lines[above]))
    return above if is_above else first


def _end(landmarks: Landmarks, last: int) -> int:
    """Where the talk ends: above what a recorder notes below it, in any language, with its length.

    "Transcription ended after 00:12:44" stands below talks whose times stand alone.
    """
    lines = landmarks.lines
    after = [i for i in landmarks.full if i > last]
    ended = (i for i in after[-_FOOTER:] if _LENGTH.search(lines[i].text[:_LONGEST_FOOTER]))
    is_timed = any(lines[i].is_time for i in landmarks.timed)
    return next(ended, len(lines)) if is_timed else len(lines)


def _title(lines: Sequence[Line]) -> str | None:
    """The first line above the speech."""
    texts = (clean_title(line.text) for line in lines if line.text and not line.marks)
    return next(filter(is_title, texts), None)
