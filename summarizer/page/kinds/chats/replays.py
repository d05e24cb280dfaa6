"""The chat of a live stream that was copied with its page, or alone, in any of its glued forms."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from summarizer.model import Comment
from summarizer.page.interface import BLANK, Line, Mark
from summarizer.page.kinds.chats.badges import is_badge
from summarizer.page.kinds.chats.glued import Row, is_glued, read_glued
from summarizer.page.kinds.chats.shapes import NAMED, SHAPES, below_names
from summarizer.page.kinds.chats.talk import count_lines, to_comments
from summarizer.page.kinds.chats.words import phrases

_STOPS = (Mark.PANEL, Mark.COUNT, Mark.ADD, Mark.SORT, Mark.VIEWS, Mark.SUBSCRIBERS, Mark.CHAPTERS)
_COMMENTS = (Mark.AGE, Mark.REPLY, Mark.REPLIES)
_FEWEST, _FEWEST_BARE = 3, 5
"""Messages below a heading, and without one."""

_LEAST = 0.7
"""Share of the lines of a part that are messages."""

_FEWEST_NAMES, _NEARLY_ALL = 2, 0.8
"""Names of a chat without a heading, and the share of its messages by those who write again."""

_MOST_PARTS = 40
_LONGEST_HEADING = 60


class Replay(NamedTuple):
    """The messages of a live chat, and the lines that are left without them."""

    comments: tuple[Comment, ...]
    rest: list[Line]


def take_replay(lines: Sequence[Line]) -> Replay | None:
    """The live chat beside other things, or below its heading; None where there is none."""
    for first, end, headed in _parts(lines):
        part = [line for line in lines[first + headed : end] if not is_badge(line.text)]
        rows = _rows(part, headed=headed)
        if rows and count_lines(rows) >= _LEAST * sum(1 for line in part if line.text):
            return Replay(to_comments(rows), [*lines[:first], *lines[end:]])
    return _glued_beside(lines)


def _glued_beside(lines: Sequence[Line]) -> Replay | None:
    """The longest run of glued messages beside other things, by names that nearly all share."""
    full = [i for i, line in enumerate(lines) if line.text]
    runs = [[*run] for is_row, run in groupby(full, lambda i: is_glued(lines[i])) if is_row]
    run = max(runs, key=len, default=[])
    if len(run) < _FEWEST_BARE or len(run) == len(full):
        return None
    rows = read_glued([lines[i] for i in run])
    names = Counter(row.author for row in rows if row.author)
    returning = sum(n for n in names.values() if n > 1)
    if len(names) < _FEWEST_NAMES or returning < _NEARLY_ALL * len(run):
        return None
    return Replay(to_comments(rows), [*lines[: run[0]], *lines[run[-1] + 1 :]])


def _parts(lines: Sequence[Line]) -> Iterator[tuple[int, int, bool]]:
    """Where a live chat may stand: below its heading, or between two falls of the times."""
    headings = [i for i, line in enumerate(lines) if _is_heading(line)]
    timed = [i for i, line in enumerate(lines) if line.stamp]
    falls = [b for a, b in pairwise(timed) if _start(lines[b]) < _start(lines[a])]
    if not headings and not falls:
        return
    below = {timed[at] for i in headings if (at := bisect_left(timed, i)) < len(timed)}
    bounds = sorted({*headings, *({*falls, *timed[:1]} - below)})[:_MOST_PARTS]
    stops = [i for i, line in enumerate(lines) if line.says(*_STOPS)]
    for first, after in pairwise([*bounds, len(lines)]):
        stop = bisect_left(stops, first + 1)
        end = min(after, stops[stop]) if stop < len(stops) else after
        yield first, end, first in headings


def _start(line: Line) -> float:
    """Seconds; what was written before the stream began has a minus."""
    start = line.stamp.start if line.stamp else 0.0
    return -start if line.text.startswith("-") else start


def _is_heading(line: Line) -> bool:
    text = line.text
    return len(text) <= _LONGEST_HEADING and text.casefold().strip(" :#*_-") in _headings()


@lru_cache(maxsize=1)
def _headings() -> frozenset[str]:
    return frozenset(phrases("replay"))


def _rows(part: Sequence[Line], *, headed: bool) -> list[Row]:
    """The rows of the shape that finds most; below a heading they need not look like a chat."""
    if headed:
        first = next((line for line in part if line.text), BLANK)
        above = [] if first.stamp else below_names(part)
        bare = [] if any(line.stamp for line in part) else NAMED.rows(part)
        shaped = (shape.rows(part) for shape in SHAPES)
        rows = max(above, bare, *shaped, read_glued(part, sure=True), key=len)
        return rows if len(rows) >= _FEWEST else []
    if any(line.says(*_COMMENTS) for line in part):
        return []
    rows = max((shape.read(part) for shape in SHAPES), key=len)
    return rows if len(rows) >= _FEWEST_BARE else []
