"""Lines of a description that speak of what a question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.ask.answers import Passage
from summarizer.ask.page.relevance import SHARED, are_relevant
from summarizer.ask.ranking import rank_answers
from summarizer.ask.terms import terms_of
from summarizer.ask.words import holds, tells_amount_of_money, weak_terms, without_asking
from summarizer.model import Sentence

MOST = 2
LEAST = 0.3
"""The score from which on a line that holds enough of the question is shown."""
TOLD_ALIKE = 3
"""Words beyond those of the question that two which tell the same share."""
FEWEST_KEYWORDS, LONGEST_KEYWORD = 5, 3
"""Pieces between commas, and the mean of the words in them, that make a list of keywords."""
_STOPS = (".", "!", "?")
_ADDRESS = re.compile(r"https?://|www\.")


def lines_on(
    sentences: Sequence[Sentence], question: str, language: str | None
) -> tuple[Passage, ...]:
    """Up to `MOST` sentences of a description that speak of what ``question`` asks, best first.

    A question of where a thing is to be had wants a line with an address: one word of it is enough;
    one of a price wants a line that tells one.
    """
    link, price = (holds(question, f"asks {kind}", language) for kind in ("link", "price"))
    asked = without_asking(question, language)
    texts = tuple(
        s.text
        for s in sentences
        if (not link or _ADDRESS.search(s.text))
        and (not price or tells_amount_of_money(s.text, language))
        and not _lists_keywords(s.text)
    )
    if not texts:
        return ()
    relevant = are_relevant(texts, asked, language, 1 if link else SHARED)
    ranked = rank_answers(texts, asked, language)
    found = (Passage(texts[i], None, s) for i, s in ranked if relevant[i] and s >= LEAST)
    return tuple(found)[:MOST]


def agrees(passage: Passage, lines: Sequence[Passage], question: str, language: str | None) -> bool:
    """Whether one of ``lines`` of a description tells the same as a passage of the transcript."""
    own, asked, *told = (
        {term for term in terms if term not in weak_terms(language)}
        for terms in terms_of(
            [" ".join(text for _, text in passage.turns), question, *(line.text for line in lines)],
            language,
        )
    )
    return any(len(own & each - asked) >= TOLD_ALIKE for each in told)


def _lists_keywords(text: str) -> bool:
    """Whether ``text`` is no sentence but words to be found by, parted by commas."""
    pieces = text.split(",")
    return (
        len(pieces) >= FEWEST_KEYWORDS
        and len(text.split()) <= LONGEST_KEYWORD * len(pieces)
        and not text.rstrip().endswith(_STOPS)
    )
