"""What is written as a time and is a verse, a time of day, a length, a ratio, a score."""

from __future__ import annotations

import re

from summarizer.mood.moments.words_around import Around

_DATE = re.compile(r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})[T,\s]*")
_DATE_LENGTH = 16
_NAME, _NAME_LENGTH = re.compile(r"[^\W\d_][\w.]* $"), 24

_LAST_HOUR = 23
_PICTURES = frozenset(("9:16", "16:10", "21:09", "24:10"))
"""Shapes of pictures that could be times."""
_SHARES = re.compile(r"(\d0):(\d0)")


def means_something_else(match: re.Match[str], words: Around) -> bool:
    """Whether what ``match`` has found is no time of a video, by the ``words`` around it."""
    return (
        _is_verse(match, words)
        or _is_time_of_day(match, words)
        or _is_length(words)
        or _is_ratio(match[0], words)
        or words.after("score_before")
    )


def _is_verse(match: re.Match[str], words: Around) -> bool:
    """Whether a book stands before chapter and verse: of the table, or a name where one quotes."""
    if words.after("book"):
        return True
    before = match.string[max(0, match.start() - _NAME_LENGTH) : match.start()]
    return words.near("scripture") and _NAME.search(before) is not None


def _is_time_of_day(match: re.Match[str], words: Around) -> bool:
    if int(match[1] or match[2]) > _LAST_HOUR:
        return False
    if not match[1] and words.right.startswith(f"{int(match[2])} hour"):
        return True  # "1:11 (1 hour 11)" says by itself that it has no seconds
    date = match.string[max(0, match.start() - _DATE_LENGTH) : match.start()]
    return (
        words.after("day_before")
        or words.before("day_after")
        or words.near("occasion")
        or any(found.end() == len(date) for found in _DATE.finditer(date))
    )


def _is_length(words: Around) -> bool:
    """Whether something lasts so long, or is done in such a time."""
    return (
        words.after("lasts_before")
        or words.before("lasts_after")
        or (words.after("for") and words.before("minutes"))
        or (words.after("one") and words.before("video"))
    )


def _is_ratio(written: str, words: Around) -> bool:
    shares = _SHARES.fullmatch(written)
    return (
        words.after("ratio_before")
        or words.before("ratio_after")
        or (written in _PICTURES and words.near("picture"))
        or bool(shares and int(shares[1]) + int(shares[2]) == 100)  # noqa: PLR2004 - per cent
    )
