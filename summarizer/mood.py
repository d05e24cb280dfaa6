"""What the commenters feel: each comment's polarity, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.model import Comment, Mood, Polarity, Sentence

CLEAR = 0.05
"""VADER's own threshold for its compound score."""


def classify_comments(texts: Sequence[str]) -> list[Polarity]:
    """The polarity of each text."""
    from summarizer.vader import compound

    return [_polarity(compound(text)) for text in texts]


def read_mood(comments: Sequence[Comment], summary: Sequence[Sentence] = ()) -> Mood:
    """The Mood of ``comments``; ``summary`` is what they may speak of."""
    del summary
    counts = Counter(classify_comments([c.text for c in comments]))
    return Mood(counts["positive"], counts["neutral"], counts["negative"])


def _polarity(score: float) -> Polarity:
    if score >= CLEAR:
        return "positive"
    return "negative" if score <= -CLEAR else "neutral"
