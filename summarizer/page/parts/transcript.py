"""The transcript of a page: timed speech, or the prose under a heading that announces it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.model import Chapter, Cue
from summarizer.page.bounds import Landmarks, Run, find_spoken_run
from summarizer.page.interface import (
    Line,
    Mark,
    Stamp,
    is_day,
    is_spoken,
    learn_spoken,
    next_full,
    previous_full,
    spoken_words,
    strip_spoken,
)
from summarizer.page.parts.chapter_headings import first_title, heading_rule
from summarizer.page.parts.outline import read_outlined

_AFTER_PROSE = (Mark.AGE, Mark.SUBSCRIBERS, Mark.COUNT, Mark.OFF, Mark.ADD, Mark.ABOUT)
_FEWEST_WORDS = 30
_LATEST_FIRST = 30.0
"""Seconds up to which the second cue begins."""
_SAMPLE = 300
"""Cues that are enough to see how all are set."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The cues with the lines they take (``first`` up to, not with, ``end``)."""

    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    first: int
    end: int


def read_transcript(landmarks: Landmarks) -> Transcript | None:
    """The transcript of the page, None where it shows none."""
    run = find_spoken_run(landmarks)
    return _read_run(run, landmarks) if run else _read_prose(landmarks)


def _read_prose(landmarks: Landmarks) -> Transcript | None:
    """A transcript without times: the prose under the last heading that announces it."""
    heading, lines = landmarks.last(Mark.PANEL), landmarks.lines
    if heading is None:
        return None
    dated = next_full(lines, heading + 1)
    is_dated = dated < len(lines) and is_day(lines[dated].text)
    after = landmarks.first(*_AFTER_PROSE, since=dated + 1 if is_dated else heading + 1)
    end = len(lines) if after is None else after
    full = [i for i in range(heading + 1, end) if lines[i].text and not (is_dated and i == dated)]
    cues, chapters = read_outlined(lines, full)
    words = sum(len(cue.text.split()) for cue in cues)
    return Transcript(cues, chapters, heading, end) if words >= _FEWEST_WORDS else None


def _read_run(run: Run, landmarks: Landmarks) -> Transcript:
    lines = landmarks.lines
    say, read_heading = _sayer(run, lines), heading_rule(run, landmarks)
    cues: list[Cue] = []
    chapters: list[Chapter] = []
    first, begins = run[0].at, run[0].stamp.start
    above = previous_full(lines, first - 1, 2)
    if above >= 0 and (title := read_heading(lines[above], 0)):
        chapters.append(Chapter(title, begins, 0))
        first = above
    for entry, after in zip(run, [*run[1:], None], strict=True):
        body = [line for line in entry.body(lines) if line.text]
        title = read_heading(body[-1], len(body)) if body and after else None
        if text := say(entry.stamp, body[:-1] if title else body):
            cues.append(Cue(text, entry.stamp.start))
        if title and after:
            chapters.append(Chapter(title, after.stamp.start, len(cues)))
    if not chapters and _begins_untimed(run, lines):
        cues, first = [Cue(lines[first - 1].text, 0.0), *cues], first - 1
    begun = tuple(chapter for chapter in chapters if chapter.cue < len(cues))
    if begun and begun[0].cue and (title := first_title(lines, above)):
        begun, first = (Chapter(title, begins, 0), *begun), above
    return Transcript(tuple(cues), begun, first, run[-1].end)


def _begins_untimed(run: Run, lines: Sequence[Line]) -> bool:
    """Whether a line of the speech in small letters, all there is above, has lost its 0:00."""
    at, begins = run[0].at, run[0].stamp.start
    alone = at > 0 and lines[at - 1].text[:1].islower() and not any(x.text for x in lines[: at - 1])
    return alone and 0 < begins <= _LATEST_FIRST


def _sayer(run: Run, lines: Sequence[Line]) -> Callable[[Stamp, Sequence[Line]], str]:
    """How a cue is read: with or without the time in words behind or below its time."""
    sample = run[:_SAMPLE]
    behind = _stripper([entry.stamp for entry in run])
    spoken = [is_spoken(entry.first_words(lines), entry.stamp.start) for entry in sample]
    below = 2 * sum(spoken) > len(sample)

    def say(stamp: Stamp, body: Sequence[Line]) -> str:
        rest = behind(stamp) if behind else None
        if below and body and is_spoken(body[0].text, stamp.start):
            body = body[1:]
        said = stamp.rest if rest is None else rest
        return "\n".join([said, *[line.text for line in body]]).strip()

    return say


def _stripper(stamps: Sequence[Stamp]) -> Callable[[Stamp], str | None] | None:
    """What takes the time in words off the words behind a time, where most times have it."""
    if words := spoken_words(stamps):
        return lambda stamp: strip_spoken(stamp.rest, stamp.start, words)
    return learn_spoken(stamps[:_SAMPLE])
