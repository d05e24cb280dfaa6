"""The words that a video is about, by the sentences chosen from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.rank.tokens import words_of

SHARE, FEWEST = 1 / 3, 3
"""Share of the sentences, and their number, with a word of the subject."""


def subject_words(sentences: Sequence[str], language: str | None) -> list[str]:
    """The words that so many ``sentences`` of a summary hold: who comments need not say them."""
    counts = Counter(word for text in sentences for word in {*words_of(text, language)})
    least = max(FEWEST, SHARE * len(sentences))
    return sorted(word for word, count in counts.items() if count >= least)
