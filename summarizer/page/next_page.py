"""Where another video's page begins in a text that holds several pages, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from summarizer.page.bounds import Entry, Landmarks, Run, between, is_signed
from summarizer.page.interface import BLANK, Line, Mark, find_amount, next_full, previous_full
from summarizer.page.parts import clean_title, read_head

_REACH = 24
"""Lines between the views and the button "Subscribe" of one head, at most."""

_ADVISED = 4
"""Lines between the length and the views of a recommended video."""

_TOP = 60
_TRANSCRIPT = 10
"""Timed lines that make a transcript, rather than chapters or a comment."""

_MOST = 30
"""Places that are looked at: a text holds few pages, and must take no longer for many buttons."""

_COMMENTS = 6
"""Lines that are comments rather than the title and numbers of a listed video."""

_BEGINNING = 60.0
"""Seconds in which a transcript begins to speak."""

_FIRST_CUES = 3
_DOT = "•"
_COMMENT = (Mark.AGE, Mark.REPLY, Mark.REPLIES)
_DISCUSSION = (Mark.COUNT, Mark.ADD, Mark.OFF, Mark.REPLY, Mark.REPLIES)
_BELOW_HEAD = frozenset({*_COMMENT, *_DISCUSSION})
_HEADINGS = (Mark.PANEL, Mark.CHAPTERS, Mark.CHROME, Mark.SUMMARY)


class Top(NamedTuple):
    """The first line of a page, and its title."""

    at: int
    title: str


def find_next_page(landmarks: Landmarks) -> int | None:
    """The line where a second page begins: its head, its transcript, or its title and channel.

    None where there is one page only, as far as the lines tell.
    """
    heads = islice(_find_heads(landmarks), _MOST)
    tops = [top for at in heads if (top := _find_top(landmarks, at))]
    found = (
        _find_other_video(landmarks, tops),
        _find_other_discussion(landmarks),
        _find_other_speech(landmarks, tops),
        _find_other_signature(landmarks),
    )
    first = min((at for at in found if at), default=None)
    return first and _with_headings(landmarks.lines, first)


def _with_headings(lines: Sequence[Line], at: int) -> int:
    """``at`` moved up over the headings and the menu that stand above a title or transcript."""
    menu = at
    for i in range(at - 1, max(at - _REACH, -1), -1):
        if _goes_below(lines[i]):
            break
        menu = i if lines[i].says(Mark.CHROME) else menu
    while menu and (not lines[menu - 1].text or lines[menu - 1].says(*_HEADINGS)):
        menu -= 1
    return menu


def _find_other_video(landmarks: Landmarks, tops: Sequence[Top]) -> int | None:
    """Where "Subscribe" and views stand below another title than the page's own."""
    lines = landmarks.lines
    own = read_head(lines, len(lines)).title if tops else None
    below = _find_below_head(landmarks)
    others = (top for top in tops if top.title != own and below is not None and below < top.at)
    return next((top.at for top in others), None) if own else None


def _find_below_head(landmarks: Landmarks) -> int | None:
    """The first line of a discussion or a transcript, which no head has."""
    first = (landmarks.first(*_BELOW_HEAD), *landmarks.timed[:1])
    return min((at for at in first if at is not None), default=None)


def _find_heads(landmarks: Landmarks) -> Iterator[int]:
    """The first line with a number of each head that has a button "Subscribe" and its views."""
    lines = landmarks.lines
    for i in landmarks.marked.get(Mark.FOLLOW, ())[:_MOST]:
        subscribers = previous_full(lines, i - 1)
        if subscribers >= 0 and lines[subscribers].says(Mark.BUTTON):  # "Join"
            subscribers = previous_full(lines, subscribers - 1)
        nearest = _nearest_views(landmarks, i)
        if nearest is None or subscribers < 0 or not _counts_subscribers(lines[subscribers]):
            continue
        if not landmarks.says(*_DISCUSSION, since=min(i, nearest), before=max(i, nearest)):
            yield min(subscribers, nearest)


def _nearest_views(landmarks: Landmarks, button: int) -> int | None:
    near = _views(landmarks, max(button - _REACH, 0), button + _REACH)
    return min(near, key=lambda at: abs(at - button), default=None)


def _counts_subscribers(line: Line) -> bool:
    return line.gives_subscribers or line.amount is not None


def _views(landmarks: Landmarks, since: int, before: int) -> Iterator[int]:
    """The lines with the views of a page, not of a video that it recommends."""
    lines = landmarks.lines
    numbered = (i for i in between(landmarks.views, since, before) if _has_digit(lines[i]))
    return (i for i in numbered if not _is_advised(lines, i))


