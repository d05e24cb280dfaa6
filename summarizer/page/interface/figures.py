"""Lines that give a video's views or a channel's subscribers, in known and unknown words."""

from __future__ import annotations

import re

from summarizer.page.interface.amounts import is_count
from summarizer.page.interface.vocabulary import Mark, find_marks, is_age, starts_with

_LONGEST = 200
"""Characters of a line of views with its date and hashtags."""

_LONGEST_DATE = 14
"""Letters of a folded date: "september00"."""

_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s{2,}|\s+[•·|]\s+|\u00a0{2,}")
_MAY_PART = re.compile(r"[•·|]|\s\s")
"""What stands wherever parts do: to look for it takes a fraction of the time."""
_BIG = re.compile(r"\d[.,\u00a0\u202f ]\d{3}|\d{4}")


def gives_views(text: str) -> bool:
    """Whether the line gives the views: known words, or two amounts far apart in unknown ones."""
    if len(text) > _LONGEST:
        return False
    numbered = _DIGIT.search(text) is not None
    parts = _PARTS.split(text) if _MAY_PART.search(text) else [text]
    if Mark.VIEWS in find_marks(parts[0]):
        return True
    if not numbered:
        return False
    if len(parts) > 1 and is_count(parts[0]) and _has_date_or_more(parts[0], parts[1]):
        return True
    return _gives_dated_views(text)


def gives_subscribers(text: str) -> bool:
    """Whether the line gives the number of subscribers behind a name: "Name • 12K subscribers"."""
    return " • " in text and Mark.SUBSCRIBERS in find_marks(text.rpartition(" • ")[2])


def name_beside(text: str) -> str | None:
    """The name in a line of views like "12K plays | Name | May 2024", None in other lines."""
    parts = text.split(" | ")
    return parts[1].strip() if len(parts) > 2 else None  # noqa: PLR2004 - views, name, event


def _has_date_or_more(count: str, behind: str) -> bool:
    """Whether an age stands behind a number and its words, or another number behind a big one."""
    return Mark.AGE in find_marks(behind) or bool(_BIG.search(count) and is_count(behind))


def _gives_dated_views(text: str) -> bool:
    """Whether ``text`` is the views with an age or a date right behind them."""
    behind = starts_with(Mark.VIEWS, text)
    return behind is not None and (
        is_age(behind) or ("0" in behind and len(behind) <= _LONGEST_DATE)
    )
