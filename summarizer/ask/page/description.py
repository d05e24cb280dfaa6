"""Lines of a description that speak of what a question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.ask.answers import Passage
from summarizer.ask.page.relevance import SHARED, are_relevant
from summarizer.ask.ranking import rank_answers
from summarizer.ask.words import holds, without_asking
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
    link = holds(question, "asks link", language)
    asked = without_asking(question, language)
    texts = tuple(s.text for s in sentences if not link or _ADDRESS.search(s.text))
    if not texts:
        return ()
    relevant = are_relevant(texts, asked, language, 1 if link else SHARED)
    ranked = rank_answers(texts, asked, language)
    found = (Passage(texts[i], None, s) for i, s in ranked if relevant[i] and s >= LEAST)
    return tuple(found)[:MOST]
