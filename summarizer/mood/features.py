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
    written = cut(text)
    line, language = fold(written), tongue(written)
    good, bad = valence(line.split(), language)
    return Reading(tuple(written), line, language, good, bad)


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
    score = compound(reading.good, reading.bad)
    length = len(reading.words)
    line = reading.line
    return (
        max(score, 0.0),
        max(-score, 0.0),
        score == 0.0,
        score >= 0.05,  # noqa: PLR2004 - VADER's own thresholds
        score <= -0.05,  # noqa: PLR2004
        score > 0.6,  # noqa: PLR2004
        score < -0.6,  # noqa: PLR2004
        compound(reading.good, 0.0),
        compound(reading.bad, 0.0),
        min(length, 40) / 40,
        length <= 5,  # noqa: PLR2004
        "?" in line,
        "!" in line,
        "http" in line,
    )


FIGURES = len(_figures(Reading((), "", None, 0.0, 0.0)))
