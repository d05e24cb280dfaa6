"""Words that tell what kind of answer a question wants, and which sentence tells such a thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.ask.terms import terms_of
from summarizer.choice.phrases import FILLERS
from summarizer.data import rows
from summarizer.rank.tokens import UNSPACED, has_single, stems, words_of
from summarizer.stop_words import stop_words

CONTENT, LITTLE, GRAMMAR = range(3)
"""What a term says of what is asked: much, little (it reports: "say", "video"), nothing."""
KINDS = ("number", "time", "person", "reason")
"""What a question may want: how many, when, who, why."""
FIRST_WORDS = 3
"""Words among which one that asks begins a question."""
STEP_WORDS = 4
"""Words among which a step begins with its verb."""
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<=[^\W\d_][ ,])[^\W\d_a-zß-ÿа-яё]\w+")
"""A word with a capital inside a sentence."""
_MONEY = re.compile(r"[$€£¥₹₽₩]")
_LONGER = re.compile(rf"[ *'{UNSPACED}]")
"""What a phrase holds that is not one word."""


def holds(question: str, role: str, *languages: str | None) -> bool:
    """Whether ``question`` holds a phrase of the table's ``role`` in one of ``languages``."""
    words = words_of(question)
    return any(_holds(words, language, role) for language in languages)


def wanted(question: str, language: str | None) -> frozenset[str]:
    """The KINDS that ``question`` wants."""
    return frozenset(kind for kind in KINDS if holds(question, f"asks {kind}", language))


def tells(text: str, language: str | None) -> frozenset[str]:
    """The KINDS that ``text`` tells."""
    words = words_of(text.replace("-", " "))
    kinds = {kind for kind in KINDS if _holds(words, language, f"tells {kind}")}
    if any(_is_composed(word, language) for word in words):
        kinds.add("number")
    if _DIGIT.search(text):
        kinds |= {"number", "time"}
    if _NAME.search(text):
        kinds.add("person")
    return frozenset(kinds)


def tells_measure(text: str, measure: str, language: str | None) -> bool:
    """Whether ``text`` tells a number with a unit, a "duration" say, or a "frequency"."""
    numbered = measure == "frequency" or "number" in tells(text, language)
    return numbered and holds(text, f"tells {measure}", language)


def tells_amount_of_money(text: str, language: str | None) -> bool:
    """Whether ``text`` tells a price, not only that there is one ("a paid plan")."""
    return tells_price(text, language) and (
        "number" in tells(text, language) or not holds(text, "names price", language)
    )


def is_number(word: str, language: str | None) -> bool:
    """Whether ``word`` is a number, in digits or letters."""
    is_written = _holds([word], language, "tells number") or _is_composed(word, language)
    return word[:1].isdigit() or is_written


def tells_price(text: str, language: str | None) -> bool:
    """Whether ``text`` tells what a thing costs."""
    return bool(_MONEY.search(text)) or holds(text, "tells price", language)


def price_terms(question: str, language: str | None) -> tuple[str, ...]:
    """The terms for which any price stands, the usual one first, if ``question`` asks for one."""
    if not holds(question, "asks price", language):
        return ()
    return tuple(stems(list(_table()[language or "", "asks price"]), language))


def announces(text: str, language: str | None) -> bool:
    """Whether ``text`` only says that something follows."""
    return holds(text, "announces", language)


def tells_step(text: str, language: str | None) -> bool:
    """Whether one of the first words of ``text`` tells what to do: "Now click"."""
    return holds(" ".join(text.split()[:STEP_WORDS]), "tells step", language)


def asks_way(question: str, language: str | None) -> bool:
    """Whether ``question`` wants the steps of doing a thing."""
    return holds(question, "asks way", language) and not asks_whether(question, language)


def asks_whether(question: str, language: str | None) -> bool:
    """Whether ``question`` wants a yes or no, by its first word."""
    words = words_of(question)[:1]
    return not _words(language, "asks whether").isdisjoint(words)


