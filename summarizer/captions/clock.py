"""Times as subtitle formats write them, in seconds."""

from __future__ import annotations

import re

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,:;]\d{1,7})?"
"""A clock time: hours may be left out, a fraction may follow a point, a comma or a colon."""

FILM = 23.976
"""Frames a second where a file does not say."""

_NUMBER = re.compile(r"(?=\.?\d)\d{0,7}(?:\.\d{1,9})?")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:([.,:;])(\d{1,7}))?")


def plain_seconds(text: str) -> float | None:
    """Seconds written as a number, "12", "3.25" or ".5"; else None."""
    return float(text) if _NUMBER.fullmatch(text) else None


def seconds(text: str, frames: float = 30.0) -> float | None:
    """``H:MM:SS.mmm``, ``MM:SS,mmm`` or ``HH:MM:SS:FF`` (at ``frames`` a second), else None."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        return None
    hours, minutes, whole, mark, rest = match.groups()
    if mark in {":", ";"} and hours is None:
        # "1:02:03" has matched as minutes, seconds and frames only if four parts were there.
        return None
    fraction = 0.0
    if rest:
        fraction = int(rest) / (frames if mark in {":", ";"} else 10 ** len(rest))
    return round(int(hours or 0) * 3600 + int(minutes) * 60 + int(whole) + fraction, 3)
