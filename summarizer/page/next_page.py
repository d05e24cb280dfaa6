"""Where another video's page begins in a text that holds several pages, one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from summarizer.page.interface.amounts import find_amount, parse_amount
from summarizer.page.parts.head import read_head
from summarizer.page.interface.lines import BLANK, Line, next_full, previous_full
from summarizer.page.interface.figures import is_subscribers, is_views
from summarizer.page.bounds.timed_runs import Entry, Run, find_speeches, stamp_of
from summarizer.page.bounds.page_start import is_signed
from summarizer.page.parts.title import clean_title
from summarizer.page.interface.vocabulary import Mark

_DIGIT = re.compile(r"\d")

_REACH = 24
"""Lines between the views and the button "Subscribe" of one head, at most."""

_ADVISED = 4
"""Lines between the length and the views of a recommended video."""

_TOP = 60
_TRANSCRIPT = 10
"""Timed lines that make a transcript, rather than chapters or a comment."""

_MOST = 30
"""Places that are looked at: a text holds few pages, and must take no longer for many buttons."""

_REMARKS = 6
"""Lines that are remarks rather than the title and numbers of a listed video."""

_BEGINNING = 60.0
"""Seconds in which a transcript begins to speak."""

_REMARK = frozenset({Mark.AGE, Mark.REPLY, Mark.REPLIES})
_PARTS = frozenset({Mark.COUNT, Mark.ADD, Mark.OFF, Mark.REPLY, Mark.REPLIES})
_BELOW_HEAD = _REMARK | _PARTS
_HEADINGS = (Mark.PANEL, Mark.CHAPTERS, Mark.CHROME, Mark.SUMMARY)


class Top(NamedTuple):
    """The first line of a page, and its title."""

    at: int
    title: str


def find_another(lines: Sequence[Line]) -> int | None:
    """The line where a second page begins: its head, its transcript, or its title and channel.

    None where there is one page only, as far as the lines tell.
    """
    tops = [top for at in islice(_buttons(lines), _MOST) if (top := _top(lines, at))]
    found = (
        _other_video(lines, tops),
        _other_discussion(lines),
        _other_speech(lines, tops),
        _other_signature(lines),
    )
    first = min((at for at in found if at), default=None)
    return first and _with_headings(lines, first)


def _with_headings(lines: Sequence[Line], at: int) -> int:
    """``at`` moved up over the headings and the menu that stand above a title or transcript."""
    above = range(at - 1, max(at - _REACH, -1), -1)
    menu = [
        i
        for i in takewhile(lambda i: not _goes_below([lines[i]]), above)
        if lines[i].says(Mark.CHROME)
    ]
    at = min(menu, default=at)
    while at and (not lines[at - 1].text or lines[at - 1].says(*_HEADINGS)):
        at -= 1
    return at


def _other_video(lines: Sequence[Line], tops: Sequence[Top]) -> int | None:
    """Where "Subscribe" and views stand below another title than the page's own."""
    own = read_head(lines, len(lines)).title if tops else None
    others = (top for top in tops if top.title != own and _goes_below(lines[: top.at]))
    return next((top.at for top in others), None) if own else None


def _buttons(lines: Sequence[Line]) -> Iterator[int]:
    """The first line with a number of each head that has a button "Subscribe" and its views."""
    follows = (i for i, line in enumerate(lines) if line.says(Mark.FOLLOW))
    for i in islice(follows, _MOST):
        fans = previous_full(lines, i - 1)
        if fans >= 0 and lines[fans].says(Mark.BUTTON):  # "Join"
            fans = previous_full(lines, fans - 1)
        near = range(max(i - _REACH, 0), min(i + _REACH, len(lines)))
        nearest = min(_views(lines, near), key=lambda v: abs(v - i), default=None)
        if nearest is None or fans < 0 or not _counts_fans(lines[fans]):
            continue
        if not any(line.says(*_PARTS) for line in lines[min(i, nearest) : max(i, nearest)]):
            yield min(fans, nearest)


def _counts_fans(line: Line) -> bool:
    return is_subscribers(line) or parse_amount(line.text) is not None


