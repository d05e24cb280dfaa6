"""What the polarity model looks at: a comment's words and a few figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.mood.tongue import tongue
from summarizer.mood.vader import compound, valence
from summarizer.mood.words import cut, fold

BATCH = 200_000
"""Characters looked at in one go, so that memory stays small however many comments there are."""

CLEAR, STRONG = 0.05, 0.6
"""Compound scores from which on VADER's authors call a text coloured, and strongly coloured."""

SHORT, LONG = 5, 40
"""Words up to which a comment is a cheer, and from which on its length says nothing more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A comment as read: its words, small and Latin, its language, the good and bad it says."""

    words: tuple[str, ...]
    line: str
    language: str | None
    good: float
    bad: float


def read(text: str) -> Reading:
    """``text`` cut, its language found, its words weighed by VADER's rules."""
    return read_words(cut(text))


def read_words(words: Sequence[str]) -> Reading:
    """The same of a text that is cut already."""
    line, language = fold(words), tongue(words)
    good, bad = valence(line.split(), language)
    return Reading(tuple(words), line, language, good, bad)


def figures(readings: Sequence[Reading]) -> NDArray[np.float32]:
    """One row a comment: `FIGURES` numbers, most between 0 and 1."""
    return np.array([_figures(reading) for reading in readings], np.float32).reshape(-1, FIGURES)


def batches(readings: Sequence[Reading]) -> Iterator[slice]:
    """``readings`` in runs of about `BATCH` characters."""
    start = size = 0
    for place, reading in enumerate(readings):
        size += len(reading.line)
        if size >= BATCH:
            yield slice(start, place + 1)
            start, size = place + 1, 0
    if start < len(readings):
        yield slice(start, len(readings))


def _figures(reading: Reading) -> tuple[float, ...]:
    score, length = compound(reading.good, reading.bad), len(reading.words)
    return (
        max(score, 0.0),
        max(-score, 0.0),
        score == 0.0,
        score >= CLEAR,
        score <= -CLEAR,
        score > STRONG,
        score < -STRONG,
        compound(reading.good, 0.0),
        compound(reading.bad, 0.0),
        min(length, LONG) / LONG,
        length <= SHORT,
        "?" in reading.line,
        "!" in reading.line,
        "http" in reading.line,
    )


FIGURES = len(_figures(Reading((), "", None, 0.0, 0.0)))
