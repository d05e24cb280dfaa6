"""Praat's TextGrid, long or short.

https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.annotations.tiers import Annotation, Tier, read_tiers
from summarizer.model import Page

_HEAD = 200
# What counts of the file are strings and numbers that stand free: all else is there for readers.
_TOKEN = re.compile(r'"((?:[^"]|"")*)"|(?<![\w\[.])(-?\d{1,12}(?:\.\d{1,18})?)(?![\w\].])')
_INTERVALS = "IntervalTier"
_POINTS = "TextTier"
_MARKS = frozenset({_INTERVALS, _POINTS})


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    head = text[:_HEAD]
    return 1.0 if "ooTextFile" in head and '"TextGrid"' in head else 0.0


def read(text: str) -> Page | None:
    """The speech in the tiers of intervals; None where they hold none."""
    tiers = [tier for tier in _tiers(text) if any(one.text for one in tier.said)]
    if len(tiers) == 1:
        tiers = [tiers[0]._replace(speaker=None)]  # its name says what it holds
    return read_tiers(tiers)


def _tiers(text: str) -> Iterator[Tier]:
    tokens = ((found[1], found[2]) for found in _TOKEN.finditer(text))
    name, said = "", list[Annotation]()
    numbers: list[float] = []
    kind, expects_name = "", False
    for string, number in tokens:
        if number is not None:
            numbers.append(float(number))
        elif string in _MARKS:
            yield from _tier(kind, name, said)
            kind, expects_name, said = string, True, []
        elif expects_name:
            name, expects_name, numbers = string, False, []
        elif len(numbers) > 1 or kind == _POINTS:
            # An interval is where it begins, where it ends and its text.
            said.append(Annotation(numbers[-2] if len(numbers) > 1 else None, _plain(string)))
            numbers = []
    yield from _tier(kind, name, said)


def _tier(kind: str, name: str, said: list[Annotation]) -> Iterator[Tier]:
    if kind == _INTERVALS:
        yield Tier(name, name, name or None, said)


def _plain(string: str) -> str:
    return " ".join(string.replace('""', '"').split())
