"""Comments that speak of a sentence of the summary: they share words that are rare elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.model import Echo, Sentence
from summarizer.mood.quotes import distinct
from summarizer.mood.voices import Voice, stopwords
from summarizer.mood.words import cut

EACH = 2
"""Comments shown with a sentence."""

SHARED = 2
"""Rare words in common from which on a comment speaks of a sentence; agreement is not claimed."""

RARE = 0.1
"""Share of the comments up to which a word is rare."""

_SHORTEST = 4
_ENDING = 5
"""Letters that tell a word from others: more would part "attack" from "attacked"."""


def find_echoes(voices: Sequence[Voice], summary: Sequence[Sentence]) -> tuple[Echo, ...]:
    """The sentences that comments speak of, in order, each comment with the one it suits best."""
    stems = [frozenset(_stem(key) for key in v.keys if len(key) >= _SHORTEST) for v in voices]
    common = Counter(stem for some in stems for stem in some)
    rare = {stem for stem, count in common.items() if count <= max(2, RARE * len(voices))}
    said = [_rare_words(sentence, rare) for sentence in summary]
    found: dict[int, list[tuple[int, Voice]]] = {}
    for voice, own in zip(voices, stems, strict=True):
        shared = [len(own & words) for words in said]
        if shared and max(shared) >= SHARED and voice.quotable:
            found.setdefault(shared.index(max(shared)), []).append((max(shared), voice))
    return tuple(Echo(summary[at].index, _texts(found[at])) for at in sorted(found))


def _rare_words(sentence: Sentence, rare: set[str]) -> frozenset[str]:
    stops = stopwords("en")
    words = (word.casefold() for word in cut(sentence.text))
    stems = (_stem(word) for word in words if len(word) >= _SHORTEST and word not in stops)
    return frozenset(stem for stem in stems if stem in rare)


def _stem(word: str) -> str:
    return word[: max(_ENDING, len(word) - 2)]


def _texts(speaking: Sequence[tuple[int, Voice]]) -> tuple[str, ...]:
    ranked = sorted(speaking, key=lambda pair: (-pair[0], -pair[1].likes, pair[1].text))
    return tuple(voice.text for voice in distinct((voice for _, voice in ranked), EACH))
