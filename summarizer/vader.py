"""VADER's compound score of a text: NLTK's analyser with the lexicon of vaderSentiment.

Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis" (2014).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def compound(text: str) -> float:
    """From -1 (negative) to 1 (positive)."""
    return float(_analyser().polarity_scores(text)["compound"])


@lru_cache(maxsize=1)
def _analyser() -> Any:  # noqa: ANN401 - nltk has no types
    import nltk
    from nltk.sentiment.vader import SentimentIntensityAnalyzer

    spec = find_spec("vaderSentiment")
    assert spec is not None  # noqa: S101 - a pinned dependency
    assert spec.origin is not None  # noqa: S101
    folder = str(Path(spec.origin).parent)
    if folder not in nltk.data.path:
        nltk.data.path.append(folder)
    return SentimentIntensityAnalyzer("vader_lexicon.txt")
