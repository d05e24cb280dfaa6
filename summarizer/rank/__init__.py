"""Sentences by how much of the whole they say: a weighted sum of signals of one sparse matrix."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.language import detect
from summarizer.rank.blend import blend
from summarizer.rank.repeats import spread_repeats
from summarizer.rank.term_matrices import TermMatrices, count_terms

__all__ = ["rank_by_terms", "rank_sentences"]

PROBE = 100
"""Sentences read to find the language."""


def rank_sentences(sentences: Sequence[str], language: str | None = None) -> list[int]:
    """All indices of ``sentences``, best first; ties go to the earlier one.

    ``language`` is an ISO 639-1 code; without one it is detected.
    """
    if len(sentences) < 2:  # noqa: PLR2004 - one sentence has one order
        return list(range(len(sentences)))
    language = language or detect(" ".join(sentences[:PROBE]))
    return rank_by_terms(count_terms(sentences, language), language)


def rank_by_terms(terms: TermMatrices, language: str | None = None) -> list[int]:
    """The same for sentences of which the TermMatrices are known; at least two."""
    return spread_repeats(blend(terms, language), terms.stems)
