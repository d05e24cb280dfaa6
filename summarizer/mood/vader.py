"""VADER's rules over normalized tokens: how much good and bad they say, and how strongly.

Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis" (2014), with
the authors' lexicon for English. NLTK's analyser gives the same kind of figures, but costs a second
to import and four times as long a comment; and the rules hold for other languages' words too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from summarizer.data import rows
from summarizer.mood.comment_tokens import normalize

NEGATED = -0.74
ALPHA = 15
"""The constants of the paper: what a negation leaves of a value, what bends sums into -1 to 1."""

_DEGREES = {"more": 0.293, "less": -0.293}

_REACH = 3
"""Words before a valued one that may turn or boost it."""

_FADING = (0.9, 0.95, 1.0)
"""How much of a boost is left three, two and one words further on."""

_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words are worth in one language: whole words, stems, and the words that turn them."""

    words: Mapping[str, float]
    stems: Mapping[str, float]
    boosts: Mapping[str, float]
    negations: frozenset[str]
    longest: int

    def value(self, word: str) -> float:
        """From -4 to 4; 0 for a word that says neither good nor bad.

        "J'adore" and "l'amore" are worth what "adore" and "amore" are.
        """
        value = self.words.get(word)
        if value is None and "'" in word:
            return self.value(word.rpartition("'")[2])
        if value is not None or not self.stems:
            return value or 0.0
        ends = range(min(self.longest, len(word)), _SHORTEST_STEM, -1)
        return next((self.stems[word[:end]] for end in ends if word[:end] in self.stems), 0.0)


def valence(words: Sequence[str], language: str | None = None) -> tuple[float, float]:
    """The good and the bad in ``words`` as `comment_tokens.normalize` writes them, from 0 up."""
    lexicon = lexicon_of(language)
    good = bad = 0.0
    for place, word in enumerate(words):
        value = _worth(language, word)
        if value:
            value = _in_context(value, words[max(0, place - _REACH) : place], lexicon)
            good, bad = good + max(value, 0.0), bad + max(-value, 0.0)
    return good, bad


def compound(good: float, bad: float) -> float:
    """From -1 (negative) to 1 (positive)."""
    total = good - bad
    return float(total / (total * total + ALPHA) ** 0.5)


@lru_cache(maxsize=20_000)
def _worth(language: str | None, word: str) -> float:
    """The word's value; comments say the same words over and over."""
    return lexicon_of(language).value(word)


def _in_context(value: float, before: Sequence[str], lexicon: Lexicon) -> float:
    """``value`` boosted, weakened or turned round by the words before it."""
    sign = 1.0 if value > 0 else -1.0
    for word, left in zip(before, _FADING[-len(before) :] if before else (), strict=True):
        value += sign * left * lexicon.boosts.get(word, 0.0)
    return value * NEGATED if any(word in lexicon.negations for word in before) else value


@lru_cache(maxsize=64)
def lexicon_of(language: str | None) -> Lexicon:
    """The words of ``language`` before those of English, which are written under every video."""
    known = [row for row in _table() if row.languages & {language, "en", "*"}]
    known.sort(key=lambda row: language in row.languages)
    words, negations = dict(_english()), set[str]()
    stems: dict[str, float] = {}
    boosts: dict[str, float] = {}
    for row in known:
        folded = normalize(row.words).split()
        if row.value == "not":
            negations.update(folded)
        elif row.value in _DEGREES:
            boosts |= dict.fromkeys(folded, _DEGREES[row.value])
        else:
            words |= {word: float(row.value) for word in folded if word[-1] != "*"}
            stems |= {word[:-1]: float(row.value) for word in folded if word[-1] == "*"}
    return Lexicon(words, stems, boosts, frozenset(negations), max(map(len, stems), default=0))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the table: words of one value in some languages."""

    languages: frozenset[str]
    value: str
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> tuple[_Row, ...]:
    found = rows("valence")
    return tuple(_Row(frozenset(a.split()), b, tuple(c.split())) for a, b, c in found)


@lru_cache(maxsize=1)
def _english() -> dict[str, float]:
    """The lexicon inside the vaderSentiment package: one word and its mean rating a line."""
    spec = find_spec("vaderSentiment")
    assert spec is not None  # noqa: S101 - a pinned dependency
    assert spec.origin is not None  # noqa: S101
    text = Path(spec.origin).with_name("vader_lexicon.txt").read_text(encoding="utf-8")
    entries = (line.split("\t", 2)[:2] for line in text.splitlines() if "\t" in line)
    return {word: float(value) for word, value in entries}
