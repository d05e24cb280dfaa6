"""What the polarity model looks at: a comment's tokens and a few figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.mood.comment_language import comment_language
from summarizer.mood.comment_tokens import normalize, tokenize
from summarizer.mood.vader import Remark, compound, valence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH = 200_000
"""Characters looked at in one go, so that memory stays small however many comments there are."""

CLEAR, STRONG = 0.05, 0.6
"""Compound scores from which on VADER's authors call a text coloured, and strongly coloured."""

SHORT, LONG = 5, 40
"""Tokens up to which a comment is a cheer, and from which on its length says nothing more."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A comment's tokens, the same normalized, its language, the good and bad that it says."""

    tokens: tuple[str, ...]
    normalized: str
    language: str | None
    good: float
    bad: float


def analyse(text: str) -> Analysis:
    """The Analysis of a comment: its language found, its words weighed by VADER's rules."""
    return analyse_each([text], [tokenize(text)])[0]


def analyse_each(texts: Sequence[str], tokens: Sequence[Sequence[str]]) -> list[Analysis]:
    """The same of each of ``texts``, which are cut into ``tokens`` already.

    One step after the other: what a step needs stays in the processor's cache.
    """
    lines = [normalize(own) for own in tokens]
    languages = [comment_language(own) for own in tokens]
    remarks = [
        Remark(text, own, line.split())
        for text, own, line in zip(texts, tokens, lines, strict=True)
    ]
    said = [valence(one, language) for one, language in zip(remarks, languages, strict=True)]
    return [
        Analysis(tuple(own), line, language, good, bad)
        for own, line, language, (good, bad) in zip(tokens, lines, languages, said, strict=True)
    ]


def figures(analyses: Sequence[Analysis]) -> NDArray[np.float32]:
    """One row a comment: `FIGURES` numbers, most between 0 and 1."""
    import numpy as np

    return np.array([_figures(analysis) for analysis in analyses], np.float32).reshape(-1, FIGURES)


def batches(analyses: Sequence[Analysis]) -> Iterator[slice]:
    """``analyses`` in runs of about `BATCH` characters."""
    start = size = 0
    for place, analysis in enumerate(analyses):
        size += len(analysis.normalized)
        if size >= BATCH:
            yield slice(start, place + 1)
            start, size = place + 1, 0
    if start < len(analyses):
        yield slice(start, len(analyses))


def _figures(analysis: Analysis) -> tuple[float, ...]:
    score, length = compound(analysis.good, analysis.bad), len(analysis.tokens)
    return (
        max(score, 0.0),
        max(-score, 0.0),
        score == 0.0,
        score >= CLEAR,
        score <= -CLEAR,
        score > STRONG,
        score < -STRONG,
        compound(analysis.good, 0.0),
        compound(analysis.bad, 0.0),
        min(length, LONG) / LONG,
        length <= SHORT,
        "?" in analysis.normalized,
        "!" in analysis.normalized,
        "http" in analysis.normalized,
    )


FIGURES = len(_figures(Analysis((), "", None, 0.0, 0.0)))
