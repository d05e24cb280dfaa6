"""What kind of sentence it is: one that stands alone, one that leans on another, or an aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from summarizer.rank.tokens import UNSPACED, is_single, words_of

LEAST_WORDS, MOST_WORDS = 5, 70
"""A sentence of fewer words is a fragment, of more a run of sentences."""
LEAST_CHARACTERS = 8
"""The same for a script without blanks."""
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
READ = 300
"""Characters in which an opener or a promotion shows."""

_SINGLE = re.compile(f"[{UNSPACED}]")
_LEADING = re.compile(r"^[\W_]+")


class Kind(IntEnum):
    """How well a sentence reads away from its place, best first."""

    ALONE = 0
    JOINS = 1
    """Opens with "and", "so", or asks: reads well enough."""
    REFERS = 2
    """Opens with "it", "this": needs the sentence before."""
    FRAGMENT = 3
    ASIDE = 4
    """Promotion, a sponsor, a greeting."""


def kinds_of(texts: Sequence[str], language: str | None = None) -> list[Kind]:
    """The Kind of each sentence; a language without a table has no openers.

    Where sentences begin with capitals, one that does not goes on with the one before.
    """
    kinds = [_kind(text, language) for text in texts]
    small = [text[:1].islower() for text in texts]
    if 2 * sum(small) > len(small):
        return kinds
    return [
        Kind.JOINS if goes_on and kind is Kind.ALONE else kind
        for kind, goes_on in zip(kinds, small, strict=True)
    ]


def _kind(text: str, language: str | None) -> Kind:
    opening = _LEADING.sub("", text[:READ].lower().replace("’", "'"))
    if is_aside(text):
        return Kind.ASIDE
    words = words_of(text)
    if not _has_length(text, len(words)) or _falters(words):
        return Kind.FRAGMENT
    how = _opens(opening, language)
    asks = text.rstrip("\"'”’»」』) ").endswith(("?", "？", "؟"))
    return Kind.JOINS if asks and how is Kind.ALONE else how


def _opens(opening: str, language: str | None) -> Kind:
    for how, pattern in _openers().get(language or "", {}).items():
        if pattern.match(opening):
            return Kind[how.upper()]
    return Kind.ALONE


def is_aside(text: str) -> bool:
    """Whether ``text`` greets, thanks or promotes, in any language."""
    folded = _LEADING.sub("", text.lower().replace("’", "'"))
    return _asides().search(folded) is not None


def _has_length(text: str, words: int) -> bool:
    least = LEAST_CHARACTERS if _SINGLE.search(text) else LEAST_WORDS
    return least <= words <= MOST_WORDS * (least / LEAST_WORDS)


def _falters(words: Sequence[str]) -> bool:
    """Whether much of a sentence is fillers, and words said twice in a row."""
    fillers = sum(word in FILLERS for word in words)
    again = sum(a == b and not is_single(a) for a, b in pairwise(words))
    return fillers + again > max(1.0, FALTERING * len(words))


@lru_cache(maxsize=1)
def _openers() -> dict[str, dict[str, re.Pattern[str]]]:
    """Language -> how -> the pattern that its openers match; the first how that fits counts."""
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in _lines("openers.tsv"):
        languages, how, listed = line.split("\t")
        for language in languages.split():
            words[language, how] += listed.split("|")
    table: dict[str, dict[str, re.Pattern[str]]] = defaultdict(dict)
    for (language, how), found in words.items():
        table[language][how] = re.compile("|".join(map(_whole, found)))
    return table


@lru_cache(maxsize=1)
def _asides() -> re.Pattern[str]:
    return re.compile("|".join(map(_whole, _lines("asides.txt"))))


def _whole(phrase: str) -> str:
    """A pattern for ``phrase`` as whole words; ^ before it stands for the start."""
    words = phrase.removeprefix("^")
    spaced = not _SINGLE.search(words)
    start = "^" if words != phrase else r"(?<!\w)" if spaced and words[0].isalnum() else ""
    return start + re.escape(words) + (r"(?!\w)" if spaced else "")


def _lines(name: str) -> list[str]:
    text = (files("summarizer") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
