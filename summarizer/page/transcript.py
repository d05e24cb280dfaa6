"""The transcript of a page: the run of timed lines that is speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from summarizer.model import Chapter, Cue
from summarizer.page.clock import Stamp, is_spoken, read_stamp, strip_spoken
from summarizer.page.glue import learn_strip
from summarizer.page.lines import Line, join, previous_full
from summarizer.page.words import LONGEST, Mark

_BREAKS = (Mark.REPLY, Mark.REPLIES, Mark.VIEWS, Mark.SUBSCRIBERS, Mark.COUNT, Mark.OFF)
_AFTER_PROSE = (Mark.AGE, Mark.SUBSCRIBERS, Mark.COUNT, Mark.OFF, Mark.ADD, Mark.ABOUT)
_FEWEST_WORDS = 30
_LONGEST_BODY = 16
"""Lines with words that may stand between two times of one transcript."""

_SPEECH = 0.3
"""Words a second: slow speech has one, a list of chapters far less."""

_FEWEST = 3
_HEADING = re.compile(r"(#{1,6})\s+(.{1,200})")
_CHAPTER_NUMBER = re.compile(r"^\D{0,20}\d{1,3}\D{0,3}?[:.\-–—：]\s*")


@dataclass(slots=True)
class Entry:
    """A timed line: its place among the lines, its stamp, and the lines up to the next one."""

    at: int
    stamp: Stamp
    body: list[Line] = field(default_factory=list)

    @property
    def words(self) -> float:
        """The words said, counted by letters where a script writes no blanks."""
        texts = [self.stamp.rest, *(line.text for line in self.body)]
        return sum(max(len(t.split()), len(t) / 7) for t in texts if t)


@dataclass(frozen=True, slots=True)
class Speech:
    """A transcript with the lines it takes (``first`` up to, not with, ``end``)."""

    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...]
    first: int
    end: int


Run = list[Entry]


def find_speech(lines: Sequence[Line], stops: frozenset[int]) -> Speech | None:
    """The timed run of ``lines`` that holds most words, None where none is speech.

    No transcript goes on beyond a line of ``stops``, where comments begin.
    """
    runs = [run for run in find_runs(lines, stops) if _is_speech(run, lines)]
    if not runs:
        return None
    best = max(runs, key=lambda run: sum(entry.words for entry in run))
    run = _with_neighbours(best, runs, stops)
    _end_last(run)
    return _read(run, lines)


def find_prose(lines: Sequence[Line]) -> Speech | None:
    """A transcript without times: the prose under the last heading that announces it."""
    heading = next((i for i in reversed(range(len(lines))) if lines[i].says(Mark.PANEL)), None)
    if heading is None:
        return None
    rest = range(heading + 1, len(lines))
    end = next((i for i in rest if lines[i].says(*_AFTER_PROSE)), len(lines))
    cues = tuple(Cue(line.text) for line in lines[heading + 1 : end] if line.text)
    words = sum(len(cue.text.split()) for cue in cues)
    return Speech(cues, (), heading, end) if words >= _FEWEST_WORDS else None


def find_runs(lines: Sequence[Line], stops: frozenset[int]) -> list[Run]:
    """The timed lines, parted where time goes back, the shape changes or other things follow."""
    stamps = [(i, stamp) for i, line in enumerate(lines) if (stamp := _stamp(line))]
    runs: list[Run] = []
    for alone in (True, False):
        current: Run = []
        for entry in _entries(lines, stamps, alone=alone):
            if not (current and _goes_on(current[-1], entry, stops)):
                current = []
                runs.append(current)
            current.append(entry)
    return runs


def _stamp(line: Line) -> Stamp | None:
    return read_stamp(line.text) if line.text else None


def _entries(
    lines: Sequence[Line], stamps: Sequence[tuple[int, Stamp]], *, alone: bool
) -> Iterator[Entry]:
    """Entries whose time stands alone on its line, or those with words behind it.

    Where times stand alone, a line like "3:40 was the best" is what someone said.
    """
    heads = [pair for pair in stamps if alone <= pair[1].alone]
    ends = [i for i, _ in heads[1:]] + [len(lines)]
    for (i, stamp), end in zip(heads, ends, strict=False):
        if alone or not stamp.alone:
            yield Entry(i, stamp, list(lines[i + 1 : end]))


def _goes_on(last: Entry, entry: Entry, stops: frozenset[int]) -> bool:
    """Whether ``entry`` belongs to the run that ``last`` ends so far."""
    if entry.stamp.start < last.stamp.start or last.stamp.opened != entry.stamp.opened:
        return False
    between = range(last.at + 1, entry.at)
    if len(between) > 4 * _LONGEST_BODY or any(i in stops for i in between):
        return False
    full = [line for line in last.body if line.text]
    return len(full) <= _LONGEST_BODY and not (
        len(full) > 1 and any(line.says(*_BREAKS) for line in full)
    )


def _is_speech(run: Run, lines: Sequence[Line]) -> bool:
    """Whether people talk this much: lists of chapters and moments have few words a second."""
    gaps = [(a.words, b.stamp.start - a.stamp.start) for a, b in pairwise(run)]
    headed = _under_panel(run[0].at, lines)
    if len(run) < _FEWEST and not headed:
        return False
    rate = median([words / max(gap, 1) for words, gap in gaps]) if gaps else 0
    return rate >= _SPEECH or (headed and rate >= _SPEECH / 3)


def _under_panel(at: int, lines: Sequence[Line]) -> bool:
    """Whether the heading of a transcript stands just above line ``at``."""
    above = previous_full(lines, at - 1)
    for _ in range(2):
        if above >= 0 and lines[above].says(Mark.PANEL):
            return True
        above = previous_full(lines, above - 1)
    return False


def _with_neighbours(best: Run, runs: list[Run], stops: frozenset[int]) -> Run:
    """The best run with the later ones that go on in time: a long break may part a transcript."""
    joined = list(best)
    for run in runs[runs.index(best) + 1 :]:
        if run[0].at > joined[-1].at and _goes_on(joined[-1], run[0], stops):
            joined += run
    return joined


def _end_last(run: Run) -> None:
    """Cut what follows the last cue, which no later time ends: a body like the others, no more."""
    usual = Counter(sum(1 for line in e.body if line.text) for e in run[:-1]).most_common(1)
    limit = max(usual[0][0] if usual else 1, 0 if run[-1].stamp.rest else 1)
    full = 0
    for i, line in enumerate(run[-1].body):
        full += bool(line.text)
        if full > limit or (full and line.says(*Mark)):
            del run[-1].body[i:]
            return


def _read(run: Run, lines: Sequence[Line]) -> Speech:
    said, is_heading = _sayer(run), _heading_rule(run)
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
    return Speech(tuple(cues), tuple(chapters), first, run[-1].at + 1 + len(run[-1].body))


def _sayer(run: Run) -> Callable[[Stamp, list[Line]], str]:
    """How a cue is read: with or without the time in words behind or below its time."""
    behind = _stripper([entry.stamp for entry in run])
    below = sum(bool(e.body) and is_spoken(e.body[0].text, e.stamp.start) for e in run)

    def say(stamp: Stamp, body: list[Line]) -> str:
        rest = behind(stamp)
        if 2 * below > len(run) and body and is_spoken(body[0].text, stamp.start):
            body = body[1:]
        return join([Line(stamp.rest if rest is None else rest), *body])

    return say


def _stripper(stamps: Sequence[Stamp]) -> Callable[[Stamp], str | None]:
    """What takes the time in words off the words behind a time, where most times have it."""
    known = sum(strip_spoken(stamp.rest, stamp.start) is not None for stamp in stamps)
    if 2 * known > len(stamps):
        return lambda stamp: strip_spoken(stamp.rest, stamp.start)
    return learn_strip(stamps) or (lambda _: None)


def _heading_rule(run: Run) -> Callable[[Line, int], str | None]:
    """Which lines are titles of chapters: marked ones, or bare ones below cues of one line."""
    sizes = Counter(sum(1 for line in e.body if line.text) for e in run)
    usual, times = sizes.most_common(1)[0]
    strict = usual < _FEWEST and times >= 0.9 * len(run) and len(run) >= 2 * _FEWEST

    def title(line: Line, size: int) -> str | None:
        if found := _HEADING.fullmatch(line.text):
            return found[2].strip()
        if line.says(Mark.CHAPTER):
            return _CHAPTER_NUMBER.sub("", line.text) or line.text
        bare = strict and size == usual + 1 and len(line.text) <= LONGEST
        return line.text if bare else None

    return title
