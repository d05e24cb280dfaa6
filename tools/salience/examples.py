"""A marked document as what the model learns: figures, n-grams, and a target for each mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from summarizer.choice.features import features_of
from summarizer.choice.ngrams import ngrams_of
from summarizer.choice.text import Text, read_text
from summarizer.digest import ABOUT
from tools.salience.marks import Document, Reading

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

MARKS = ("point", "outcome", "worth", "never", "needs")
"""The columns of targets and weights."""
POINT, OUTCOME, WORTH, NEVER, NEEDS = range(len(MARKS))
LEAST_WORTH = 0.8
"""What a sentence that says the subject most directly is worth at least."""
SHORTEST = 6
"""Words of a sentence of which was asked whether it is understood alone."""
UNSPACED = ("zh", "ja")
"""Languages in which it was asked of all."""
WEIGHT = 30.0
"""A document counts as so many times the root of its number of sentences."""

_LABEL = re.compile(r"^([^\s:：][^:：]{0,40})[:：]\s+(?=\S)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Example:
    """``figures``: sentences x figures; ``targets``, ``weights``: sentences x marks."""

    document: Document
    text: Text
    names: tuple[str, ...]
    figures: Floats
    ngrams: list[list[str]]
    targets: Floats
    weights: Floats


class Turns(NamedTuple):
    """Sentences without the names of their speakers; the number of the turn of each."""

    sentences: list[str]
    numbers: list[int]


def example_of(document: Document) -> Example:
    """What is learnt from ``document``."""
    turns = turns_of(document.sentences)
    query = f"{document.title}\n{document.about[:ABOUT]}"
    text = read_text(turns.sentences, document.language, query, turns.numbers)
    figures = features_of(text)
    return Example(
        document,
        text,
        tuple(figures),
        np.stack(list(figures.values()), axis=1),
        [list(ngrams_of(words)) for words in text.words],
        _targets(document),
        _weights(document),
    )


def turns_of(sentences: Sequence[str]) -> Turns:
    """``sentences`` without labels; a label said twice begins a turn wherever it stands."""
    found = [_LABEL.match(sentence) for sentence in sentences]
    said = Counter(label[1] for label in found if label)
    turns = Turns([], [])
    number = 0
    for sentence, label in zip(sentences, found, strict=True):
        begins = label is not None and said[label[1]] > 1
        number += begins
        turns.sentences.append(sentence[label.end() :] if label and begins else sentence)
        turns.numbers.append(number)
    return turns


def _targets(document: Document) -> Floats:
    """Means of the readings; what says the subject most directly is the point in any case."""
    targets = np.zeros((len(document.sentences), len(MARKS)))
    for reading in document.readings:
        targets += _read(reading, len(targets)) / len(document.readings)
    thesis = sorted(document.thesis)
    targets[thesis, POINT], targets[thesis, NEVER] = 1.0, 0.0
    targets[thesis, WORTH] = np.maximum(targets[thesis, WORTH], LEAST_WORTH)
    targets[sorted(document.needs), NEEDS] = 1.0
    return targets


def _read(reading: Reading, n: int) -> Floats:
    targets = np.zeros((n, len(MARKS)))
    columns = (
        (POINT, reading.main),
        (OUTCOME, reading.outcome),
        (WORTH, reading.good),
        (NEVER, reading.never),
    )
    for column, marked in columns:
        targets[sorted(marked), column] = 1.0
    targets[sorted(reading.never), WORTH] = 0.0
    return targets


def _weights(document: Document) -> Floats:
    weights = np.ones((len(document.sentences), len(MARKS)))
    if document.language not in UNSPACED:
        words = np.array([len(_WORD.findall(sentence)) for sentence in document.sentences])
        weights[:, NEEDS] = words >= SHORTEST
    return np.asarray(weights * (WEIGHT / np.sqrt(len(document.sentences))))
