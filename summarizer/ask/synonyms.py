"""Words of like or narrower meaning: what is asked by one may be told by another."""

from __future__ import annotations

from functools import lru_cache

from summarizer.ask.terms import terms_of
from summarizer.data import rows


@lru_cache(maxsize=32)
def synonyms(language: str | None) -> dict[str, frozenset[str]]:
    """Term -> the terms that may tell it; a word of two meanings has those of both.

    Who asks for a pet may be told of a dog, but not the other way round.
    """
    table: dict[str, frozenset[str]] = {}
    for words in _groups(language):
        group = _terms(words, language)
        for term in group:
            table[term] = table.get(term, frozenset()) | (group - {term})
    for asked, narrower in _narrower(language):
        for term in asked:
            table[term] = table.get(term, frozenset()) | narrower
    return table


def _groups(language: str | None) -> list[list[str]]:
    return [words.split("|") for own, words in rows("synonyms") if own == language]


def _narrower(language: str | None) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Terms of words, and those of the words for what belongs to them."""
    return [
        (_terms(words.split("|"), language), _terms(narrower.split("|"), language))
        for own, words, narrower in rows("narrower")
        if own == language
    ]


def _terms(words: list[str], language: str | None) -> frozenset[str]:
    return frozenset(term for terms in terms_of(words, language) for term in terms)
