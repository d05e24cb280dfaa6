"""Words of like meaning: what is asked by one may be told by another."""

from __future__ import annotations

from functools import lru_cache

from summarizer.ask.terms import terms_of
from summarizer.data import rows


@lru_cache(maxsize=32)
def synonyms(language: str | None) -> dict[str, frozenset[str]]:
    """Term -> the terms of like meaning; a word of two meanings has those of both."""
    table: dict[str, frozenset[str]] = {}
    for words in _groups(language):
        group = {term for terms in terms_of(words, language) for term in terms}
        for term in group:
            table[term] = table.get(term, frozenset()) | (group - {term})
    return table


def _groups(language: str | None) -> list[list[str]]:
    return [words.split("|") for own, words in rows("synonyms") if own == language]
