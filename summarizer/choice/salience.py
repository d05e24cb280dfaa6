"""How likely a reader would want a sentence shown, by what readers have marked.

A logistic model of four marks over figures and n-grams of words. Its weights are whole numbers in
`summarizer/data/salience.npz`, made by `tools/train_salience.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

from summarizer.choice.features import features_of
from summarizer.choice.ngrams import ngrams_of
from summarizer.choice.text import Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from summarizer.rank.matrix import Floats

DIGITS = 6
"""To which chances are rounded, so that the last bits of a machine do not show."""


class Salience(NamedTuple):
    """Chances of each sentence, shape (n,).

    ``point``: it tells what all comes down to; ``outcome``: how it ends; ``worth``: it is worth
    quoting, 1 for a sentence that a reader chose; ``never``: nobody wants it.
    """

    point: Floats
    outcome: Floats
    worth: Floats
    never: Floats


def salience_of(text: Text) -> Salience:
    """The Salience of the sentences of ``text``."""
    import numpy as np

    known = _weights(text.name)
    figures = np.stack(list(features_of(text).values()), axis=1)
    # Not a matrix product, whose sums differ from machine to machine.
    odds = np.stack([(figures * column).sum(axis=1) for column in known.dense.T], axis=1)
    odds += known.bias + _by_words(text)
    chances = np.round(1 / (1 + np.exp(-np.clip(odds, -30, 30))), DIGITS)
    return Salience(*chances.T)


def _by_words(text: Text) -> Floats:
    """What the n-grams of each sentence add to its odds; shape (n, 4)."""
    import numpy as np

    known, vocabulary = _weights(text.name), _vocabulary(text.name, text.language or "")
    odds = np.zeros((len(text.sentences), len(Salience._fields)))
    for at, words in enumerate(text.words if vocabulary else ()):
        found = [i for i in map(vocabulary.get, ngrams_of(words)) if i is not None]
        odds[at] = known.ngrams[found].sum(axis=0, dtype=np.int64)
    return odds * known.step


@dataclass(frozen=True, slots=True)
class _Weights:
    """``dense``: figures x marks; ``bias``: marks; ``ngrams`` times ``step``: n-grams x marks."""

    dense: Floats
    bias: Floats
    ngrams: Floats
    step: float


@lru_cache(maxsize=2)
def _weights(name: str) -> _Weights:
    import numpy as np

    with as_file(_source()) as path, np.load(path) as kept:
        dense, bias, ngrams = (kept[f"{name} {part}"] for part in ("dense", "bias", "ngrams"))
        return _Weights(dense, bias, ngrams, float(kept[f"{name} step"]))


@lru_cache(maxsize=8)
def _vocabulary(name: str, language: str) -> dict[str, int]:
    """N-gram -> its row of the weights."""
    import numpy as np

    with as_file(_source()) as path, np.load(path) as kept:
        if f"{name} words {language}" not in kept:
            return {}
        words = kept[f"{name} words {language}"].tobytes().decode().split("\n")
        return {word: i for i, word in enumerate(words, int(kept[f"{name} first {language}"]))}


def _source() -> Traversable:
    return files("summarizer").joinpath("data", "salience.npz")
