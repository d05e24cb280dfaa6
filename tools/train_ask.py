"""Fits summarizer/data/ask.tsv: how much each signal of an answer counts, and each evidence of one.

    python -m tools.train_ask FILE

FILE holds meetings as JSON lines: "id", "sents", and "questions" with "q", "gold" (first and last
sentence of each stretch that answers) and "other" (a meeting that does not), as QMSum's training
part. It teaches what a stretch is, and when a text answers at all; which sentence answers a
question of fact it cannot teach, so that model is set here by hand.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from summarizer.ask.evidence import evidence_of
from summarizer.ask.index import index_of
from summarizer.ask.matches import match
from summarizer.ask.ranking import score
from summarizer.ask.signals import signals_of
from tools.salience.scores import auc

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarizer.rank.matrix import Floats

Table = dict[str, dict[str, float]]
"""Model -> signal or evidence -> weight."""
OUT = Path(__file__).resolve().parents[1] / "summarizer" / "data" / "ask.tsv"
SENTENCE = {
    "own": 3.0,
    "bm25": 3.0,
    "little": 1.5,
    "grammar": 0.75,
    "rarest": 1.0,
    "before": 0.6,
    "fading": 0.6,
    "after question": 1.5,
    "within 1": 3.0,
    "within 2": 1.5,
    "within 16": 0.0,
    "stretch 5": 0.0,
    "stretch 12": 0.0,
    "stretch 30": 0.0,
    "together": 1.5,
    "adjacent": 1.5,
    "speaker": 0.75,
    "speaker in stretch": 0.0,
    "speaker on topic": 0.0,
    "number": 1.5,
    "time": 1.5,
    "person": 1.5,
    "reason": 1.5,
    "length": 0.75,
    "short": -0.5,
    "first": 0.0,
    "last": -0.75,
    "announces": -1.0,
    "sounds alike": 2.0,
    "step": 0.3,
}
"""The weights for a question of fact: a match in the sentence counts most, then beside it."""
UNTAUGHT = ("sounds alike", "step")
"""Signals that no stretch has: meetings were taken down by people, and nobody shows how."""
KEPT = ("number", "time", "person", "reason", "announces", *UNTAUGHT)
"""Signals that too few questions and sentences of meetings have: they keep their weights."""
YES_OR_NO = {"yes or no": -1.5}
"""The weight of an evidence that is set by hand: nobody in a meeting is asked for a yes or a no."""
RIDGE_STRETCH, RIDGE_ANSWERED = 0.01, 0.003
OTHERS = 120
"""Sentences that do not answer which are kept of each text, for speed."""
SIZES = (25, 60, 150, 10_000)
"""Sentences of the pieces on which it is learnt when a text answers."""
FOLDS = 5


class Case(NamedTuple):
    """A question with a piece of a text; ``gold`` are its sentences that answer."""

    sentences: tuple[str, ...]
    question: str
    gold: frozenset[int]


def main(path: str) -> None:
    """Prints the figures of held-back meetings and writes the table."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        meetings = [json.loads(line) for line in lines]
    prior = SENTENCE | dict.fromkeys(UNTAUGHT, 0.0)
    stretch = fit_stretch(list(_whole(meetings)), np.array(list(prior.values())))
    table = {"sentence": SENTENCE, "stretch": _named(SENTENCE, stretch)}
    evidence, answers, groups = _evidence(meetings, table)
    values = np.array([list(row.values()) for row in evidence])
    print(f"answered, AUC of meetings held back: {_held_back(values, answers, groups):.3f}")
    answered = _named(evidence[0], fit_answered(values, answers)) | YES_OR_NO
    _write(table | {"answered": answered})


def fit_stretch(cases: Sequence[Case], prior: Floats) -> Floats:
    """Weights under which a sentence that answers is likely the first, near ``prior``.

    The loss of a question is minus the logarithm of the share of its gold in a softmax.
    """
    chooser = random.Random(1)
    parts: list[Floats] = []
    gold: list[bool] = []
    for case in cases:
        index = index_of(case.sentences, "en")
        signals = signals_of(index, match(index, case.question), case.question)
        others = sorted(set(range(len(case.sentences))) - case.gold)
        kept = sorted(case.gold) + sorted(chooser.sample(others, min(OTHERS, len(others))))
        parts.append(np.stack([signals[name] for name in SENTENCE], axis=1)[kept])
        gold += [i in case.gold for i in kept]
    return _softmax(parts, np.array(gold), prior)


