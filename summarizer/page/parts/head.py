"""The head of a copied page: its title and channel, above its views or subscribers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.page.interface.amounts import parse_amount
from summarizer.page.interface.clock import read_stamp
from summarizer.page.interface.lines import Line, next_full, previous_full
from summarizer.page.interface.figures import is_count, is_subscribers, is_views, name_beside
from summarizer.page.parts.title import clean_name, clean_title, is_heading
from summarizer.page.interface.vocabulary import LONGEST, Mark, fold_words

_REACH = 60
"""Lines of the page's top in which its title is looked for."""

_TOP = 16
"""Lines in which a head without numbers must stand."""

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

_FEWEST_MARKS = 3
_ALIKE = 4
"""Letters that a channel's name and its handle begin with alike, and may differ in length."""

_LONGEST_TITLE = 250
_DOTS = frozenset({"·", "•", "|", "-", "—"})


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
    top = range(min(_REACH, limit))
    views = next((i for i in top if is_views(lines[i])), None)
    reach = min(limit, _REACH if views is None else views + 12)
    fans = next((i for i in range(reach) if is_subscribers(lines[i])), None)
    if fans is None:
        fans = _find_repeated(lines, reach)
    if fans is None:
        fans = _find_bare_number(lines, views, reach)
    if views is None and fans is None:
        return _by_button(lines, min(limit, _TOP))
    if fans is not None and (views is None or fans < views):
        return _by_subscribers(lines, fans, views)
    return _by_views(lines, views or 0, fans)


def _find_repeated(lines: Sequence[Line], reach: int) -> int | None:
    """The subscribers in an unknown language: name and number stand again below the description."""
    full = [i for i, line in enumerate(lines) if line.text and len(line.text) <= LONGEST]
    above = {
        (lines[a].text, lines[b].text): b
        for a, b in reversed(list(pairwise(full)))
        if b < reach and is_count(lines[b].text) and not read_stamp(lines[b].text)
    }
    again = (
        above[pair]
        for a, b in pairwise(full)
        if (pair := (lines[a].text, lines[b].text)) in above and b > above[pair]
    )
    return next(again, None)


def _find_bare_number(lines: Sequence[Line], views: int | None, reach: int) -> int | None:
    """The subscribers as a phone shows them: a bare number between a name and "Subscribe"."""
    for i in range(0 if views is None else views + 1, reach):
        below = next_full(lines, i + 1)
        if below < reach and lines[below].says(Mark.FOLLOW) and parse_amount(lines[i].text):
            above = previous_full(lines, i - 1)
            return i if above >= 0 and not lines[above].marks else None
    return None


def _by_button(lines: Sequence[Line], reach: int) -> Head:
    """A head without numbers: title, channel, "Follow"; the title comes last in short videos."""
    follow = next((i for i in range(reach) if lines[i].says(Mark.FOLLOW)), None)
    low = previous_name(lines, follow - 1) if follow is not None else -1
    if follow is None or low < 0:
        return Head()
    high, below = previous_name(lines, low - 1), next_full(lines, follow + 1)
    near = lines[max(high, 0) : follow + 6]
    if sum(_is_trimming(line) for line in near if line.text) < _FEWEST_MARKS:
        return Head()
    channel, end = clean_name(lines[low].text), _after_buttons(lines, follow + 1)
    if high >= 0:
        return Head(clean_title(lines[high].text), channel, end, found=True)
    if channel.startswith("@") and below < reach and not lines[below].marks:
        end = _after_buttons(lines, below + 1)
        return Head(clean_title(lines[below].text), channel, end, found=True)
    return Head()


def _by_subscribers(lines: Sequence[Line], fans: int, views: int | None) -> Head:
    """Title, channel (once or twice), subscribers, buttons, views."""
    at = previous_name(lines, fans - 1)
    if at < 0:
        return Head(end=fans + 1, found=True)
    channel = clean_name(lines[at].text)
    above = previous_name(lines, at - 1)
    while above >= 0 and clean_name(lines[above].text).lstrip("@") == channel.lstrip("@"):
        above = previous_name(lines, above - 1)
    higher = previous_name(lines, above - 1)
    if higher >= 0 and _has_handle(clean_name(lines[above].text), channel):
        channel, above = clean_name(lines[above].text), higher
    above = above if above >= 0 else previous_full(lines, at - 1)  # "1917", "Transcript"
    title = clean_title(lines[above].text) if above >= 0 else None
    end = _after_views(lines, views) if views is not None else _after_buttons(lines, fans + 1)
    return Head(title, channel, end, found=True, subscribers=lines[fans].text)


def _has_handle(name: str, other: str) -> bool:
    """Whether ``other`` is the handle of a channel called ``name``: "Coil & Cat", "@coilandcat"."""
    shown, handle = fold_words(name), fold_words(other)
    alike = shown[:_ALIKE] == handle[:_ALIKE] and len(shown) <= len(handle) + _ALIKE
    return other.startswith("@") and alike


def _by_views(lines: Sequence[Line], views: int, fans: int | None) -> Head:
    """Title, perhaps the channel, views; on a phone the channel and its subscribers come after."""
    low = previous_name(lines, views - 1)
    if low < 0:
        return Head(end=views + 1, found=True)
    high = previous_name(lines, low - 1)
    while high >= 0 and lines[high].text == lines[low].text:
        high = previous_name(lines, high - 1)
    below = previous_name(lines, fans - 1) if fans is not None else -1
    if below > views and fans is not None and below >= fans - 4:
        end = _after_buttons(lines, fans + 1)
        again = lines[low].text == lines[below].text and high >= 0
        title = lines[high if again else low].text
        return Head(clean_title(title), clean_name(lines[below].text), end, found=True)
    channel = name_beside(lines[views].text)
    if high < 0 or channel or is_heading(lines[low].text):
        return Head(clean_title(lines[low].text), channel, _after_views(lines, views), found=True)
    end = _after_views(lines, views)
    return Head(clean_title(lines[high].text), clean_name(lines[low].text), end, found=True)


def previous_name(lines: Sequence[Line], at: int) -> int:
    """Index of the last line up to ``at`` that may be a name: no button, number or address."""
    for i in range(at, max(at - _REACH, -1), -1):
        line = lines[i]
        if line.text and not line.says(*NO_NAME) and _is_name(line.text):
            return i
    return -1


def _is_name(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and any(c.isalnum() for c in text)
        and not text.startswith(("http://", "https://", "![", "[!["))
        and parse_amount(text) is None
        and not ((stamp := read_stamp(text)) and stamp.alone)
    )


def _after_views(lines: Sequence[Line], views: int) -> int:
    """The line after the views, the date and "…more"."""
    at = views + 1
    while at < len(lines) and at < views + 8 and _is_trimming(lines[at]):
        at += 1
    return at


def _after_buttons(lines: Sequence[Line], at: int) -> int:
    end = at
    while at < len(lines) and (_is_trimming(lines[at]) or lines[at].says(Mark.BUTTON, Mark.FOLLOW)):
        at += 1
        end = at
    return end


def _is_trimming(line: Line) -> bool:
    """Whether the line is a date, a number or a mark between the head and the description."""
    return (
        not line.text
        or line.text in _DOTS
        or line.says(Mark.AGE, Mark.MORE, Mark.BUTTON, Mark.FOLLOW, Mark.LIKED)
        or is_views(line)
        or parse_amount(line.text) is not None
    )