def _has_digit(line: Line) -> bool:
    return any(c.isdigit() for c in line.text)


def _is_advised(lines: Sequence[Line], views: int) -> bool:
    """Whether the views are those of a video that a site recommends, with its length above."""
    below = next_full(lines, views + 1)
    dotted = below < len(lines) and lines[below].text == _DOT
    return dotted or any(line.is_time for line in lines[max(views - _ADVISED, 0) : views])


def _find_top(landmarks: Landmarks, at: int) -> Top | None:
    """The title above line ``at``, where a head's numbers begin."""
    lines, highest = landmarks.lines, max(at - _REACH, -1)
    above = range(at - 1, highest, -1)
    floor = next((i for i in above if _ends_page(lines[i])), highest)
    near = lines[floor + 1 : at + _TOP]
    title = read_head(near, len(near)).title
    place = next((i for i in above if i > floor and clean_title(lines[i].text) == title), None)
    return Top(place, title) if title and place is not None else None


def _ends_page(line: Line) -> bool:
    return _goes_below(line) or line.gives_views


def _goes_below(line: Line) -> bool:
    """Whether the line is one of a discussion or a transcript, which no head has."""
    return not line.marks.isdisjoint(_BELOW_HEAD) or line.stamp is not None


def _find_other_discussion(landmarks: Landmarks) -> int | None:
    """Where views and a title stand between discussions of different sizes."""
    counted = sorted({*landmarks.marked.get(Mark.COUNT, ()), *landmarks.marked.get(Mark.OFF, ())})
    sizes = ((i, size) for i in counted if (size := _size(landmarks.lines[i])) is not None)
    for (above, size), (below, other) in islice(pairwise(sizes), _MOST):
        views = islice(_views(landmarks, above + 1, below), _MOST) if size != other else ()
        top = next((top for i in views if (top := _find_top(landmarks, i))), None)
        if top and _has_comments(landmarks, range(above + 1, top.at), size):
            return top.at
    return None


def _has_comments(landmarks: Landmarks, among: range, stated: int) -> bool:
    """Whether the stated comments stand there, with their marks or as lines of words."""
    since, before = among.start, among.stop
    full = landmarks.count_full(since, before)
    marked = landmarks.says(*_COMMENT, since=since, before=before)
    return marked or full >= min(stated, _COMMENTS)


def _size(line: Line) -> int | None:
    """The number of comments that a line states; 0 where they are turned off."""
    return 0 if line.says(Mark.OFF) else find_amount(line.text)


def _find_other_speech(landmarks: Landmarks, tops: Sequence[Top]) -> int | None:
    """Where a transcript begins anew with other words, or the head above it."""
    times = (stamp.start for i in landmarks.timed if (stamp := landmarks.lines[i].stamp))
    if all(one <= after for one, after in pairwise(times)):
        return None
    runs = sorted(landmarks.runs, key=lambda run: run[0].at)
    for before, after in pairwise(run for run in runs if len(run) >= _TRANSCRIPT):
        if _begins_again(landmarks.lines, before, after):
            known = (top.at for top in tops if before[-1].at < top.at < after[0].at)
            return next(known, _above_speech(landmarks, before[-1], after[0].at))
    return None


def _begins_again(lines: Sequence[Line], before: Run, after: Run) -> bool:
    start = after[0].stamp.start
    goes_back = start <= _BEGINNING and 2 * start < before[-1].stamp.start
    return (
        goes_back
        and after[0].at > before[-1].at
        and _first_words(lines, before) != _first_words(lines, after)
    )


def _first_words(lines: Sequence[Line], run: Run) -> list[str]:
    return [entry.stamp.rest or entry.first_words(lines) for entry in run[:_FIRST_CUES]]


def _above_speech(landmarks: Landmarks, last: Entry, speech: int) -> int:
    """The line of the title above a second transcript, else its own."""
    views = islice(_views(landmarks, last.at + 1, speech), _MOST)
    return next((top.at for i in views if (top := _find_top(landmarks, i))), speech)


def _find_other_signature(landmarks: Landmarks) -> int | None:
    """A line "title • channel" above a whole speech, between two numbers of comments."""
    first = landmarks.first(Mark.COUNT, Mark.OFF)
    last = landmarks.last(Mark.COUNT, Mark.OFF)
    between_them = range(0) if first is None or last is None else range(first + 1, last)
    return next((i for i in between_them if _signs(landmarks.lines, i)), None)


def _signs(lines: Sequence[Line], at: int) -> bool:
    if _DOT not in lines[at].text:
        return False
    below = next_full(lines, at + 1)
    return is_signed(lines[at].text, (lines[below] if below < len(lines) else BLANK).text)