def _views(lines: Sequence[Line], among: range) -> Iterator[int]:
    """The lines with the views of a page, not of a video that it recommends."""
    numbered = (i for i in among if _DIGIT.search(lines[i].text))
    return (i for i in numbered if is_views(lines[i]) and not _is_advised(lines, i))


def _is_advised(lines: Sequence[Line], views: int) -> bool:
    """Whether the views are those of a video that a site recommends, with its length above."""
    below = next_full(lines, views + 1)
    length = [stamp_of(line) for line in lines[max(views - _ADVISED, 0) : views]]
    dotted = below < len(lines) and lines[below].text == "•"
    return dotted or any(stamp and stamp.alone for stamp in length)


def _top(lines: Sequence[Line], at: int) -> Top | None:
    """The title above line ``at``, where a head's numbers begin."""
    above = range(at - 1, max(at - _REACH, -1), -1)
    floor = next((i for i in above if _ends_page(lines[i])), max(at - _REACH, -1))
    near = lines[floor + 1 : at + _TOP]
    title = read_head(near, len(near)).title
    place = next((i for i in above if i > floor and clean_title(lines[i].text) == title), None)
    return Top(place, title) if title and place is not None else None


def _ends_page(line: Line) -> bool:
    return _goes_below([line]) or is_views(line)


def _goes_below(lines: Sequence[Line]) -> bool:
    """Whether a discussion or a transcript stands in the lines, which no head has."""
    return any(line.says(*_BELOW_HEAD) or stamp_of(line) for line in lines)


def _other_discussion(lines: Sequence[Line]) -> int | None:
    """Where views and a title stand between discussions of different sizes."""
    sized = [(i, size) for i, line in enumerate(lines) if (size := _size(line)) is not None]
    for (above, size), (below, other) in islice(pairwise(sized), _MOST):
        views = islice(_views(lines, range(above + 1, below)), _MOST)
        tops = (top for i in views if (top := _top(lines, i)))
        top = next(tops, None) if size != other else None
        if top and _has_remarks(lines[above + 1 : top.at], size):
            return top.at
    return None


def _has_remarks(lines: Sequence[Line], stated: int) -> bool:
    """Whether the stated remarks stand in the lines, with their marks or as lines of words."""
    full = sum(1 for line in lines if line.text)
    return full >= min(stated, _REMARKS) or any(line.says(*_REMARK) for line in lines)


def _size(line: Line) -> int | None:
    """The number of comments that a line states; 0 where they are turned off."""
    if line.says(Mark.OFF):
        return 0
    return find_amount(line.text) if line.says(Mark.COUNT) else None


def _other_speech(lines: Sequence[Line], tops: Sequence[Top]) -> int | None:
    """Where a transcript begins anew with other words, or the head above it."""
    speeches = [run for run in find_speeches(lines) if len(run) >= _TRANSCRIPT]
    for before, after in pairwise(speeches):
        if _begins_again(before, after):
            known = (top.at for top in tops if before[-1].at < top.at < after[0].at)
            return next(known, _above_speech(lines, before[-1], after[0].at))
    return None


def _begins_again(before: Run, after: Run) -> bool:
    start = after[0].stamp.start
    goes_back = start <= _BEGINNING and 2 * start < before[-1].stamp.start
    return goes_back and after[0].at > before[-1].at and _words(before) != _words(after)


def _words(run: Run) -> list[str]:
    return [entry.stamp.rest or entry.first for entry in run[:3]]


def _above_speech(lines: Sequence[Line], last: Entry, speech: int) -> int:
    """The line of the title above a second transcript, else its own."""
    views = islice(_views(lines, range(last.at + 1, speech)), _MOST)
    tops = (top for i in views if (top := _top(lines, i)))
    return next((top.at for top in tops), speech)


def _other_signature(lines: Sequence[Line]) -> int | None:
    """A line "title • channel" above a whole speech, between two numbers of comments."""
    counts = [i for i, line in enumerate(lines) if line.says(Mark.COUNT, Mark.OFF)]
    between = range(counts[0] + 1, counts[-1]) if counts else range(0)
    return next((i for i in between if _signs(lines, i)), None)


def _signs(lines: Sequence[Line], at: int) -> bool:
    below = next_full(lines, at + 1)
    return is_signed(lines[at].text, (lines[below] if below < len(lines) else BLANK).text)
