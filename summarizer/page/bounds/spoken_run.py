"""The one run of times that is the page's transcript."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from statistics import median

from summarizer.page.bounds.landmarks import Landmarks
from summarizer.page.bounds.timed_runs import FEWEST_TIMES, Entry, Run, goes_on, usual_size
from summarizer.page.interface import Mark

_MOST_ADVISED = 30
"""Recommended videos that may follow a transcript."""

_JUMP = 60
_JUMP_GAPS = 5
"""Seconds, and usual gaps, between a transcript and the length of a recommended video."""

_AFTER = (Mark.COUNT, Mark.SORT, Mark.ADD, Mark.CHROME)
"""What may follow the last cue, however late that is: a discussion, or the site's menu."""

_NOTED = re.compile(r"\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|♪.{0,60}")
"""What is heard beside the words: "(Applause)"."""


def find_spoken_run(landmarks: Landmarks) -> Run:
    """The run of speech that holds most words, empty where there is none."""
    if not landmarks.runs:
        return []
    best = max(landmarks.runs, key=lambda run: sum(entry.words for entry in run))
    run = _drop_last(landmarks, _drop_first(_with_neighbours(landmarks, best)))
    return [*run[:-1], _end_last(landmarks, run)]


def _with_neighbours(landmarks: Landmarks, best: Run) -> Run:
    """The best run with the later ones that go on in time: a long break may part a transcript."""
    joined, stops = list(best), landmarks.stops
    place = next(i for i, run in enumerate(landmarks.runs) if run is best)
    for run in landmarks.runs[place + 1 :]:
        if run[0].at > joined[-1].at and goes_on(landmarks, joined[-1], run[0], stops):
            joined += run
    return joined


def _drop_first(run: Run) -> Run:
    """The run without leading times that are no cues: far more follows them than usual."""
    usual = usual_size(run)
    first = next((i for i, entry in enumerate(run) if entry.size <= usual + FEWEST_TIMES), 0)
    return run[first:]


def _drop_last(landmarks: Landmarks, run: Run) -> Run:
    """The run up to where the interface goes on: its end, or recommendations with their views."""
    for i in _ending(landmarks, run):
        entry = run[i]
        if entry.size > 1 and landmarks.says(Mark.VIEWS, since=entry.at + 1, before=entry.end):
            return run[: max(i, 1)]
        if landmarks.says(Mark.PANEL, since=entry.at + 1, before=entry.end):
            return run[: i + 1]
    for _ in range(_MOST_ADVISED):
        if len(run) <= FEWEST_TIMES or not _jumps(landmarks, run):
            break
        run = run[:-1]
    return run


def _ending(landmarks: Landmarks, run: Run) -> list[int]:
    """Which entries may be the last, by a heading or views somewhere below them."""
    marked = (*landmarks.marked.get(Mark.VIEWS, ()), *landmarks.marked.get(Mark.PANEL, ()))
    starts = [entry.at for entry in run]
    places = {bisect_left(starts, at) - 1 for at in marked if run[0].at < at < run[-1].end}
    return sorted(places)


def _jumps(landmarks: Landmarks, run: Run) -> bool:
    """Whether the last entry is far off in time and has more below it than a cue."""
    gap = run[-1].stamp.start - run[-2].stamp.start
    if gap <= _JUMP or _count_said(landmarks, run[-1]) < usual_size(run) + 2:
        return False
    return gap > _JUMP_GAPS * median([b.stamp.start - a.stamp.start for a, b in pairwise(run)])


def _count_said(landmarks: Landmarks, entry: Entry) -> int:
    """The lines with words below a time, before the interface goes on."""
    after = landmarks.first(*_AFTER, since=entry.at + 1)
    end = entry.end if after is None else min(after, entry.end)
    return landmarks.count_full(entry.at + 1, end)


def _end_last(landmarks: Landmarks, run: Run) -> Entry:
    """The last entry without what follows it, which no later time ends: a body like the others."""
    last, full = run[-1], 0
    limit = max(usual_size(run) if len(run) > 1 else 1, 0 if last.stamp.rest else 1)
    for i in range(last.at + 1, last.end):
        line = landmarks.lines[i]
        full += bool(line.text) and not (full and _NOTED.fullmatch(line.text))
        if full > limit or (full and line.marks):
            return last._replace(end=i, size=landmarks.count_full(last.at + 1, i))
    return last