def asks_comments(question: str, language: str | None) -> bool:
    """Whether ``question`` wants to know what the comments say; in English on every page."""
    return holds(question, "asks comments", language, "en")


def names_nothing(question: str, language: str | None) -> bool:
    """Whether ``question`` has no word that says what is asked: "is that true?"."""
    terms = set(terms_of([question], language)[0])
    grammar = {term for term, kind in weak_terms(language).items() if kind == GRAMMAR}
    return terms <= grammar | reporting_terms(language) | _stems(
        _words(language, "vague"), language
    )


def without_asking(question: str, language: str | None) -> str:
    """``question`` without the words that mean the asking itself, unless it has no others."""
    asking = _words(language, "asking")
    kept = [word for word in question.split() if asking.isdisjoint(words_of(word))]
    return " ".join(kept) or question


def is_kind_asked(question: str, language: str | None) -> frozenset[str]:
    """The kinds of answer that ``question`` names: those of `KINDS` and of measures."""
    kinds = (*KINDS, "duration", "temperature", "weight", "frequency", "price", "which")
    return frozenset(kind for kind in kinds if holds(question, f"asks {kind}", language))


def starts_question(text: str, language: str | None) -> bool:
    """Whether one of the first words of ``text`` asks: "at what temperature"."""
    return bool(is_kind_asked(" ".join(text.split()[:FIRST_WORDS]), language))


def words_in(language: str | None, role: str) -> frozenset[str]:
    """The phrases of the table's ``role`` in ``language``."""
    return _words(language, role)


def languages_with(role: str) -> frozenset[str]:
    """The languages that have phrases of the table's ``role``."""
    return frozenset(language for language, each in _table() if each == role)


@lru_cache(maxsize=32)
def generic_terms(language: str | None) -> frozenset[str]:
    """The terms that an answer need not hold: "kind", "people", "how long"."""
    return frozenset(
        term for terms in terms_of(sorted(_words(language, "generic")), language) for term in terms
    )


@lru_cache(maxsize=32)
def named_terms(language: str | None) -> frozenset[str]:
    """The terms for what has a name, which is told without them: "city", "company"."""
    return _stems(_words(language, "has name"), language)


def empty_terms(language: str | None) -> frozenset[str]:
    """The terms that tell nothing by themselves: "I mean", "you know", "hm"."""
    vague = _stems(_words(language, "vague"), language)
    return vague | reporting_terms(language) | generic_terms(language) | FILLERS


@lru_cache(maxsize=32)
def weak_terms(language: str | None) -> dict[str, int]:
    """The terms that say LITTLE of what is asked, and those of GRAMMAR."""
    stopped = stop_words(language)
    grammar = _words(language, "grammar") or stopped
    little = stopped | _words(language, "reporting")
    return dict.fromkeys(_stems(little, language), LITTLE) | dict.fromkeys(
        _stems(grammar, language), GRAMMAR
    )


@lru_cache(maxsize=32)
def reporting_terms(language: str | None) -> frozenset[str]:
    """The terms of a question that wants what was said about a thing ("what did they discuss")."""
    return _stems(_words(language, "reporting"), language)


def _is_composed(word: str, language: str | None) -> bool:
    """Whether ``word`` is a number made of several: "dreihundertvierzig"."""
    composed = _composed(language)
    return composed is not None and composed.fullmatch(word) is not None


@lru_cache(maxsize=32)
def _composed(language: str | None) -> re.Pattern[str] | None:
    parts = sorted(_words(language, "number part"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(parts)}){{2,}}") if parts else None


def _stems(words: frozenset[str], language: str | None) -> frozenset[str]:
    return frozenset(stems(list(words), language))


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
    if has_single(phrase):
        return re.escape(words)
    return f" {re.escape(words)}" + ("" if phrase.endswith("*") else " ")


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, str], _Phrases]:
    return {key: _Phrases(phrases) for key, phrases in _table().items()}


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    """Language and role -> phrases."""
    return {
        (language, role): tuple(phrases.split("|")) for language, role, phrases in rows("ask_words")
    }
