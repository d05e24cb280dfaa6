"""The transcript of a page: timed speech, or the prose under a heading that announces it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.model import Chapter, Cue
from summarizer.page.interface.clock import Stamp, is_spoken, strip_spoken
from summarizer.page.interface.learned_time import learn_strip
from summarizer.page.interface.lines import Line, join, previous_full
from summarizer.page.bounds.timed_runs import FEWEST, Run, find_spoken_run, stamp_of
from summarizer.page.interface.vocabulary import LONGEST, Mark

_AFTER_PROSE = (Mark.AGE, Mark.SUBSCRIBERS, Mark.COUNT, Mark.OFF, Mark.ADD, Mark.ABOUT)
_FEWEST_WORDS = 30
_SAMPLE = 300
"""Cues that are enough to see how all are set."""

_HEADING = re.compile(r"(#{1,6})\s+(.{1,200})")
_CHAPTER_NUMBER = re.compile(r"^\D{0,20}\d{1,3}\D{0,3}?[:.\-–—：]\s*")


@dataclass(frozen=True, slots=True)
class Speech:
    """A transcript with the lines it takes (``first`` up to, not with, ``end``)."""

    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    first: int
    end: int


def find_speech(lines: Sequence[Line], stops: frozenset[int]) -> Speech | None:
    """The transcript of the page, None where it shows none; ``stops``: where comments begin."""
    run = find_spoken_run(lines, stops)
    return _read(run, lines) if run else _find_prose(lines)


def _find_prose(lines: Sequence[Line]) -> Speech | None:
    """A transcript without times: the prose under the last heading that announces it."""
    heading = next((i for i in reversed(range(len(lines))) if lines[i].says(Mark.PANEL)), None)
    if heading is None:
        return None
    rest = range(heading + 1, len(lines))
    end = next((i for i in rest if lines[i].says(*_AFTER_PROSE)), len(lines))
    cues = tuple(Cue(line.text) for line in lines[heading + 1 : end] if line.text)
    words = sum(len(cue.text.split()) for cue in cues)
    return Speech(cues, (), heading, end) if words >= _FEWEST_WORDS else None


def _read(run: Run, lines: Sequence[Line]) -> Speech:
    said, is_heading = _sayer(run), _heading_rule(run, _listed_titles(lines, run))
    cues: list[Cue] = []
    chapters: list[Chapter] = []
    first = run[0].at
    above = previous_full(lines, first - 1, 2)
    if above >= 0 and (title := is_heading(lines[above], 0)):
        chapters.append(Chapter(title, run[0].stamp.start, 0))
        first = above
    for number, entry in enumerate(run):
        body = [line for line in entry.body if line.text]
        title = is_heading(body[-1], len(body)) if body and number + 1 < len(run) else None
        text = said(entry.stamp, body[:-1] if title else body)
        if text:
            cues.append(Cue(text, entry.stamp.start))
        if title:
            chapters.append(Chapter(title, run[number + 1].stamp.start, len(cues)))
    begun = tuple(chapter for chapter in chapters if chapter.cue < len(cues))
    if begun and begun[0].cue and (title := _first_title(lines, above)):
        begun, first = (Chapter(title, run[0].stamp.start, 0), *begun), above
    return Speech(tuple(cues), begun, first, run[-1].at + 1 + len(run[-1].body))


def _first_title(lines: Sequence[Line], above: int) -> str | None:
    """The bare title above the first time, where later chapters have theirs like that."""
    line = lines[above] if above >= 0 else None
    fits = line and not line.marks and len(line.text) <= LONGEST
    return line.text if line and fits else None


def _sayer(run: Run) -> Callable[[Stamp, list[Line]], str]:
    """How a cue is read: with or without the time in words behind or below its time."""
    sample = run[:_SAMPLE]
    behind = _stripper([entry.stamp for entry in sample])
    below = 2 * sum(is_spoken(e.first, e.stamp.start) for e in sample) > len(sample)

    def say(stamp: Stamp, body: list[Line]) -> str:
        rest = behind(stamp)
        if below and body and is_spoken(body[0].text, stamp.start):
            body = body[1:]
        return join([Line(stamp.rest if rest is None else rest), *body])

    return say


def _stripper(stamps: Sequence[Stamp]) -> Callable[[Stamp], str | None]:
    """What takes the time in words off the words behind a time, where most times have it."""
    known = sum(strip_spoken(stamp.rest, stamp.start) is not None for stamp in stamps)
    if 2 * known > len(stamps):
        return lambda stamp: strip_spoken(stamp.rest, stamp.start)
    return learn_strip(stamps) or (lambda _: None)


def _listed_titles(lines: Sequence[Line], run: Run) -> frozenset[str]:
    """The titles that a list of chapters elsewhere on the page gives with their times."""
    others = (*lines[: run[0].at], *lines[run[-1].at + 1 :])
    stamps = (stamp for line in others if (stamp := stamp_of(line)))
    return frozenset(stamp.rest for stamp in stamps if stamp.rest)


def _heading_rule(run: Run, listed: frozenset[str]) -> Callable[[Line, int], str | None]:
    """Which lines are titles of chapters: marked ones, or bare ones below cues of one line."""
    sizes = Counter(entry.size for entry in run)
    usual, times = sizes.most_common(1)[0]
    strict = usual < FEWEST and times >= 0.9 * len(run) and len(run) >= 2 * FEWEST

    def title(line: Line, size: int) -> str | None:
        if found := _HEADING.fullmatch(line.text):
            return found[2].strip()
        if line.says(Mark.CHAPTER):
            return _CHAPTER_NUMBER.sub("", line.text) or line.text
        bare = strict and size == usual + 1 and len(line.text) <= LONGEST
        return line.text if bare or (line.text in listed and size != 1) else None

    return title
