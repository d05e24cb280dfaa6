"""Times of the video in words and units: "3m20s", "minute 5", "10 minutes in", 5'20"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.mood.moments.words_around import LATIN, Around, Written, around, words_of_role

_AND = r"\s{0,3}(?:,|and|und|et|y|e|con|и)?\s{0,3}"
_ONE = r"(?:an|one|una|une|eine|einer)(?=\s)"
_NUMBER_BEFORE = rf"(?<![\d_.,:$€£{LATIN}])"
_NUMBER_AFTER = r"(?![\w%€$£]|[.,:]\d)"
_PRIMES = re.compile(r"(?<![\w.,:])(\d{1,3})['’′]\s?([0-5]\d)(?!\d)(?:[\"”″]|''|’’)?")
_PRIME = frozenset("'’′")
_FEET, _INCHES = range(4, 8), 11
"""What a person's height has."""
_LAST_MORNING_HOUR = 6
"""Videos of more hours are rarer than times of day: "20h30"."""
_WORTH = {"h": 3600, "hm": 60, "hs": 1, "m": 60, "ms": 1, "s": 1}
"""Seconds in each part of an amount."""
_AMBIGUOUS = frozenset(("min", "sec", "second", "seconde"))
"""What may be the least age, or come after the first."""
_WHOLE = 3
_FULL = 3
"""Letters from which on a unit is no mere "m" or "s", but for the seconds of "at 45s"."""


def spelled_times(text: str) -> Iterator[Written]:
    """The times in ``text`` that are spelled with units."""
    for match in _amounts().finditer(text) if _may_begin_amount().search(text) else ():
        if _is_placed(match, around(text, *match.span())):
            yield Written(*match.span(), sum(w * _number(match[n]) for n, w in _WORTH.items()))
    for match in _numbered().finditer(text) if _says_minute(text) else ():
        if _counts(match, around(text, *match.span())):
            minutes = _number(match["minute"] or match["nth"])
            yield Written(*match.span(), 60 * minutes + _number(match["second"]))
    for match in _PRIMES.finditer(text) if not _PRIME.isdisjoint(text) else ():
        if _is_moment(match, around(text, *match.span())):
            yield Written(*match.span(), 60 * int(match[1]) + int(match[2]))


def _says_minute(text: str) -> bool:
    """Whether a word is there without which no numbered minute is found: most texts have none."""
    small = text.lower()
    return any(word in small for word in _minutes())


def _number(written: str | None) -> int:
    """The number; "an" hour is one."""
    return int(written) if written and written.isdigit() else int(bool(written))


def _is_placed(match: re.Match[str], words: Around) -> bool:
    """Whether an amount of time says where in the video, not how long something takes."""
    parts = sum(match[name] is not None for name in _WORTH)
    if words.after("lasts_before") or words.before("lasts_after") or words.before("day_after"):
        return False
    if words.before("mark") and not words.before("not_in"):
        return True
    if parts == 1:
        placed = words.after("at") and not words.after("one")
        return placed and _is_full(match) and not _is_decade(match, words)
    if match["hm"] and not match["hs"] and _number(match["h"]) > _LAST_MORNING_HOUR:
        return False
    compact = " " not in match[0] or parts == _WHOLE
    return words.after("at") or words.opens or (compact and not words.after("for"))


def _is_full(match: re.Match[str]) -> bool:
    unit = match[0].lstrip("0123456789 ").rstrip(" .")
    return len(unit) >= _FULL or not unit.isascii() or unit == "s"


def _is_decade(match: re.Match[str], words: Around) -> bool:
    """Whether "60s" is what came before the seventies, or "4s" the name of a thing."""
    return match[0][-1:] in "sS" and words.after("decade_before")


def _counts(match: re.Match[str], words: Around) -> bool:
    """Whether "minute 5" is one of the video."""
    if words.before("minutes") or words.before("day_after"):
        return False
    unit = match[0].lower().split()[0]
    return unit not in _AMBIGUOUS or words.opens or words.after("at")


def _is_moment(match: re.Match[str], words: Around) -> bool:
    """Whether 5'20 is a time and no height."""
    high = int(match[1]) in _FEET and int(match[2]) <= _INCHES
    return words.after("at") or (words.opens and not high)


@lru_cache(maxsize=1)
def _minutes() -> frozenset[str]:
    roles = ("number", "number_second", "nth_minute")
    words = frozenset(("minute", "minuto")).union(*map(words_of_role, roles))
    # Who says "minutes" says "min": each text is looked through for few words.
    return frozenset(one for one in words if not any(other in one for other in words - {one}))


@lru_cache(maxsize=1)
def _may_begin_amount() -> re.Pattern[str]:
    """A number before a unit, which begins with a letter: most texts with numbers have none."""
    units = "|".join(map(_either, ("hour", "minute", "second")))
    return re.compile(rf"(?:\d|\b{_ONE})\s?(?=[^\W\d_])(?:{units})\.?(?![{LATIN}])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _amounts() -> re.Pattern[str]:
    """Hours, minutes, seconds in this order, at least one of them with its unit."""
    hour, minute, second = map(_unit, ("hour", "minute", "second"))
    return re.compile(
        rf"{_NUMBER_BEFORE}(?:"
        rf"(?P<h>\d{{1,2}}|{_ONE}){hour}"
        rf"(?:{_AND}(?P<hm>\d{{1,2}})(?:{minute}|(?<=[a-z]\d\d){_NUMBER_AFTER}))?"
        rf"(?:{_AND}(?P<hs>\d{{1,2}}){second})?"
        rf"|(?P<m>\d{{1,3}}){minute}(?:{_AND}(?P<ms>\d{{1,2}})(?:{second}|{_NUMBER_AFTER}))?"
        rf"|(?P<s>\d{{1,4}}){second})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """A unit before its number ("minute 5"), or an ordinal before its minute."""
    minute, second, nth = map(_either, ("number", "number_second", "nth_minute"))
    ordinal = r"(?:e|è?me|ème|\.|st|nd|rd|th|º|ª|-?я|-?й|-?ой)"
    pattern = (
        rf"\b{minute}\s(?P<minute>\d{{1,3}}){_NUMBER_AFTER}"
        rf"|\b{second}\s(?P<second>\d{{1,4}}){_NUMBER_AFTER}"
        rf"|{_NUMBER_BEFORE}(?P<nth>\d{{1,3}})(?:{ordinal}\s?(?:minute|minuto)\b|\.?\s?{nth}\b)"
    )
    return re.compile(pattern, re.IGNORECASE)


def _unit(role: str) -> str:
    return rf"\s?{_either(role)}\.?(?![{LATIN}])"


def _either(role: str) -> str:
    words = sorted(words_of_role(role), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"
