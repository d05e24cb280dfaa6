"""Digits of every living script as Latin ones."""

from __future__ import annotations

from functools import lru_cache

_ZEROS = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐０"
"""The zero of each script; its other digits follow in order."""


def plain_digits(text: str) -> str:
    """``text`` with Latin digits and colons, each in the place where it was written."""
    return text if text.isascii() else text.translate(_latin())


@lru_cache(maxsize=1)
def _latin() -> dict[int, str]:
    digits = {ord(zero) + value: str(value) for zero in _ZEROS for value in range(10)}
    return digits | {ord(colon): ":" for colon in "：∶﹕"} | {ord("．"): "."}
