"""The sentences of a text by how well they answer a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from summarizer.ask.answers import Answer
from summarizer.ask.terms import terms_of
from summarizer.language import detect
from summarizer.rank.tokens import stems
from summarizer.stop_words import stop_words

LONGEST_QUESTION = 500
"""Characters of a question that are read."""
PROBE = 100
KEPT = 8
"""Texts whose index is kept."""
NEAR = 0.4
"""What a match in a neighbouring sentence counts."""
ANSWERS = 0.3
"""The score from which on a sentence answers."""


def rank_answers(
    sentences: Sequence[str], question: str, language: str | None = None
) -> list[tuple[int, float]]:
    """Index and score (0 to 1) of all ``sentences``, the best answer to ``question`` first.

    ``language`` is the ISO 639-1 code of the sentences; without one it is detected.
    """
    scores = _scores(tuple(sentences), question[:LONGEST_QUESTION], language)
    return [(i, scores[i]) for i in sorted(range(len(scores)), key=lambda i: -scores[i])]


def find_answers(
    sentences: Sequence[str], question: str, language: str | None = None, *, most: int = 3
) -> tuple[Answer, ...]:
    """Up to ``most`` sentences that answer ``question``, best first; () when nothing does."""
    ranked = rank_answers(sentences, question, language)[:most]
    if not ranked or ranked[0][1] < ANSWERS:
        return ()
    return tuple(Answer(i, score) for i, score in ranked if score >= ANSWERS / 2)


@dataclass(frozen=True, slots=True)
class _Index:
    """Term -> sentences that hold it; term -> weight."""

    held: dict[str, list[int]]
    weights: dict[str, float]
    language: str | None


@lru_cache(maxsize=KEPT)
def _index(sentences: tuple[str, ...], language: str | None) -> _Index:
    language = language or detect(" ".join(sentences[:PROBE]))
    held: dict[str, list[int]] = defaultdict(list)
    for i, terms in enumerate(terms_of(sentences, language)):
        for term in Counter(terms):
            held[term].append(i)
    weights = {t: log(1 + len(sentences) / (0.5 + len(at))) for t, at in held.items()}
    return _Index(dict(held), weights, language)


def _scores(sentences: tuple[str, ...], question: str, language: str | None) -> list[float]:
    index = _index(sentences, language)
    stops = set(stems(sorted(stop_words(index.language)), index.language))
    asked = [t for t in dict.fromkeys(terms_of([question], index.language)[0]) if t not in stops]
    rarest = log(1 + 2 * len(sentences))
    most = sum(index.weights.get(term, rarest) for term in asked) or 1.0
    scores = [0.0] * len(sentences)
    for term in asked:
        near: dict[int, float] = {}
        for i in index.held.get(term, ()):
            for j, share in ((i - 1, NEAR), (i + 1, NEAR), (i, 1.0)):
                if 0 <= j < len(sentences):
                    near[j] = max(near.get(j, 0.0), share)
        for j, share in near.items():
            scores[j] += share * index.weights[term] / most
    return [min(round(score, 6), 1.0) for score in scores]
