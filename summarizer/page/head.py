"""The head of a copied page: its title and channel, above its views or subscribers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.page.amounts import fold_amounts, parse_amount
from summarizer.page.clock import read_stamp
from summarizer.page.lines import Line, next_full, previous_full
from summarizer.page.words import LONGEST, Mark, find_marks, is_age, starts_with

_REACH = 60
"""Lines of the page's top in which its title is looked for."""

_TOP = 16
"""Lines in which a head without numbers must stand."""

_FEWEST_MARKS = 3
_LONGEST_TITLE = 250
_LONGEST_DATE = 14
"""Letters of a folded date: "september00"."""

_PARTS = re.compile(r"\s{2,}|\s+[•·|]\s+|\u00a0{2,}")
_SITE = re.compile(r"\s+[-–—|•]\s+(?:YouTube|Vimeo|Dailymotion|TED Talk|Rumble|Odysee|PeerTube)$")
_NEWS = re.compile(r"^\(\d{1,4}\+?\)\s+")
_HEADING = re.compile(r"^#{1,6}\s+")
_BIG = re.compile(r"\d[.,\u00a0\u202f ]\d{3}|\d{4}")
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
        for a, b in pairwise(full)
        if b < reach and _counts(lines[b].text) and not read_stamp(lines[b].text)
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
    """A head that has neither views nor subscribers: title, channel, "Follow", other buttons."""
    follow = next((i for i in range(reach) if lines[i].says(Mark.FOLLOW)), None)
    low = previous_name(lines, follow - 1) if follow is not None else -1
    high = previous_name(lines, low - 1)
    near = lines[max(high, 0) : (follow or 0) + 6]
    if high < 0 or sum(_is_trimming(line) for line in near if line.text) < _FEWEST_MARKS:
        return Head()
    end = _after_buttons(lines, (follow or 0) + 1)
    return Head(clean_title(lines[high].text), lines[low].text, end, found=True)


def is_views(line: Line) -> bool:
    """Whether the line gives the views: known words, or two amounts far apart in an unknown one."""
    if not line.text or len(line.text) > 200:  # noqa: PLR2004 - with a date and hashtags behind
        return False
    parts = _PARTS.split(line.text)
    if Mark.VIEWS in find_marks(parts[0]) or _dated_views(line.text):
        return True
    if len(parts) != 2 or not _counts(parts[0]):  # noqa: PLR2004
        return False
    return Mark.AGE in find_marks(parts[1]) or bool(_BIG.search(parts[0]) and _counts(parts[1]))


def _dated_views(text: str) -> bool:
    """Whether ``text`` is the views with an age or a date right behind them."""
    behind = starts_with(Mark.VIEWS, text) if any(c.isdigit() for c in text) else None
    return behind is not None and (
        is_age(behind) or ("0" in behind and len(behind) <= _LONGEST_DATE)
    )


def is_subscribers(line: Line) -> bool:
    """Whether the line gives the number of subscribers."""
    return line.says(Mark.SUBSCRIBERS) or (
        " • " in line.text and Mark.SUBSCRIBERS in find_marks(line.text.rsplit(" • ", 1)[1])
    )


def clean_title(text: str) -> str:
    """A title without the marks of headings, notifications and the site's name around it."""
    return _SITE.sub("", _NEWS.sub("", _HEADING.sub("", text))).strip(" *_")


def _counts(text: str) -> bool:
    return fold_amounts(text).count("0") == 1 and any(c.isdigit() for c in text) and len(text) < 40  # noqa: PLR2004


def _by_subscribers(lines: Sequence[Line], fans: int, views: int | None) -> Head:
    """Title, channel (once or twice), subscribers, buttons, views."""
    at = previous_name(lines, fans - 1)
    if at < 0:
        return Head(end=fans + 1, found=True)
    channel = lines[at].text
    above = previous_name(lines, at - 1)
    while above >= 0 and lines[above].text.lstrip("@") == channel.lstrip("@"):
        above = previous_name(lines, above - 1)
    title = clean_title(lines[above].text) if above >= 0 else None
    end = _after_views(lines, views) if views is not None else _after_buttons(lines, fans + 1)
    return Head(title, _HEADING.sub("", channel), end, found=True, subscribers=lines[fans].text)


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
        return Head(clean_title(lines[low].text), lines[below].text, end, found=True)
    if high < 0 or _HEADING.match(lines[low].text):
        return Head(clean_title(lines[low].text), None, _after_views(lines, views), found=True)
    end = _after_views(lines, views)
    return Head(clean_title(lines[high].text), lines[low].text, end, found=True)


def previous_name(lines: Sequence[Line], at: int) -> int:
    """Index of the last line up to ``at`` that may be a name: no button, number or address."""
    for i in range(at, max(at - _REACH, -1), -1):
        line = lines[i]
        if line.text and not line.marks and _is_name(line.text):
            return i
    return -1


def _is_name(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and any(c.isalnum() for c in text)
        and not text.startswith(("http://", "https://", "!["))
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
        or line.says(Mark.AGE, Mark.MORE, Mark.VIEWS, Mark.BUTTON, Mark.FOLLOW, Mark.LIKED)
        or parse_amount(line.text) is not None
    )
