"""The lines of a head that give numbers: views and subscribers, in known and unknown words."""

from __future__ import annotations

import re

from summarizer.page.interface.amounts import fold_amounts
from summarizer.page.interface.lines import Line
from summarizer.page.interface.vocabulary import Mark, find_marks, is_age, starts_with

_LONGEST = 200
"""Characters of a line of views with its date and hashtags."""

_LONGEST_COUNT = 40
_LONGEST_DATE = 14
"""Letters of a folded date: "september00"."""

_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s{2,}|\s+[•·|]\s+|\u00a0{2,}")
_BIG = re.compile(r"\d[.,\u00a0\u202f ]\d{3}|\d{4}")


def is_views(line: Line) -> bool:
    """Whether the line gives the views: known words, or two amounts far apart in an unknown one."""
    if not line.text or len(line.text) > _LONGEST:
        return False
    parts = _PARTS.split(line.text)
    if Mark.VIEWS in find_marks(parts[0]) or _dated_views(line.text):
        return True
    if len(parts) == 1 or not is_count(parts[0]):
        return False
    return Mark.AGE in find_marks(parts[1]) or bool(_BIG.search(parts[0]) and is_count(parts[1]))


def name_beside(text: str) -> str | None:
    """The name in a line of views like "12K plays | Name | May 2024", None in other lines."""
    parts = text.split(" | ")
    return parts[1].strip() if len(parts) > 2 else None  # noqa: PLR2004 - views, name, event


def _dated_views(text: str) -> bool:
    """Whether ``text`` is the views with an age or a date right behind them."""
    behind = starts_with(Mark.VIEWS, text) if _DIGIT.search(text) else None
    return behind is not None and (
        is_age(behind) or ("0" in behind and len(behind) <= _LONGEST_DATE)
    )


def is_subscribers(line: Line) -> bool:
    """Whether the line gives the number of subscribers."""
    return line.says(Mark.SUBSCRIBERS) or (
        " • " in line.text and Mark.SUBSCRIBERS in find_marks(line.text.rsplit(" • ", 1)[1])
    )


def is_count(text: str) -> bool:
    """Whether ``text`` is one number and a few words."""
    return (
        len(text) <= _LONGEST_COUNT
        and _DIGIT.search(text) is not None
        and fold_amounts(text).count("0") == 1
    )