def _softmax(parts: Sequence[Floats], gold: NDArray[np.bool_], prior: Floats) -> Floats:
    values = np.concatenate(parts)
    sizes = [len(part) for part in parts]
    begins = np.cumsum([0, *sizes])[:-1]
    of = np.repeat(np.arange(len(parts)), sizes)
    spread = values.std(axis=0) + 1e-6
    free = np.array([name not in KEPT for name in SENTENCE], dtype=np.float64)

    def loss(w: Floats) -> tuple[float, Floats]:
        scores = values @ w
        powers = np.exp(scores - np.maximum.reduceat(scores, begins)[of])
        total = np.add.reduceat(powers, begins)
        right = np.add.reduceat(powers * gold, begins) + 1e-12
        slope = (powers / total[of] - powers * gold / right[of]) @ values / len(parts)
        away = (w - prior) * spread
        value = float(np.mean(np.log(total) - np.log(right))) + RIDGE_STRETCH * float(away @ away)
        return value, free * (slope + 2 * RIDGE_STRETCH * away * spread)

    found = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 80})
    return np.asarray(found.x)


def _whole(meetings: Sequence[dict[str, Any]]) -> Iterator[Case]:
    for meeting in meetings:
        for question in meeting["questions"]:
            yield Case(tuple(meeting["sents"]), question["q"], _gold(question))


def _gold(question: dict[str, Any]) -> frozenset[int]:
    return frozenset(i for first, last in question["gold"] for i in range(first, last + 1))


def _evidence(
    meetings: Sequence[dict[str, Any]], models: Table
) -> tuple[list[dict[str, float]], NDArray[np.bool_], list[str]]:
    """Of each piece: the evidence, whether it answers, the meeting of the question."""
    sentences = {meeting["id"]: tuple(meeting["sents"]) for meeting in meetings}
    chooser = random.Random(2)
    rows: list[dict[str, float]] = []
    answers: list[bool] = []
    groups: list[str] = []
    for meeting in meetings:
        for question in meeting["questions"][::2]:  # half of them teach as much
            first, last = question["gold"][0]
            own, other = sentences[meeting["id"]], sentences[question["other"]]
            for size in SIZES:
                if last - first >= size:
                    continue
                begin = chooser.randint(max(0, last + 1 - size), max(first, 0))
                away = chooser.randint(0, max(0, len(other) - size))
                rows += [
                    _of_piece(piece, question["q"], models)
                    for piece in (own[begin : begin + size], other[away : away + size])
                ]
                answers += [True, False]
                groups += [meeting["id"]] * 2
    return rows, np.array(answers), groups


def _of_piece(piece: tuple[str, ...], question: str, models: Table) -> dict[str, float]:
    index = index_of(piece, "en")
    matches = match(index, question)
    signals = signals_of(index, matches, question)
    return evidence_of(matches, signals, score(matches, signals, models))


def fit_answered(values: Floats, answers: NDArray[np.bool_]) -> Floats:
    """Weights of a logistic regression; ridge on all but the constant, whose column is all 1."""
    signs = np.where(answers, 1.0, -1.0)
    constant = (values == 1).all(axis=0)

    def loss(w: Floats) -> tuple[float, Floats]:
        margins = signs * (values @ w)
        slope = -(signs / (1 + np.exp(margins))) @ values / len(values)
        held = np.where(constant, 0.0, w)
        value = float(np.mean(np.logaddexp(0, -margins))) + RIDGE_ANSWERED * float(held @ held)
        return value, slope + 2 * RIDGE_ANSWERED * held

    found = minimize(loss, np.zeros(values.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x)


def _held_back(values: Floats, answers: NDArray[np.bool_], groups: Sequence[str]) -> float:
    """The AUC over all pieces, each judged by weights fitted without its fold of meetings."""
    folds = {group: i % FOLDS for i, group in enumerate(dict.fromkeys(groups))}
    fold_of = np.array([folds[group] for group in groups])
    scores = np.zeros(len(values))
    for fold in range(FOLDS):
        held = fold_of == fold
        scores[held] = values[held] @ fit_answered(values[~held], answers[~held])
    return auc(scores, answers)


def _named(names: Iterable[str], fitted: Floats) -> dict[str, float]:
    """Name -> weight, with two decimals as the table has them."""
    return dict(zip(names, np.round(fitted, 2).tolist(), strict=True))


def _write(table: Table) -> None:
    lines = ["# Model, signal of a sentence or evidence of an answer, weight."]
    for model, fitted in table.items():
        lines += [f"{model}\t{name}\t{value:.2f}" for name, value in fitted.items()]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
