"""The head of a copied page: its title and channel, above its views or subscribers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.page.interface import (
    LONGEST_LABEL,
    Line,
    Mark,
    fold_words,
    is_count,
    name_beside,
    next_full,
    previous_full,
)
from summarizer.page.parts.title import clean_name, clean_title, is_about, is_heading

NO_NAME = frozenset(Mark) - {
    Mark.CHAPTER,
    Mark.BOX,
    Mark.SUMMARY,
    Mark.ABOUT,
    Mark.PINNED,
    Mark.TRANSLATE,
    Mark.LIKED,
    Mark.OFF,
}
"""Marks that no title or channel can be; "Chapter 4: Vectors" may well be a title."""

_REACH = 60
"""Lines of the page's top in which its title is looked for."""

_TOP = 16
"""Lines in which a head without numbers must stand."""

_BELOW_VIEWS = 12
"""Lines below the views in which the subscribers stand, where a phone shows them so."""

_BOX = 4
"""Lines between the channel's name and its subscribers below the views, at most."""

_LATER = 7
"""Lines below the views that may be a date or "…more"."""

_FEWEST_MARKS = 3
_NEAR_BUTTON = 5
"""Lines below the button "Follow" in which other buttons stand."""

_ALIKE = 4
"""Letters that a channel's name and its handle begin with alike, and may differ in length."""

_LONGEST_TITLE = 250
_DOTS = frozenset({"·", "•", "|", "-", "—"})
_DATED_NAME = re.compile(r"(.{1,60}?)\s?·\s?(?:(?:\d{4}-)?\d{1,2}-\d{1,2}|\d{1,2}\s?\w{1,3} ago)")
"""A name with the day of the post, as TikTok sets it above its text."""

_ADDRESSES = ("http://", "https://", "![", "[![")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the description; ``end`` is the line where the description may begin."""

    title: str | None = None
    channel: str | None = None
    end: int = 0
    found: bool = False
    subscribers: str | None = None


def read_head(lines: Sequence[Line], limit: int) -> Head:
    """The head among the lines before ``limit``, where other parts of the page begin."""
    views = next((i for i in range(min(_REACH, limit)) if lines[i].gives_views), None)
    reach = min(limit, _REACH if views is None else views + _BELOW_VIEWS)
    subscribers = next((i for i in range(reach) if lines[i].gives_subscribers), None)
    if subscribers is None:
        subscribers = _find_repeated(lines, reach)
    if subscribers is None:
        subscribers = _find_bare_number(lines, 0 if views is None else views + 1, reach)
    if subscribers is not None and (views is None or subscribers < views):
        return _read_above_subscribers(lines, subscribers, views)
    if views is not None:
        return _read_above_views(lines, views, subscribers)
    return _read_above_button(lines, min(limit, _TOP))


def previous_name(lines: Sequence[Line], at: int) -> int:
    """Index of the last line up to ``at`` that may be a name: no button, number or address."""
    names = (i for i in range(at, max(at - _REACH, -1), -1) if _may_name(lines[i]))
    return next(names, -1)


def _find_repeated(lines: Sequence[Line], reach: int) -> int | None:
    """The subscribers in an unknown language: name and number stand again below the description."""
    pairs = _pairs(lines[:reach])
    above = {
        (lines[a].text, lines[b].text): b
        for a, b in reversed(pairs)
        if is_count(lines[b].text) and not lines[b].stamp and not lines[b].says(Mark.AGE)
    }
    if not above:
        return None
    again = (
        first
        for a, b in _pairs(lines)
        if b > (first := above.get((lines[a].text, lines[b].text), b))
    )
    return next(again, None)


def _pairs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines that follow each other when blank and long ones are left out."""
    full = [i for i, line in enumerate(lines) if line.text and len(line.text) <= LONGEST_LABEL]
    return list(pairwise(full))


def _find_bare_number(lines: Sequence[Line], first: int, reach: int) -> int | None:
    """The subscribers as a phone shows them: a bare number between a name and "Subscribe"."""
    for i in range(first, reach):
        below, above = next_full(lines, i + 1), previous_full(lines, i - 1)
        named = above >= 0 and not lines[above].marks and lines[i].amount is not None
        if named and below < reach and lines[below].says(Mark.FOLLOW):
            return i
    return None


def _read_above_button(lines: Sequence[Line], reach: int) -> Head:
    """A head without numbers: title, channel, "Follow"; the title comes last in short videos."""
    follows = (i for i in range(reach) if lines[i].says(Mark.FOLLOW))
    heads = (_read_around_button(lines, i, reach) for i in follows)
    return next((head for head in heads if head.found), Head())


