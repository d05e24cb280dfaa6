"""Numbers as sites write them, in the digits and short words of any interface language."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.data import rows

_NUMBER = r"\d+(?:[.,'’٫٬]\d+|[ \u00a0\u202f]\d{3}(?!\d))*"
_GROUPED = re.compile(r"\d{1,3}(?:(\D)\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})*,\d{3}")
_DIGIT = re.compile(r"\d")
_LONGEST = 24
"""Characters of the longest amount that is looked at."""

_LONGEST_COUNT = 40
"""Characters of one number and a few words."""


def parse_amount(text: str) -> int | None:
    """The whole number that ``text`` stands for ("3.4k" is 3400), None where it is no amount.

    Without a short word, a point or comma only parts groups of digits ("19.924" is 19924).
    """
    text = text.strip()
    likely = text[:1].isdecimal() and len(text) <= _LONGEST
    found = _pattern().fullmatch(text) if likely else None
    if not found:
        return None
    number, unit = found["number"], found["unit"]
    return round(_decimal(number) * _factors()[unit.casefold()]) if unit else _whole(number)


def find_amount(text: str) -> int | None:
    """The first amount in ``text`` ("12,034 comments" gives 12034), None where there is none."""
    found = _pattern().search(text)
    return parse_amount(found[0]) if found else None


def fold_amounts(text: str) -> str:
    """``text`` with each amount as a single "0", so that lines can be compared by their words."""
    return _pattern().sub("0", text) if _DIGIT.search(text) else text


def is_count(text: str) -> bool:
    """Whether ``text`` is one number and a few words: "12,034 comments"."""
    return len(text) <= _LONGEST_COUNT and fold_amounts(text).count("0") == 1


def _whole(number: str) -> int | None:
    if number.isdecimal():
        return int(number)
    return int(re.sub(r"\D", "", number)) if _GROUPED.fullmatch(number) else None


def _decimal(number: str) -> float:
    parts = re.split(r"\D", number)
    if len(parts) == 1 or len(parts[-1]) == 3:  # noqa: PLR2004 - a group of thousands
        return float("".join(parts))
    return float("".join(parts[:-1]) + "." + parts[-1])


@lru_cache(maxsize=1)
def _factors() -> dict[str, int]:
    return {unit: int(factor) for factor, units in rows("amounts") for unit in units.split()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A number and its short word; a word in letters with case must end where the word ends."""
    units = sorted(_factors(), key=len, reverse=True)
    dense = "|".join(u for u in units if u[0] > "\u0e00")
    spaced = "|".join(u for u in units if u[0] <= "\u0e00")
    unit = rf"(?:{dense})|(?:{spaced})(?!(?![\u0e00-\uffff])[^\W\d_])"
    return re.compile(
        rf"(?P<number>{_NUMBER})(?:[ \u00a0\u202f]?(?P<unit>{unit})\.?)?", re.IGNORECASE
    )
