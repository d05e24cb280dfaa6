"""The sentences of a text by how well they answer a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.ask.answers import Answer
from summarizer.ask.evidence import evidence_of
from summarizer.ask.index import index_of
from summarizer.ask.matches import Matches, match
from summarizer.ask.signals import signals_of
from summarizer.ask.weights import weights

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats, Ints

LONGEST_QUESTION = 500
"""Characters of a question that are read."""
ANSWERS = 0.6
"""The score of the best sentence from which on a text answers."""
WORTH = 0.1
"""Share of the best score from which on another sentence is given too."""
APART, PENALTY = 2, 0.45
"""Sentences so near a better one score less among the first: if that one is wrong, so are they."""
PART, PENALTY_OF_PART = 1 / 40, 1.5
"""The share of a text, and the penalty, where a stretch is wanted: it is wrong as a whole."""
FIRST = 3
"""How many are kept apart; the others follow by score."""


def rank_answers(
    sentences: Sequence[str], question: str, language: str | None = None
) -> list[tuple[int, float]]:
    """Index and score (0 to 1) of all ``sentences``, the best answer to ``question`` first.

    The scores compare across texts and questions: that of the first is the chance that it answers.
    ``language`` is the ISO 639-1 code of the sentences; without one it is detected.
    """
    import numpy as np

    if not sentences:
        return []
    index = index_of(tuple(sentences), language)
    question = question[:LONGEST_QUESTION]
    matches = match(index, question)
    signals = signals_of(index, matches, question)
    scores = np.round(score(matches, signals, weights()), 6)
    chance = _chance(evidence_of(matches, signals, scores)) if matches.topic.any() else 0.0
    order = _spread_out(scores, matches.stretch)
    shares = np.minimum.accumulate(np.exp(scores[order] - scores.max()))
    return list(zip(order.tolist(), np.round(chance * shares, 6).tolist(), strict=True))


def find_answers(
    sentences: Sequence[str], question: str, language: str | None = None, *, most: int = 3
) -> tuple[Answer, ...]:
    """Up to ``most`` sentences that answer ``question``, best first; () when nothing does."""
    return answering(rank_answers(sentences, question, language), most)


def answering(ranked: Sequence[tuple[int, float]], most: int) -> tuple[Answer, ...]:
    """Up to ``most`` of the sentences that `rank_answers` gave: those that answer."""
    best = ranked[0][1] if ranked else 0.0
    if best < ANSWERS:
        return ()
    first = ranked[: max(most, 0)]
    return tuple(Answer(i, score) for i, score in first if score >= WORTH * best)


def term_weights(
    sentences: Sequence[str], question: str, language: str | None = None
) -> dict[str, float]:
    """How much each term of ``question`` counts that says what is asked: rarer ones more."""
    matches = match(index_of(tuple(sentences), language), question[:LONGEST_QUESTION])
    return dict(zip(matches.terms, matches.topic.tolist(), strict=True))


def score(
    matches: Matches, signals: dict[str, Floats], models: dict[str, dict[str, float]]
) -> Floats:
    """How well each sentence answers, by the weights of its signals in ``models``; shape (n,)."""
    import numpy as np

    share = matches.stretch
    total = np.zeros(matches.found.shape[1])
    for name, values in signals.items():
        weight = (1 - share) * models["sentence"][name] + share * models["stretch"][name]
        if weight:
            total += weight * values
    return total


def _chance(evidence: dict[str, float]) -> float:
    """The chance that the text answers, by a logistic regression."""
    from math import exp, fsum

    total = fsum(weights()["answered"][name] * value for name, value in evidence.items())
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


def _spread_out(scores: Floats, stretch: float) -> Ints:
    """All indices, best first; the first ones do not stand side by side unless much better."""
    import numpy as np

    apart = max(APART, round(PART * stretch * len(scores)))
    penalty = PENALTY + stretch * (PENALTY_OF_PART - PENALTY)
    left, rest = scores.copy(), scores.copy()
    first: list[int] = []
    for _ in range(min(FIRST, len(scores))):
        best = int(np.argmax(left))
        first.append(best)
        left[max(best - apart, 0) : best + apart + 1] -= penalty
        left[best] = -np.inf
    rest[first] = np.inf
    return np.concatenate([first, np.argsort(-rest, kind="stable")[len(first) :]])
