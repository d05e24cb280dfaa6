"""What words are worth in each language, and which words turn, weigh or outweigh others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from summarizer.data import rows
from summarizer.mood.comment_tokens import normalize

_DEGREES = {"more": 0.293, "less": -0.293}
"""What a word of degree adds to the strength of another: VADER's constants."""

_ROLES = frozenset(("not", "but", *_DEGREES))
"""What a row of the table says of words instead of a value."""

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, as `normalize` writes them.

    ``words`` and ``stems`` are worth from -4 to 4; ``degrees`` strengthen or weaken what follows,
    ``negations`` turn it round; what follows ``contrasts`` ("but") counts more than what is before.
    Phrases have "_" for their blanks, and stand in ``phrases`` by their last word.
    """

    words: Mapping[str, float]
    stems: Mapping[str, float]
    degrees: Mapping[str, float]
    negations: frozenset[str]
    contrasts: frozenset[str]
    phrases: Mapping[str, Collection[str]]
    longest_stem: int
    beginnings: frozenset[str]
    """The first letters of all stems: most words begin with none of them."""

    def value(self, word: str) -> float:
        """From -4 to 4; 0 for a word that says neither good nor bad.

        "J'adore" and "l'amore" are worth what "adore" and "amore" are.
        """
        value = self.words.get(word)
        if value is None and "'" in word:
            return self.value(word.rpartition("'")[2])
        if value is not None or word[:_SHORTEST_STEM] not in self.beginnings:
            return value or 0.0
        ends = range(min(self.longest_stem, len(word)), _SHORTEST_STEM - 1, -1)
        return next((self.stems[word[:end]] for end in ends if word[:end] in self.stems), 0.0)


@lru_cache(maxsize=64)
def lexicon_of(language: str | None) -> Lexicon:
    """The words of ``language`` before those of English, which are written under every video."""
    known = [row for row in _table() if row.languages & {language, "en", "*"}]
    known.sort(key=lambda row: language in row.languages)
    valued = {w: float(row.value) for row in known if row.value not in _ROLES for w in row.words}
    stems = {word[:-1]: value for word, value in valued.items() if word[-1] == "*"}
    degrees = {w: _DEGREES[row.value] for row in known if row.value in _DEGREES for w in row.words}
    return Lexicon(
        words=_english() | {word: value for word, value in valued.items() if word[-1] != "*"},
        stems=stems,
        degrees=degrees,
        negations=frozenset(w for row in known if row.value == "not" for w in row.words),
        # "But" is a goal in French: only where the language has it, or none is clear.
        contrasts=frozenset(
            word
            for row in known
            if row.value == "but" and (language or "en") in row.languages
            for word in row.words
        ),
        phrases=_by_last_word([*valued, *degrees]),
        longest_stem=max(map(len, stems), default=0),
        beginnings=frozenset(stem[:_SHORTEST_STEM] for stem in stems),
    )


def _by_last_word(words: Iterable[str]) -> dict[str, list[str]]:
    """The phrases among ``words``."""
    phrases = defaultdict[str, list[str]](list)
    for word in words:
        _, blank, last = word.rpartition("_")
        if blank and word.replace("_", "").isalpha():
            phrases[last].append(word)
    return dict(phrases)


class _Row(NamedTuple):
    """A line of the table: words of one value or role in some languages."""

    languages: frozenset[str]
    value: str
    words: list[str]


@lru_cache(maxsize=1)
def _table() -> list[_Row]:
    return [
        _Row(frozenset(languages.split()), value, normalize(words.split()).split())
        for languages, value, words in rows("valence")
    ]


@lru_cache(maxsize=1)
def _english() -> dict[str, float]:
    """The lexicon inside the vaderSentiment package: one word and its mean rating a line."""
    spec = find_spec("vaderSentiment")
    assert spec is not None  # noqa: S101 - a pinned dependency
    assert spec.origin is not None  # noqa: S101
    text = Path(spec.origin).with_name("vader_lexicon.txt").read_text(encoding="utf-8")
    entries = (line.split("\t", 2)[:2] for line in text.splitlines() if "\t" in line)
    return {word: float(value) for word, value in entries}
