"""How likely a reader would want a sentence shown, by what readers have marked.

A logistic model of five marks over figures and n-grams of words. Its weights are in
`summarizer/data/salience.npz`, made by `tools/train_salience.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarizer.choice.features import features_of
from summarizer.choice.ngrams import ngrams_of
from summarizer.choice.text import Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from summarizer.rank.matrix import Floats, Ints

DIGITS = 6
"""To which figures are rounded, so that the last bits of a machine do not show."""


class Salience(NamedTuple):
    """Chances of each sentence, shape (n,), and its place in the ranking, from 1 down to 0.

    ``point``: it tells what all comes down to; ``outcome``: how it ends; ``worth``: it is worth
    quoting; ``never``: nobody wants it; ``needs``: alone it is not understood.
    """

    point: Floats
    outcome: Floats
    worth: Floats
    never: Floats
    needs: Floats
    rank: Floats


def salience_of(text: Text) -> Salience:
    """The Salience of the sentences of ``text``."""
    import numpy as np

    features = features_of(text)
    figures = np.stack(list(features.values()), axis=1)
    # Not a matrix product, whose sums differ from machine to machine.
    odds = np.stack([(figures * column).sum(axis=1) for column in _weights().dense.T], axis=1)
    odds += _weights().bias + _odds_by_words(text)
    chances = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    point, outcome, worth, never, needs = np.round(chances.T, DIGITS)
    return Salience(point, outcome, worth, never, needs, np.round(features["rank"], DIGITS))


def _odds_by_words(text: Text) -> Floats:
    """What the n-grams of each sentence add to its log-odds; shape (n, marks)."""
    import numpy as np

    weights, numbers, n = _weights(), _numbers(text.language or ""), len(text.sentences)
    if not numbers:
        return np.zeros((n, len(weights.bias)))
    found = [[i for i in map(numbers.get, ngrams_of(w)) if i is not None] for w in text.words]
    rows = np.repeat(np.arange(n), [len(own) for own in found])
    held = weights.ngrams[np.fromiter(chain.from_iterable(found), np.int64)]
    # Sums of whole numbers, which are the same whatever their order.
    sums = np.stack([np.bincount(rows, column, n) for column in held.T], axis=1)
    return np.asarray(sums * weights.step, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class _Weights:
    """``dense``: figures x marks; ``bias``: marks; ``ngrams`` times ``step``: n-grams x marks."""

    dense: Floats
    bias: Floats
    ngrams: Ints
    step: float


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    import numpy as np

    with as_file(_source()) as path, np.load(path) as kept:
        return _Weights(kept["dense"], kept["bias"], kept["ngrams"], float(kept["step"]))


@lru_cache(maxsize=8)
def _numbers(language: str) -> dict[str, int]:
    """N-gram -> its row of the weights; empty for a language in which nothing was marked."""
    import numpy as np

    with as_file(_source()) as path, np.load(path) as kept:
        if f"words {language}" not in kept:
            return {}
        words = kept[f"words {language}"].tobytes().decode().split("\n")
        return {word: i for i, word in enumerate(words, int(kept[f"first {language}"]))}


def _source() -> Traversable:
    return files("summarizer").joinpath("data", "salience.npz")