def _read_around_button(lines: Sequence[Line], follow: int, reach: int) -> Head:
    low = previous_name(lines, follow - 1)
    if low < 0:
        return Head()
    high, below = previous_name(lines, low - 1), next_full(lines, follow + 1)
    near = lines[max(high, 0) : follow + 1 + _NEAR_BUTTON]
    if sum(_is_trimming(line) for line in near if line.text) < _FEWEST_MARKS:
        return Head()
    channel, end = clean_name(lines[low].text), _after_buttons(lines, follow + 1)
    name = clean_name(lines[high].text) if high >= 0 else channel
    if (owner := _owner_of_short(channel, name)) and below < reach and _may_name(lines[below]):
        end = _after_buttons(lines, below + 1)
        return Head(clean_title(lines[below].text), owner, end, found=True)
    return Head(clean_title(name), channel, end, found=True) if high >= 0 else Head()


def _owner_of_short(channel: str, above: str) -> str | None:
    """Who posted a short video, whose title stands below; None where it stands above."""
    if dated := _DATED_NAME.fullmatch(channel):
        return dated[1]
    is_own = channel == above or _is_handle_of(channel, above)
    return above if channel.startswith("@") and is_own else None


def _read_above_subscribers(lines: Sequence[Line], subscribers: int, views: int | None) -> Head:
    """Title, channel (once or twice), subscribers, buttons, views."""
    at = previous_name(lines, subscribers - 1)
    if at < 0:
        return Head(end=subscribers + 1, found=True)
    channel = clean_name(lines[at].text)
    above = previous_name(lines, at - 1)
    while above >= 0 and clean_name(lines[above].text).lstrip("@") == channel.lstrip("@"):
        above = previous_name(lines, above - 1)
    higher = previous_name(lines, above - 1)
    if higher >= 0 and _is_handle_of(channel, clean_name(lines[above].text)):
        channel, above = clean_name(lines[above].text), higher
    if higher >= 0 and lines[min(next_full(lines, at + 1), len(lines) - 1)].says(Mark.AGE):
        above = higher  # a letter's title, above the line that says more
    at_name = next((i for i in range(at) if is_about(channel, lines[i].text)), None)
    if at_name is not None and _may_name(lines[below := next_full(lines, at_name + 1)]):
        channel, above = lines[at_name].text, below
    above = above if above >= 0 else previous_full(lines, at - 1)  # "1917", "Transcript"
    title = clean_title(lines[above].text) if above >= 0 else None
    end = (
        _after_views(lines, views) if views is not None else _after_buttons(lines, subscribers + 1)
    )
    return Head(title, channel, end, found=True, subscribers=lines[subscribers].text)


def _is_handle_of(handle: str, name: str) -> bool:
    """Whether ``handle`` is that of a channel called ``name``: "@coilandcat" of "Coil & Cat"."""
    shown, folded = fold_words(name), fold_words(handle)
    alike = shown[:_ALIKE] == folded[:_ALIKE] and len(shown) <= len(folded) + _ALIKE
    return handle.startswith("@") and alike


def _read_above_views(lines: Sequence[Line], views: int, subscribers: int | None) -> Head:
    """Title, perhaps the channel, views; on a phone the channel and its subscribers come after."""
    low = previous_name(lines, views - 1)
    if low < 0:
        return Head(end=views + 1, found=True)
    high = previous_name(lines, low - 1)
    while high >= 0 and lines[high].text == lines[low].text:
        high = previous_name(lines, high - 1)
    below = previous_name(lines, subscribers - 1) if subscribers is not None else -1
    if below > views and subscribers is not None and below >= subscribers - _BOX:
        end = _after_buttons(lines, subscribers + 1)
        again = lines[low].text == lines[below].text and high >= 0
        title = lines[high if again else low].text
        return Head(clean_title(title), clean_name(lines[below].text), end, found=True)
    channel = name_beside(lines[views].text)
    if high < 0 or channel or is_heading(lines[low].text):
        return Head(clean_title(lines[low].text), channel, _after_views(lines, views), found=True)
    end = _after_views(lines, views)
    return Head(clean_title(lines[high].text), clean_name(lines[low].text), end, found=True)


def _may_name(line: Line) -> bool:
    text = line.text
    return (
        0 < len(text) <= _LONGEST_TITLE
        and line.marks.isdisjoint(NO_NAME)
        and line.amount is None
        and not line.is_time
        and not text.startswith(_ADDRESSES)
        and any(c.isalnum() for c in text)
    )


def _after_views(lines: Sequence[Line], views: int) -> int:
    """The line after the views, the date and "…more"."""
    near = range(views + 1, min(views + 1 + _LATER, len(lines)))
    return next((i for i in near if not _is_trimming(lines[i])), near.stop)


def _after_buttons(lines: Sequence[Line], at: int) -> int:
    rest = range(at, len(lines))
    return next((i for i in rest if not _is_trimming(lines[i])), len(lines))


def _is_trimming(line: Line) -> bool:
    """Whether the line is a date, a number or a mark between the head and the description."""
    return (
        not line.text
        or line.text in _DOTS
        or line.says(Mark.AGE, Mark.MORE, Mark.BUTTON, Mark.FOLLOW, Mark.LIKED)
        or line.gives_views
        or line.amount is not None
    )
