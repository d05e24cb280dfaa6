"""How good chances and choices are, by the marks of documents that were not learnt from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summarizer.choice.choose import choose
from summarizer.choice.salience import Salience
from summarizer.digest.parts import parts_of
from summarizer.model import Sentence
from summarizer.sumy_methods import choose_by_sumy
from tools.salience.examples import MARKS, Example
from tools.salience.marks import Document, Reading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarizer.rank.matrix import Floats

    Flags = NDArray[np.bool_]

BASE, MAIN, OUTCOME, GOOD, NEVER, DANGLING = 25, 20, 5, 50, -30, -25
"""What each part of a score counts; 100 is the best."""


class Score(NamedTuple):
    """What a reader makes of a choice, in percent, and the shares it is made of.

    ``main``, ``outcome``: whether one of these is shown; ``good``: F1 of what is worth showing, by
    the number shown; ``dangling``: shown without the sentence before, on which they lean.
    """

    score: float
    main: float
    outcome: float
    good: float
    never: float
    dangling: float


Chooser = Callable[[Example], Sequence[int]]


def choosers(chances: Mapping[str, Floats]) -> dict[str, Chooser]:
    """Ways to choose by name; ``chances`` of each document are by its name."""
    return {
        "lead": lambda example: range(example.document.number),
        "TextRank": _by_textrank,
        "ranking": lambda example: _chosen(example, np.zeros_like(example.targets)),
        "weights": lambda example: _chosen(example, chances[example.document.name]),
    }


def score(document: Document, chosen: Sequence[int]) -> Score:
    """The mean Score of ``chosen`` by the readings of ``document``."""
    scores = [_score(document, reading, frozenset(chosen)) for reading in document.readings]
    return mean(scores)


def mean(scores: Iterable[Score]) -> Score:
    """The mean of each part."""
    return Score(*np.mean(list(scores), axis=0))


def separations(examples: Sequence[Example], chances: Mapping[str, Floats]) -> dict[str, float]:
    """AUC by mark: how often a sentence that most readers marked has the higher chance."""
    asked = np.concatenate([example.weights > 0 for example in examples])
    marked = np.concatenate([example.targets > 0.5 for example in examples])
    found = np.concatenate([chances[example.document.name] for example in examples])
    return {
        mark: auc(found[asked[:, i], i], marked[asked[:, i], i]) for i, mark in enumerate(MARKS)
    }


def auc(found: Floats, marked: Flags) -> float:
    """How often one that is marked has the higher value than one that is not; ties are half."""
    from scipy.stats import rankdata

    ranks, ours = rankdata(found), np.count_nonzero(marked)
    others = len(marked) - ours
    return float((ranks[marked].sum() - ours * (ours + 1) / 2) / (ours * others))


def agreement(documents: Iterable[Document]) -> dict[str, float]:
    """F1 between two readers by mark, over all documents that were read twice."""
    pairs = [document.readings for document in documents if len(document.readings) == 2]
    found = {}
    for mark in Reading._fields:
        sets = [(getattr(one, mark), getattr(other, mark)) for one, other in pairs]
        both = sum(len(one & other) for one, other in sets)
        found[mark] = 2 * both / max(1, sum(len(one) + len(other) for one, other in sets))
    return found


def of_the_other_reader(documents: Iterable[Document]) -> Score:
    """What one reader makes of the other's choice: as good as a choice can be expected to be."""
    scores = []
    for document in documents:
        if len(document.readings) == 2:
            one, other = document.readings
            scores += [_score(document, one, other.choice), _score(document, other, one.choice)]
    return mean(scores)


def _chosen(example: Example, chances: Floats) -> list[int]:
    rank = example.figures[:, example.names.index("rank")]
    columns = dict(zip(MARKS, chances.T, strict=True))
    salience = Salience(**columns, rank=rank)
    number, text = example.document.number, example.text
    sentences = [Sentence(i, said) for i, said in enumerate(text.sentences)]
    parts = parts_of(sentences, number, text.terms)
    return choose(text, salience, range(number, number + 1), parts)


def _by_textrank(example: Example) -> list[int]:
    number, language = example.document.number, example.document.language
    # sumy's Polish stemmer asks for a package of its own.
    known = None if language == "pl" else language
    return choose_by_sumy("textrank", example.text.sentences, number, known)


def _score(document: Document, reading: Reading, chosen: frozenset[int]) -> Score:
    main = not reading.main or bool(chosen & reading.main)
    outcome = bool(chosen & reading.outcome) if reading.outcome else main
    good = _f1(chosen, reading.good, document.number)
    never = len(chosen & reading.never) / len(chosen)
    dangling = sum(i - 1 not in chosen for i in chosen & document.needs) / len(chosen)
    total = BASE + MAIN * main + OUTCOME * outcome + GOOD * good
    total += NEVER * never + DANGLING * dangling
    return Score(min(100.0, max(0.0, total)), main, outcome, good, never, dangling)


def _f1(chosen: frozenset[int], good: frozenset[int], number: int) -> float:
    hits = len(chosen & good)
    precision, recall = hits / len(chosen), hits / max(1, min(number, len(good)))
    return 2 * precision * recall / (precision + recall) if hits else 0.0
