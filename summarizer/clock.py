"""Seconds as a player shows them."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """``seconds``, cut to whole ones, as hours, minutes and seconds: 1:02 or 1:01:02."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
