"""What kind of sentence it is: one that stands alone, one that leans on another, or an aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.data import lines, rows
from summarizer.rank.tokens import UNSPACED, is_single, words_of

LEAST_WORDS, MOST_WORDS = 5, 50
"""A sentence of fewer words is a fragment, of more a run of sentences."""
LEAST_CHARACTERS = 8
"""The same for a script without blanks."""
MOST_OF_ASIDE = 20
"""Words up to which a piece of speech without full stops is an aside as a whole."""
FILLERS = frozenset(
    (
        "um",
        "uh",
        "uhm",
        "umm",
        "erm",
        "hm",
        "hmm",
        "mm",
        "mhm",
        "ah",
        "oh",
        "yeah",
        "äh",
        "ähm",
        "euh",
    )
)
FALTERING = 0.1
"""Share of fillers and repeats above which a sentence does not read well."""
NEAR = 4
"""Among so many first words "this" points to what stands before."""
LONGEST_NAMED = 16
"""Characters by which "this year" may reach beyond them."""
_SINGLE = re.compile(f"[{UNSPACED}]")
_QUOTES = "\"'”’»」』) "
_OPENING, _CLOSING = frozenset("[(（【"), frozenset("])）】")
_ADDRESS = re.compile(r"://|www\.")
_ASKS = "?", "？", "؟"
_GOES_ON = ",", "..", "…", "-", "–", "—"


class Kind(IntEnum):
    """How well a sentence reads away from its place, best first."""

    ALONE = 0
    JOINS = 1
    """Opens with "and", "so", asks or trails off: reads well enough."""
    REFERS = 2
    """Opens with "it", "this": needs the sentence before."""
    FRAGMENT = 3
    ASIDE = 4
    """Promotion, a sponsor, a greeting, an address, a note in brackets."""


class Phrases(NamedTuple):
    """First word -> the phrases that begin with it: at the start of a sentence, and anywhere."""

    opening: Mapping[str, Sequence[str]]
    anywhere: Mapping[str, Sequence[str]]


def kinds_of(
    texts: Sequence[str],
    language: str | None = None,
    words: Sequence[Sequence[str]] = (),
    doubts: Sequence[bool] = (),
) -> list[Kind]:
    """The Kind of each sentence, by its ``words``; a language without a table has no openers.

    Where sentences begin with capitals, one that does not goes on with the one before. ``doubts``:
    whether it may hold more than one sentence, of which a greeting may be one.
    """
    words = words or [words_of(text) for text in texts]
    several = doubts or [False] * len(texts)
    looked = zip(texts, words, several, strict=True)
    kinds = [_kind(text, its, language, several=doubt) for text, its, doubt in looked]
    small = [text[:1].islower() for text in texts]
    if 2 * sum(small) > len(small):
        return kinds
    return [
        Kind.JOINS if goes_on and kind is Kind.ALONE else kind
        for kind, goes_on in zip(kinds, small, strict=True)
    ]


def is_aside(text: str) -> bool:
    """Whether ``text`` greets, thanks or promotes, in any language."""
    folded = fold(words_of(text))
    return _has_phrase(folded, _asides()) or _has_phrase(folded, _programme())


def requests(words: Sequence[str]) -> bool:
    """Whether a sentence of these ``words`` asks a guest for something, in any language."""
    return _has_phrase(fold(words), _requests())


def concludes(words: Sequence[str]) -> bool:
    """Whether a sentence of these ``words`` opens as what comes out of a talk, in any language."""
    return any(_has_phrase(fold(rest), _conclusions()) for rest in (words, words[1:]))


def leads_on(text: str) -> bool:
    """Whether ``text`` breaks off before what its last word leads to, as "Filmed by" does."""
    return text[-1:].isalpha() and fold(words_of(text)[-1:]) in _openers()["*"]["leads on"]


def asks(text: str) -> bool:
    """Whether ``text`` ends as a question does."""
    return text.rstrip(_QUOTES).endswith(_ASKS)


def stumbles(text: str) -> int:
    """How many fillers ``text`` has, and words said twice in a row."""
    return _stumbles(words_of(text))


def _kind(text: str, words: Sequence[str], language: str | None, *, several: bool) -> Kind:
    if _ADDRESS.search(text) or (text[:1] in _OPENING and text[-1:] in _CLOSING):
        return Kind.ASIDE
    if not _has_length(text, len(words)) or _falters(words):
        return Kind.FRAGMENT
    folded = fold(words)
    is_one = not several or len(words) <= MOST_OF_ASIDE
    if _has_phrase(folded, _asides()) or (is_one and _has_phrase(folded, _programme())):
        return Kind.ASIDE
    how = _opens(folded, language)
    open_ended = text.rstrip(_QUOTES).endswith((*_ASKS, *_GOES_ON)) or text.startswith(("..", "…"))
    return Kind.JOINS if open_ended and how is Kind.ALONE else how


def fold(words: Sequence[str]) -> str:
    """``words`` between blanks, so that a phrase of whole words is found as a piece of it."""
    return f" {' '.join(words)} ".replace("'", " ")


def _opens(folded: str, language: str | None) -> Kind:
    table = _openers().get(language or "", {})
    if folded.startswith(table.get("alone", ())):
        return Kind.ALONE
    if folded.startswith(table.get("refers", ())) or _points_back(folded, table):
        return Kind.REFERS
    joints = table.get("joins", ())
    if not folded.startswith(joints):
        return Kind.ALONE
    joint = next(word for word in joints if folded.startswith(word))
    return max(Kind.JOINS, _opens(folded[len(joint) - 1 :], language))


def _points_back(folded: str, table: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether "this" is among the first words, but not as in "this year"."""
    first = " ".join(folded.split(" ", NEAR + 1)[: NEAR + 1]) + " "
    after = folded[: len(first) + LONGEST_NAMED]
    return any(w in first for w in table.get("near", ())) and not any(
        named in after for named in table.get("alone", ())
    )


