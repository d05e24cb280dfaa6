"""A logistic model of the marks over figures and n-grams: fitted by L-BFGS, kept in eight bits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from tools.packing import write_arrays
from tools.salience.examples import Example

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

Numbers = dict[tuple[str, str], int]
"""Language and n-gram -> its row of the weights; those of a language stand together."""

FEWEST = 5
"""Documents of a language that have an n-gram."""
FIGURES_HELD, NGRAMS_HELD = 1.0, 8.0
"""How strongly weights are held back (L2)."""
STEPS = 80
SLIGHTEST = 0.08
"""N-grams of which no weight is larger are not kept."""
LARGEST = 127
RAREST = 1e-4
"""Share of a mark from which its bias starts at least."""


@dataclass(frozen=True, slots=True)
class Model:
    """Log-odds of the marks: ``dense`` figures x marks, ``bias`` marks, ``ngrams`` rows x marks."""

    names: tuple[str, ...]
    numbers: Numbers
    dense: Floats
    bias: Floats
    ngrams: Floats

    def chances(self, example: Example) -> Floats:
        """The chance of each mark; sentences x marks."""
        odds = example.figures @ self.dense + self.bias
        odds += _cells(example, self.numbers) @ self.ngrams
        return np.asarray(1 / (1 + np.exp(-odds)))


def fit(examples: Sequence[Example], fewest: int = FEWEST) -> Model:
    """The Model of ``examples``, the same to the last bit on one thread."""
    numbers = _number(examples, fewest)
    figures = np.concatenate([example.figures for example in examples])
    mean, spread = figures.mean(axis=0), figures.std(axis=0) + 1e-6
    cells = sparse.vstack([_cells(example, numbers) for example in examples])
    ones = np.ones((len(figures), 1))
    scaled = sparse.csr_matrix((figures - mean) / spread)
    found = _descend(
        sparse.hstack([scaled, cells, ones], format="csr"),
        np.concatenate([example.targets for example in examples]),
        np.concatenate([example.weights for example in examples]),
        np.concatenate([[FIGURES_HELD] * len(mean), [NGRAMS_HELD] * len(numbers), [0.0]]),
    )
    dense = found[: len(mean)] / spread[:, None]
    bias = found[-1] - (mean[:, None] * dense).sum(axis=0)
    return Model(examples[0].names, numbers, dense, bias, found[len(mean) : -1])


def write(model: Model, output: Path) -> int:
    """Writes the arrays that `summarizer/choice/salience.py` reads; how many n-grams are kept."""
    strong = np.abs(model.ngrams).max(axis=1, initial=0.0) > SLIGHTEST
    by_language: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (language, ngram), row in model.numbers.items():
        if strong[row]:
            by_language[language].append((ngram, row))
    arrays: dict[str, Any] = {}
    rows: list[int] = []
    for language, kept in sorted(by_language.items()):
        arrays[f"words {language}"] = _letters(ngram for ngram, _ in kept)
        arrays[f"first {language}"] = np.int32(len(rows))
        rows += [row for _, row in kept]
    step = np.abs(model.ngrams).max(initial=SLIGHTEST) / LARGEST
    arrays["ngrams"] = np.round(model.ngrams[rows] / step).astype(np.int8)
    arrays |= {"step": np.float64(step), "figures": _letters(model.names)}
    arrays |= {"dense": np.round(model.dense, 5), "bias": np.round(model.bias, 5)}
    write_arrays(output, arrays)
    return len(rows)


def _number(examples: Sequence[Example], fewest: int) -> Numbers:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        counts[example.document.language].update({x for found in example.ngrams for x in found})
    numbers: Numbers = {}
    for language, counted in sorted(counts.items()):
        for ngram, count in sorted(counted.items()):
            if count >= fewest:
                numbers[language, ngram] = len(numbers)
    return numbers


def _cells(example: Example, numbers: Numbers) -> Any:  # noqa: ANN401 - scipy has no types
    """Which n-grams each sentence has, as a sparse matrix of ones; sentences x rows of weights."""
    language = example.document.language
    found = [
        (at, row)
        for at, ngrams in enumerate(example.ngrams)
        for ngram in ngrams
        if (row := numbers.get((language, ngram))) is not None
    ]
    shape = len(example.ngrams), len(numbers)
    rows, columns = zip(*found, strict=True) if found else ((), ())
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)


def _descend(cells: Any, targets: Floats, weights: Floats, held: Floats) -> Floats:  # noqa: ANN401
    """Weights of least logistic loss, columns of ``cells`` x marks; the last column is the bias."""
    shape = cells.shape[1], targets.shape[1]
    turned = cells.T.tocsr()
    start = np.zeros(shape)
    usual = ((weights * targets).sum(axis=0) / weights.sum(axis=0)).clip(RAREST, 1 - RAREST)
    start[-1] = np.log(usual / (1 - usual))

    def loss(flat: Floats) -> tuple[float, Floats]:
        table = flat.reshape(shape)
        odds = cells @ table
        missed = weights * (1 / (1 + np.exp(-odds)) - targets)
        lost = (weights * (np.logaddexp(0, odds) - targets * odds)).sum()
        kept = (held[:, None] * table * table).sum() / 2
        return lost + kept, (turned @ missed + held[:, None] * table).ravel()

    found = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x.reshape(shape))


def _letters(words: Any) -> Any:  # noqa: ANN401 - an array of bytes, whatever numpy calls it
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)
