"""Lines of a description that speak of what a question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.ask.answers import Passage
from summarizer.ask.ranking import rank_answers
from summarizer.ask.speaking import SHARED, speaking
from summarizer.ask.words import asks_link, without_asking
from summarizer.model import Sentence

MOST = 2
LEAST = 0.3
"""The score from which on a line that holds enough of the question is shown."""
_ADDRESS = re.compile(r"https?://|www\.")


def lines_on(
    sentences: Sequence[Sentence], question: str, language: str | None
) -> tuple[Passage, ...]:
    """Up to `MOST` sentences of a description that speak of what ``question`` asks, best first.

    A question of where a thing is to be had wants a line with an address: one word of it is enough.
    """
    link = asks_link(question, language)
    asked = without_asking(question, language)
    kept = [s for s in sentences if not link or _ADDRESS.search(s.text)]
    texts = tuple(sentence.text for sentence in kept)
    if not texts:
        return ()
    enough = speaking(texts, asked, language, 1 if link else SHARED)
    ranked = rank_answers(texts, asked, language)
    return tuple(
        Passage(texts[i], None, score) for i, score in ranked if enough[i] and score >= LEAST
    )[:MOST]