def _has_phrase(folded: str, phrases: Phrases) -> bool:
    opening = phrases.opening.get(folded.split(" ", 2)[1], ())
    return folded.startswith(tuple(opening)) or _has_any(folded, phrases.anywhere)


def _has_any(folded: str, phrases: Mapping[str, Sequence[str]]) -> bool:
    begun = (phrases.get(word, ()) for word in folded.split())
    return any(phrase in folded for some in begun for phrase in some)


def _has_length(text: str, words: int) -> bool:
    least = LEAST_CHARACTERS if _SINGLE.search(text) else LEAST_WORDS
    return least <= words <= MOST_WORDS * (least / LEAST_WORDS)


def _falters(words: Sequence[str]) -> bool:
    """Whether much of a sentence is fillers, and words said twice in a row."""
    return _stumbles(words) > max(1.0, FALTERING * len(words))


def _stumbles(words: Sequence[str]) -> int:
    fillers = sum(word in FILLERS for word in words)
    return fillers + sum(a == b and not is_single(a) for a, b in pairwise(words))


@lru_cache(maxsize=1)
def _openers() -> dict[str, dict[str, tuple[str, ...]]]:
    """Language -> what words make of a sentence -> the words."""
    table: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for languages, how, listed in rows("openers"):
        for language in languages.split():
            words = tuple(fold(words_of(words)) for words in listed.split("|"))
            table[language][how] = words
    return table


@lru_cache(maxsize=1)
def _asides() -> Phrases:
    return _phrases("asides.txt")


@lru_cache(maxsize=1)
def _programme() -> Phrases:
    return _phrases("programme.txt")


@lru_cache(maxsize=1)
def _requests() -> Phrases:
    return _phrases("requests.txt")


@lru_cache(maxsize=1)
def _conclusions() -> Phrases:
    opening = by_first_word(fold(words_of(line)) for line in lines("conclusions.txt"))
    return Phrases(opening, {})


def _phrases(name: str) -> Phrases:
    found = [(line[0] == "^", fold(words_of(line))) for line in lines(name)]
    opening = by_first_word(phrase for opens, phrase in found if opens)
    return Phrases(opening, by_first_word(phrase for opens, phrase in found if not opens))


def by_first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Folded ``phrases`` by the word that each begins with."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        found[phrase.split()[0]].append(phrase)
    return dict(found)
