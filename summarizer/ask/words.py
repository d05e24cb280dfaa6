"""Words that tell what kind of answer a question wants, and which sentence tells such a thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.ask.terms import terms_of
from summarizer.data import rows
from summarizer.rank.tokens import UNSPACED, stems, words_of
from summarizer.stop_words import stop_words

KINDS = ("number", "time", "person", "reason")
"""What a question may want: how many, when, who, why."""
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<=[^\W\d_][ ,])[^\W\d_a-zß-ÿа-яё]\w+")
"""A word with a capital inside a sentence."""
_MONEY = re.compile(r"[$€£¥₹₽₩]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_LONGER = re.compile(rf"[ *'{UNSPACED}]")
"""What a phrase holds that is not one word."""


def wanted(question: str, language: str | None) -> frozenset[str]:
    """The KINDS that ``question`` wants."""
    words = words_of(question)
    return frozenset(kind for kind in KINDS if _holds(words, language, f"asks {kind}"))


def wants_way(question: str, language: str | None) -> bool:
    """Whether ``question`` wants to know how a thing is done."""
    return _holds(words_of(question), language, "asks way")


def tells(text: str, language: str | None) -> frozenset[str]:
    """The KINDS that ``text`` tells."""
    words = words_of(text)
    kinds = {kind for kind in KINDS if _holds(words, language, f"tells {kind}")}
    if _DIGIT.search(text):
        kinds |= {"number", "time"}
    if _NAME.search(text):
        kinds.add("person")
    return frozenset(kinds)


def holds(question: str, language: str | None, role: str) -> bool:
    """Whether ``question`` holds a phrase of the table's ``role``."""
    return _holds(words_of(question), language, role)


def names_nothing(question: str, language: str | None) -> bool:
    """Whether ``question`` has no word that says what is asked: "is that true?"."""
    terms = set(terms_of([question], language)[0])
    vague = _stemmed(_words(language, "vague"), language, 1)
    little = {term for term, kind in weak_terms(language).items() if kind > 1}
    return terms <= little | frame_terms(language) | vague.keys()


def fits(question: str, text: str, language: str | None) -> bool:
    """Whether ``text`` tells a price or a number where ``question`` wants one.

    Always true in a language whose prices, or numbers, are not in the table.
    """
    asked = words_of(question)
    if _holds(asked, language, "asks price"):
        return bool(_MONEY.search(text)) or _holds(words_of(text), language, "tells price")
    counted = _holds(asked, language, "asks amount")
    return not counted or "number" in tells(text, language)


def asks_comments(question: str, language: str | None) -> bool:
    """Whether ``question`` wants to know what the comments say."""
    words = words_of(question)
    return any(_holds(words, code, "asks comments") for code in (language, "en"))


def asks_link(question: str, language: str | None) -> bool:
    """Whether ``question`` wants to know where a thing is to be had."""
    return _holds(words_of(question), language, "asks link")


def without_asking(question: str, language: str | None) -> str:
    """``question`` without the words that mean the asking itself, unless it has no others."""
    asking = _words(language, "asking")
    kept = [word for word in question.split() if asking.isdisjoint(words_of(word))]
    return " ".join(kept) or question


@lru_cache(maxsize=32)
def weak_terms(language: str | None) -> dict[str, int]:
    """The terms that say little of what is asked: 2 for words of grammar, 1 for others."""
    listed = _words(language, "grammar") or frozenset(stop_words(language))
    little = frozenset(stop_words(language)) | _words(language, "frame")
    return _stemmed(little, language, 1) | _stemmed(listed, language, 2)


@lru_cache(maxsize=32)
def frame_terms(language: str | None) -> frozenset[str]:
    """The terms of a question that wants what was said about a thing ("what did they discuss")."""
    return frozenset(_stemmed(_words(language, "frame"), language, 1))


def _stemmed(words: frozenset[str], language: str | None, value: int) -> dict[str, int]:
    return dict.fromkeys(stems(sorted(words), language), value)


def _holds(words: Sequence[str], language: str | None, role: str) -> bool:
    phrases = _phrases().get((language or "", role))
    return phrases is not None and phrases.are_in(words)


def _words(language: str | None, role: str) -> frozenset[str]:
    return frozenset(_table().get((language or "", role), ()))


class _Phrases:
    """Phrases of whole words; "*" stands for any ending, and blanks may be missing in a script."""

    def __init__(self, phrases: Iterable[str]) -> None:
        whole = {phrase for phrase in phrases if not _LONGER.search(phrase)}
        self._whole = whole
        longer = [_pattern(phrase) for phrase in phrases if phrase not in whole]
        self._longer = re.compile("|".join(longer)) if longer else None

    def are_in(self, words: Sequence[str]) -> bool:
        """Whether one of the phrases stands among ``words``."""
        if not self._whole.isdisjoint(words):
            return True
        return bool(self._longer and self._longer.search(f" {' '.join(words)} "))


def _pattern(phrase: str) -> str:
    words = " ".join(words_of(phrase.replace("*", "")))
    if _UNSPACED.search(phrase):
        return re.escape(words)
    return f" {re.escape(words)}" + ("" if phrase.endswith("*") else " ")


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, str], _Phrases]:
    return {key: _Phrases(phrases) for key, phrases in _table().items()}


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    """Language and role -> phrases."""
    table: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for languages, role, listed in rows("ask_words"):
        for language in languages.split():
            table[language, role] += tuple(listed.split("|"))
    return dict(table)
