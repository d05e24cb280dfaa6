"""Dates and hours as chat programs write them, as parts of regular expressions."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.page.kinds.chats.words import phrases

_NUMBERS = r"\d{1,4} ?[./-] ?\d{1,2} ?[./-] ?\d{1,4}\.?(?: г\.?)?"
_CHARACTERS = r"\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일](?: ?[월화수목금토일]요일)?"
_WORD = r"[^\W\d_]{3,12}\.?"
_MONTH = rf"(?:{_WORD} \d{{1,2}}|\d{{1,2}}\.?[ -](?:de )?{_WORD})"
_YEAR = r",?[ -](?:de )?(?:\d{4}|\d\d)(?!\d)"
_DATE = f"(?:{_NUMBERS}|{_CHARACTERS}|{_MONTH}(?:{_YEAR})?)"
_SHORT = rf"(?:\d{{1,2}}[./]\d{{1,2}}\.?|{_WORD})"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
# What stands between a date and an hour: "12.05.24, 8:02", "le 12/05/2024 à 8:02", "klo 8.02".
_GAP = r"(?:[,،]? (?:(?:à|at|a las|às|alle|um|kl\.?|klo|o|u|в|om) )?|[,،T])"
_RULE = r"[-–—=]{0,40}"
_WEEKDAY = r"[^\d\s:.,]{1,14}\.?"
_WHOLE = f"(?:{_NUMBERS}|{_CHARACTERS}|{_MONTH}{_YEAR})"
_DAY = rf"{_RULE} ?(?:{_WEEKDAY},? )?{_WHOLE}(?:,? ?[(（]?{_WEEKDAY}[)）]?)? ?{_RULE}"


def spaced(pattern: str) -> str:
    """``pattern`` with white space of any kind where it has a blank."""
    return pattern.replace(" ", r"\s")


@lru_cache(maxsize=1)
def slots() -> dict[str, str]:
    """What the slots of a head stand for that hold a time."""
    parts = "|".join(_part(one) for one in sorted(phrases("part"), key=len, reverse=True))
    time = rf"(?:(?:{parts}) ?)?{_CLOCK}(?: ?(?:{parts})(?!\w))?(?: (?:ч\.|Uhr|h))?"
    return {
        "moment": f"(?:{_DATE}{_GAP}{time}|{time}(?:, ?| ){_DATE})",
        "date": _DATE,
        "numbers": _NUMBERS,
        "short": _SHORT,
        "day": _DAY,
        "time": time,
        "half": rf"(?:(?:{parts}) ?{_CLOCK}|{_CLOCK} ?(?:{parts}))",
    }


@lru_cache(maxsize=1)
def day_line() -> re.Pattern[str]:
    """A line that is a date alone, perhaps with its weekday, or a date and an hour."""
    return re.compile(spaced(f"{_DAY}|{slots()['moment']}"), re.IGNORECASE)


def _part(phrase: str) -> str:
    """A part of the day, which some write with other blanks or without its full stops."""
    return re.escape(phrase).replace(r"\ ", " ?").replace(r"\.", r"\.?")
