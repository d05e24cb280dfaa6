"""Runs of timed lines: which lines are timed, and which run of them is speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median

from summarizer.page.interface.clock import Stamp, read_stamp
from summarizer.page.interface.lines import Line, previous_full
from summarizer.page.interface.vocabulary import Mark

_MOST_ADVISED = 30
"""Recommended videos that may follow a transcript."""

_JUMP = 60
_JUMP_GAPS = 5
"""Seconds, and usual gaps, between a transcript and the length of a recommended video."""

FEWEST = 3
"""Timed lines that make a run without a heading above."""

_BREAKS = (Mark.REPLY, Mark.REPLIES, Mark.VIEWS, Mark.SUBSCRIBERS, Mark.COUNT, Mark.OFF)
_AFTER = (Mark.COUNT, Mark.SORT, Mark.ADD, Mark.CHROME)
"""What may follow the last cue, however late that is: a discussion, or the site's menu."""

_LONGEST_BODY = 16
"""Lines with words that may stand between two times of one transcript."""

_NOTED = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|♪.{0,60}")
"""What is heard beside the words: "(Applause)"."""

_SPEECH = 0.3
"""Words a second: slow speech has one, a list of chapters far less."""


@dataclass(slots=True)
class Entry:
    """A timed line: its place among the lines, its stamp, and the lines up to the next one."""

    at: int
    stamp: Stamp
    body: list[Line] = field(default_factory=list)

    @property
    def first(self) -> str:
        """The first words below the time."""
        return next((line.text for line in self.body if line.text), "")

    @property
    def size(self) -> int:
        """Lines with words below the time."""
        return sum(1 for line in self.body if line.text)

    @property
    def words(self) -> float:
        """The words said, counted by letters where a script writes no blanks."""
        texts = [self.stamp.rest, *(line.text for line in self.body)]
        return sum(max(len(t.split()), len(t) / 7) for t in texts if t)


Run = list[Entry]


def find_spoken_run(lines: Sequence[Line], stops: frozenset[int]) -> Run:
    """The run of speech that holds most words, empty where there is none.

    No run goes on beyond a line of ``stops``, where comments begin.
    """
    runs = [run for run in _find_runs(lines, stops) if _is_speech(run, lines)]
    if not runs:
        return []
    best = max(runs, key=lambda run: sum(entry.words for entry in run))
    run = _drop_last(_drop_first(_with_neighbours(best, runs, stops)))
    _end_last(run)
    return run


def find_speeches(lines: Sequence[Line]) -> list[Run]:
    """All runs of speech, in order; empty where no time goes back and so no run can follow."""
    stamps = (stamp for line in lines if (stamp := stamp_of(line)))
    if all(a.start <= b.start for a, b in pairwise(stamps)):
        return []
    runs = (run for run in _find_runs(lines, frozenset()) if _is_speech(run, lines))
    return sorted(runs, key=lambda run: run[0].at)


def usual_size(run: Run) -> int:
    """Lines that most entries have below their time."""
    return Counter(entry.size for entry in run[:-1] or run).most_common(1)[0][0]


def stamp_of(line: Line) -> Stamp | None:
    """The time at the start of the line, None where there is none."""
    return read_stamp(line.text) if line.text else None


def _find_runs(lines: Sequence[Line], stops: frozenset[int]) -> list[Run]:
    """The timed lines, parted where time goes back, the shape changes or other things follow."""
    stamps = [(i, stamp) for i, line in enumerate(lines) if (stamp := stamp_of(line))]
    runs: list[Run] = []
    for alone in (True, False):
        current: Run = []
        for entry in _entries(lines, stamps, alone=alone):
            if not (current and _goes_on(current[-1], entry, stops)):
                current = []
                runs.append(current)
            current.append(entry)
    return runs


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
    return last.size <= _LONGEST_BODY and not (
        last.size > 1 and any(line.says(*_BREAKS) for line in last.body)
    )


def _is_speech(run: Run, lines: Sequence[Line]) -> bool:
    """Whether people talk this much: lists of chapters and moments have few words a second."""
    gaps = [(a.words, b.stamp.start - a.stamp.start) for a, b in pairwise(run)]
    headed = _under_panel(run[0].at, lines)
    if len(run) < FEWEST and not headed:
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


def _drop_first(run: Run) -> Run:
    """The run without leading times that are no cues: far more follows them than usual."""
    usual = usual_size(run)
    first = next((i for i, entry in enumerate(run) if entry.size <= usual + FEWEST), 0)
    return run[first:]


def _drop_last(run: Run) -> Run:
    """The run up to where the interface goes on: its end, or recommendations with their views."""
    for i, entry in enumerate(run):
        if entry.size > 1 and any(line.says(Mark.VIEWS) for line in entry.body):
            return run[: max(i, 1)]
        if any(line.says(Mark.PANEL) for line in entry.body):
            return run[: i + 1]
    for _ in range(_MOST_ADVISED):
        if len(run) <= FEWEST or not _jumps(run):
            break
        run = run[:-1]
    return run


def _jumps(run: Run) -> bool:
    """Whether the last entry is far off in time and has more below it than a cue."""
    gaps = [b.stamp.start - a.stamp.start for a, b in pairwise(run)]
    far = max(_JUMP_GAPS * median(gaps), _JUMP)
    said = takewhile(lambda line: not line.says(*_AFTER), run[-1].body)
    return gaps[-1] > far and sum(1 for line in said if line.text) >= usual_size(run) + 2


def _end_last(run: Run) -> None:
    """Cut what follows the last cue, which no later time ends: a body like the others, no more."""
    limit = max(usual_size(run) if len(run) > 1 else 1, 0 if run[-1].stamp.rest else 1)
    full = 0
    for i, line in enumerate(run[-1].body):
        full += bool(line.text) and not (full and _NOTED.fullmatch(line.text))
        if full > limit or (full and line.says(*Mark)):
            del run[-1].body[i:]
            return
