"""Runs of timed lines: which times belong together, and which runs of them are speech."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from summarizer.page.bounds.line_index import LineIndex, first_from
from summarizer.page.interface import Line, Mark, Stamp, previous_full

FEWEST_TIMES = 3
"""Timed lines that make a run without a heading above."""

_BREAKS = (Mark.REPLY, Mark.REPLIES, Mark.VIEWS, Mark.SUBSCRIBERS, Mark.COUNT, Mark.OFF)
_LONGEST_BODY = 16
"""Lines with words that may stand between two times of one transcript."""

_LETTERS = 7
"""Letters that count as a word in scripts without blanks."""

_SPEECH = 0.3
"""Words a second: slow speech has one, a list of chapters far less."""


class Entry(NamedTuple):
    """A timed line ``at`` with its stamp and the lines below it, before line ``end``.

    ``size`` is how many of those have words, ``words`` what is said: words, counted by letters
    where a script writes no blanks.
    """

    at: int
    end: int
    stamp: Stamp
    size: int
    words: float

    def body(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines below the time."""
        return lines[self.at + 1 : self.end]

    def first_words(self, lines: Sequence[Line]) -> str:
        """The first words below the time."""
        return next((line.text for line in self.body(lines) if line.text), "")


Run = Sequence[Entry]


def find_runs(index: LineIndex, stops: Sequence[int]) -> tuple[Run, ...]:
    """The runs of speech: timed lines parted where time goes back or other things follow.

    No run goes on beyond a line of ``stops``, where comments begin. Runs of times that stand alone
    come first.
    """
    runs: list[list[Entry]] = []
    for alone in (True, False):
        last: Entry | None = None
        for entry in _entries(index, alone=alone):
            if last is None or not goes_on(index, last, entry, stops):
                runs.append([])
            runs[-1].append(entry)
            last = entry
    return tuple(run for run in runs if _is_speech(run, index.lines))


def usual_size(run: Run) -> int:
    """Lines that most entries have below their time."""
    return Counter(entry.size for entry in run[:-1] or run).most_common(1)[0][0]


def goes_on(index: LineIndex, last: Entry, entry: Entry, stops: Sequence[int]) -> bool:
    """Whether ``entry`` belongs to the run that ``last`` ends so far."""
    if entry.stamp.start < last.stamp.start or last.stamp.opened != entry.stamp.opened:
        return False
    if entry.at - last.at - 1 > 4 * _LONGEST_BODY or last.size > _LONGEST_BODY:
        return False
    stop = first_from(stops, last.at + 1)
    if stop is not None and stop < entry.at:
        return False
    return last.size <= 1 or not index.says(*_BREAKS, since=last.at + 1, before=last.end)


def _entries(index: LineIndex, *, alone: bool) -> Iterator[Entry]:
    """Entries whose time stands alone on its line, or those with words behind it.

    Where times stand alone, a line like "3:40 was the best" is what someone said.
    """
    lines, full = index.lines, index.full
    heads = [i for i in index.timed if lines[i].is_time] if alone else index.timed
    places = [*(bisect_left(full, at) for at in heads), len(full)]
    for at, end, (place, after) in zip(
        heads, [*heads[1:], len(lines)], pairwise(places), strict=False
    ):
        stamp = lines[at].stamp
        if stamp and (alone or stamp.rest):
            said = [lines[i].text for i in full[place + 1 : after]]
            yield Entry(at, end, stamp, len(said), _count_words([stamp.rest, *said]))


def _count_words(texts: Sequence[str]) -> float:
    return sum([max(len(text.split()), len(text) / _LETTERS) for text in texts if text])


def _is_speech(run: Run, lines: Sequence[Line]) -> bool:
    """Whether people talk this much: lists of chapters and moments have few words a second."""
    panel = _panel_above(run[0].at, lines)
    if len(run) < FEWEST_TIMES and not panel:
        return False
    if panel and panel.says(Mark.PLAYED):
        return True
    rate = _words_a_second(run)
    return rate >= _SPEECH or (bool(panel) and rate >= _SPEECH / 3)


def _words_a_second(run: Run) -> float:
    """The median over the times of a run, 0 for a single one; some lists have each time twice."""
    words = defaultdict[float, float](float)
    for entry in run:
        words[entry.stamp.start] += entry.words
    return median([words[one] / max(after - one, 1) for one, after in pairwise(words)] or [0])


def _panel_above(at: int, lines: Sequence[Line]) -> Line | None:
    """The heading of a transcript that stands just above line ``at``."""
    above = previous_full(lines, at - 1)
    for _ in range(2):
        if above >= 0 and lines[above].says(Mark.PANEL):
            return lines[above]
        above = previous_full(lines, above - 1)
    return None
