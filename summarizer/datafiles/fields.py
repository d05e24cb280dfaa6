"""Single fields of a record: counts, ages and yes-or-no marks however they are written."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from summarizer.captions.clock import seconds

_COUNT = re.compile(r"(\d{1,15}(?:[.,\s\u00a0\u202f]\d{1,3}){0,5})\s?([^\W\d_]{0,5})\.?")
_STAMP = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")
_SECONDS = re.compile(r"\d{1,10}(?:\.\d{1,9})?")
_UNITS = {
    **dict.fromkeys(["k", "тыс", "tsd", "tis", "mil", "rb", "n", "b", "bin", "千", "천"], 1_000),
    **dict.fromkeys(["万", "萬", "만"], 10_000),
    **dict.fromkeys(["lakh", "लाख"], 100_000),
    **dict.fromkeys(["m", "mio", "млн", "mn", "mln", "mi", "jt", "tr"], 1_000_000),
    **dict.fromkeys(["亿", "億", "억"], 100_000_000),
}
_COUNTED = ("count", "total", "total_count", "totalCount")
"""Under which an object keeps the number of its entries."""

_PLAIN_DIGITS = 9
"""Digits that are a count as they stand, which most are."""

_MOST = 1e12  # a larger number counts nothing
_FIRST_SECOND = 631_152_000  # 1990: a smaller number is no date
_LAST_SECOND = 4_102_444_800  # 2100
_NO = frozenset({"", "0", "false", "no", "none", "null", "root", "comment", "top", "nan", "n"})


def amount(value: object) -> int | None:
    """A count: 12, 12.0, "1,204", "3.4K", "1,2 N", "5万"; None where it is none."""
    if isinstance(value, dict):
        value = next((value[name] for name in _COUNTED if name in value), None)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return int(value) if abs(value) < _MOST else None
    return _written(str(value).strip()[:40])


def age(value: object) -> str | None:
    """A date or an age as written; seconds or milliseconds since 1970 become a date."""
    if isinstance(value, str):
        if not _STAMP.fullmatch(value):
            return value.strip()[:80] or None
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    for scale in (1, 1_000, 1_000_000):
        if _FIRST_SECOND < value / scale < _LAST_SECOND:
            return datetime.fromtimestamp(value // scale, UTC).strftime("%Y-%m-%d")
    return None


def flag(value: object) -> bool:
    """Whether a field says yes: true, 1, "yes", "reply", the id of a parent."""
    if isinstance(value, str):
        return value.strip().casefold() not in _NO
    return bool(value)


def moment(value: object) -> float | None:
    """A time in the video as a number or a clock, in the unit it is written in; else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if 0 <= value < _MOST else None
    if isinstance(value, str):
        text = value.strip()[:40].removesuffix("s")
        if _SECONDS.fullmatch(text):
            return float(text)
        return seconds(text.replace(";", ":"))  # so video editors write frames that are dropped
    return None


def _written(text: str) -> int | None:
    """The count that a text is, in digits alone as most are, or with marks and a unit."""
    if text.isascii() and text.isdigit() and len(text) <= _PLAIN_DIGITS:
        return int(text)
    match = _COUNT.fullmatch(text)
    if not match:
        return None
    digits, unit = re.sub(r"\s", "", match[1]), match[2].casefold()
    if unit not in _UNITS:
        return None if unit else int(re.sub(r"\D", "", re.sub(r"[.,]0$", "", digits)))
    whole, _, part = digits.replace(",", ".").rpartition(".")
    return round(float(f"{whole.replace('.', '') or part}.{part if whole else 0}") * _UNITS[unit])
