"""What a question asks for: the word that carries it, its names, the kind of measure, its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.ask.index import Index
from summarizer.ask.matches import Matches, match
from summarizer.ask.page.relevance import NOUNS_HAVE_CAPITALS
from summarizer.ask.terms import terms_of
from summarizer.ask.words import (
    CONTENT,
    generic_terms,
    holds,
    is_kind_asked,
    starts_question,
    weak_terms,
    words_in,
)
from summarizer.rank.tokens import has_single, words_of

MEASURES = ("duration", "temperature", "weight", "frequency")
"""Kinds of answer that are a number with a unit, or how often."""
_NAME = re.compile(r"(?<=[^\W_] )[^\W\d_a-zß-ÿа-яё]\w+(?: [^\W\d_a-zß-ÿа-яё]\w+)*")
"""Words with a capital side by side inside a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``content``: terms of their own meaning, without the names of speakers and generic words.

    ``wanted``: the terms of what is asked for by "which" or "how many", () for none. ``names``: the
    terms of each name, and the one that follows it ("" for none). ``measures``: which `MEASURES`.
    """

    question: str
    matches: Matches
    content: tuple[str, ...]
    wanted: tuple[str, ...]
    names: tuple[tuple[tuple[str, ...], str], ...]
    measures: tuple[str, ...]

    @property
    def head(self) -> str | None:
        """The noun of what is asked for: the last word of "interest rate"; None if generic."""
        return self.wanted[-1] if self.wanted and self.wanted[-1] in self.content else None


def asked_of(index: Index, question: str) -> Asked:
    """What ``question`` asks of the text of ``index``."""
    matches = match(index, question)
    generic = generic_terms(index.language)
    content = tuple(
        term
        for term, kind, name in zip(matches.terms, matches.kinds, matches.names, strict=True)
        if kind == CONTENT and not name and term not in generic
    )
    spaced = not has_single(question)
    wanted = _wanted(question, index.language) if spaced else ()
    names = _names(question, index.language, content) if spaced else ()
    measures = tuple(m for m in MEASURES if holds(question, f"asks {m}", index.language))
    return Asked(question, matches, content, wanted, names, measures)


def parted(question: str, language: str | None) -> list[str]:
    """The questions that ``question`` joins by "and", the content of one lent to one that has none.

    "How long do I bake it and at what temperature?" is two; most are one.
    """
    words = question.split()
    joints = words_in(language, "joins")
    for at in range(1, len(words) - 1):
        first, second = " ".join(words[:at]), " ".join(words[at + 1 :])
        if words[at].lower() in joints and _are_two(first, second, language):
            own, other = _content(first, language), _content(second, language)
            return [
                first if own else f"{first} {' '.join(other)}",
                second if other else f"{second} {' '.join(own)}",
            ]
    return [question]


def _are_two(first: str, second: str, language: str | None) -> bool:
    """Whether both ask, each for a kind of its own."""
    kinds = is_kind_asked(first, language), is_kind_asked(second, language)
    return all(kinds) and kinds[0] != kinds[1] and starts_question(second, language)


def _content(text: str, language: str | None) -> list[str]:
    """The words of ``text`` with a meaning of their own, as written."""
    little = {*weak_terms(language), *generic_terms(language)}
    words = words_of(text, language)
    return [
        word
        for word, term in zip(words, _terms(words, language), strict=True)
        if term not in little
    ]


def _wanted(question: str, language: str | None) -> tuple[str, ...]:
    """The terms after "which" or "how many"; after "what" if an auxiliary follows them."""
    words = words_of(question, language)
    terms = _terms(words, language)
    auxiliary = words_in(language, "asks whether")
    for begin in _after_which(words, language):
        end = begin
        while end < len(words) and weak_terms(language).get(terms[end], CONTENT) == CONTENT:
            end += 1
        if end < len(words) and words[end] in auxiliary:
            return tuple(terms[begin:end])
        if words[begin - 1] not in words_in(language, "may ask which"):
            return tuple(terms[begin : min(begin + 1, end)])
    return ()


def _after_which(words: list[str], language: str | None) -> list[int]:
    """Where the words begin that follow a phrase of the table."""
    phrases = [p.split() for p in words_in(language, "asks which")]
    return [
        at + len(phrase)
        for at in range(len(words))
        for phrase in phrases
        if words[at : at + len(phrase)] == phrase
    ]


def _names(
    question: str, language: str | None, content: tuple[str, ...]
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The terms of each name of ``question``, with the term after it."""
    if language in NOUNS_HAVE_CAPITALS:
        return ()
    found = []
    for name in _NAME.finditer(question):
        terms = tuple(t for t in terms_of([name[0]], language)[0] if t in content)
        after = terms_of([question[name.end() :]], language)[0][:1]
        if terms:
            found.append((terms, after[0] if after and after[0] in content else ""))
    return tuple(found)


def _terms(words: list[str], language: str | None) -> list[str]:
    return [next(iter(terms), "") for terms in terms_of(words, language)]
