"""Trains `summarizer/data/polarity.npz`: python -m tools.train_polarity FOLDER [OUTPUT].

FOLDER holds the training sets, one `NAME.jsonl.gz` each, rows ``{"text": …, "label": "pos"}``.
A multinomial logistic regression over the n-grams and figures the product itself computes, found
by Adagrad. Each set has a bias of its own that is thrown away afterwards, so that the habits of one
site do not become a prior for another. One row in ten is held out first and sets the sharpness (how
sure a score is); the weights that ship are fitted on all rows. A minute and a half and 4 GB.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from summarizer.language import guess
from summarizer.mood.comment_language import READ, SHORT, SUPPORTED, SURE
from summarizer.mood.comment_tokens import normalize, tokenize
from summarizer.mood.features import Analysis, batches, figures
from summarizer.mood.ngrams import Ngrams
from summarizer.mood.polarity import buckets
from summarizer.mood.vader import Remark, valence
from tools.packing import write_arrays

LABELS = {"neg": 0, "neu": 1, "pos": 2}
BUCKETS = 1 << 19
COARSER = 4
"""Of 255 steps so many are one in the file."""
RARITY = 0.25
"""Rare n-grams are given more room: their column is scaled by (rows / rows with it) to this."""

DECAY, SET_DECAY = 5e-7, 1e-3
"""How strongly weights, and the biases of the sets, are held back."""

EPOCHS, BATCH, PACE = 8, 2048, 0.3
"""Fewer epochs than it takes to settle: one site's words are not to weigh too much."""

SPARED = 8
"""One step in so many goes into the mean of the weights, from the second epoch on."""

LEANING = (0.0, 0.2, 0.0)
"""Added to the biases: sets of comments that were left out of training gain by it."""

BALANCE = 0.5
"""How far rare labels of a set are weighted up, from 0 (not) to 1 (all labels the same)."""

DOUBTED = {"umsab_hi": 0.2}
"""Sets whose labels are close to chance: the same tweets are labelled otherwise elsewhere."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Rows:
    """The training rows: features, labels as column numbers, sets as numbers, weights."""

    features: Any
    labels: NDArray[np.int64]
    sets: NDArray[np.int64]
    weights: NDArray[np.float32]

    def only(self, at: NDArray[np.int64]) -> Rows:
        """The rows ``at`` these places."""
        return Rows(self.features[at], self.labels[at], self.sets[at], self.weights[at])


def main(folder: Path, output: Path) -> None:
    """Read, fit, calibrate, write."""
    texts, labels, sets, weights = load(folder)
    features, scale = extract(texts)
    rows = Rows(features, labels, sets, weights)
    held = np.array([hashlib.md5(t.encode()).digest()[0] < 26 for t in texts])  # noqa: S324 - a coin
    table, bias = fit(rows.only(np.flatnonzero(~held)))
    spared = rows.only(np.flatnonzero(held))
    sharpness = calibrate(spared, spared.features @ table + bias)
    table, bias = fit(rows)
    write(output, table * scale[:, None], bias, sharpness)


def load(folder: Path) -> tuple[list[str], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Texts, labels, set numbers and weights of all rows."""
    texts: list[str] = []
    labels: list[int] = []
    sets: list[int] = []
    weights: list[float] = []
    for number, path in enumerate(sorted(folder.glob("*.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        marks = np.array([LABELS[row["label"]] for row in rows])
        share = len(rows) / 3 / np.maximum(np.bincount(marks, minlength=3), 1)
        name = path.name.split(".")[0]
        texts += [row["text"] for row in rows]
        labels += marks.tolist()
        sets += [number] * len(rows)
        weights += (share[marks] ** BALANCE * len(rows) ** -0.5 * DOUBTED.get(name, 1.0)).tolist()
    total = np.array(weights, np.float32)
    return texts, np.array(labels), np.array(sets), total / total.sum(dtype=np.float64)


def analyse(text: str) -> Analysis:
    """``text`` with the language that the model guesses.

    The product knows more languages by their function words. Weights fitted with those languages
    are no better, and half a point worse on Italian.
    """
    tokens = tokenize(text)
    normalized = normalize(tokens)
    language = guessed(" ".join(token for token in tokens if token[0].isalpha()).lower())
    good, bad = valence(Remark(text, tokens, normalized.split()), language)
    return Analysis(tuple(tokens), normalized, language, good, bad)


def guessed(line: str) -> str | None:
    """The language of ``line``; a short one in plain letters is not taken for Swedish."""
    code, belief = guess(line[:READ]) if line else ("", 0.0)
    short = len(line) < SHORT and line.isascii() and code not in SUPPORTED
    return code if belief >= SURE and not short else None


def extract(texts: list[str]) -> tuple[Any, NDArray[np.float32]]:
    """The scaled features of each text, and the scale of each column."""
    analyses = [analyse(text) for text in texts]
    rows: list[Any] = []
    columns: list[Any] = []
    for batch in batches(analyses):
        for line, hashes in Ngrams([a.normalized for a in analyses[batch]]).hashes():
            rows.append((line + batch.start).astype(np.int32))
            columns.append(buckets(hashes, BUCKETS).astype(np.int32))
    at = (np.concatenate(rows), np.concatenate(columns))
    counts = sp.csr_matrix((np.ones(len(at[0]), np.float32), at), (len(texts), BUCKETS))
    counts.sum_duplicates()
    length = np.maximum(np.asarray(counts.sum(axis=1)).ravel(), 1)
    seen = np.bincount(counts.indices, minlength=BUCKETS) + 1.0
    scale = (len(texts) / seen) ** RARITY
    scale = (scale / np.average(scale, weights=seen)).astype(np.float32)
    hashed = sp.diags((length**-0.5).astype(np.float32)) @ counts @ sp.diags(scale)
    dense = figures(analyses)
    whole = sp.hstack([hashed, sp.csr_matrix(dense)]).tocsr()
    return whole, np.concatenate([scale, np.ones(dense.shape[1], np.float32)])


def fit(rows: Rows) -> tuple[Floats, Floats]:
    """Weights (columns, 3) and biases (3): Adagrad's steps (Duchi et al. 2011), averaged."""
    dice = np.random.default_rng(0)
    step = Steps.start(rows.features.shape[1], int(rows.sets.max()) + 1)
    mean, mean_bias, count = np.zeros(step.table.shape), np.zeros(len(LABELS)), 0
    for epoch in range(EPOCHS):
        order = dice.permutation(len(rows.labels))
        for start in range(0, len(order), BATCH):
            step.take(rows.only(order[start : start + BATCH]), len(order))
            if epoch and start // BATCH % SPARED == 0:
                mean, mean_bias, count = mean + step.table, mean_bias + step.biases[0], count + 1
    return mean / count, mean_bias / count + np.array(LEANING)


@dataclass(frozen=True)
class Steps:
    """The weights, the biases (the common one, then each set's), and their squared gradients."""

    table: NDArray[np.float32]
    biases: NDArray[np.float32]
    paced: NDArray[np.float32]
    paced_biases: NDArray[np.float32]

    @classmethod
    def start(cls, columns: int, sets: int) -> Steps:
        """Weights of nought for ``columns`` and ``sets``."""
        sizes = (columns, len(LABELS)), (1 + sets, len(LABELS))
        noughts = [np.zeros(size, np.float32) for size in sizes]
        return cls(*noughts, *(np.full(size, 1e-6, np.float32) for size in sizes))

    def take(self, rows: Rows, total: int) -> None:
        """One step down the cross entropy of some ``rows`` of ``total``."""
        miss = self._miss(rows) * (rows.weights[:, None] * np.float32(total / len(rows.labels)))
        slope = rows.features.T @ miss + np.float32(2 * DECAY) * self.table
        tilt = np.zeros_like(self.biases)
        tilt[0] = miss.sum(axis=0)
        np.add.at(tilt, 1 + rows.sets, miss)
        tilt[1:] += np.float32(2 * SET_DECAY) * self.biases[1:]
        _step(self.table, self.paced, slope)
        _step(self.biases, self.paced_biases, tilt)

    def _miss(self, rows: Rows) -> NDArray[np.float32]:
        """How far the probabilities are from the labels."""
        scores = rows.features @ self.table + self.biases[0] + self.biases[1:][rows.sets]
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        wanted = np.eye(len(LABELS), dtype=np.float32)[rows.labels]
        return np.asarray(raised / raised.sum(axis=1, keepdims=True) - wanted)


def _step(
    values: NDArray[np.float32], paced: NDArray[np.float32], slope: NDArray[np.float32]
) -> None:
    paced += slope * slope
    values -= np.float32(PACE) * slope / np.sqrt(paced)


def calibrate(rows: Rows, scores: Floats) -> float:
    """The factor on the scores that makes the held-out labels most likely."""
    right = scores[np.arange(len(scores)), rows.labels]

    def surprise(factor: float) -> float:
        top = scores.max(axis=1)
        total = np.exp(factor * (scores - top[:, None])).sum(axis=1)
        return float(np.average(np.log(total) - factor * (right - top), weights=rows.weights))

    return float(minimize_scalar(surprise, bounds=(0.2, 3.0), method="bounded").x)


def write(output: Path, table: Floats, bias: Floats, sharpness: float) -> None:
    """The weights as whole numbers from -32 to 32, less what all three columns share.

    The third column is what the first two lack to zero. Finer steps double the file, and gain
    nothing.
    """
    hashed = table[:BUCKETS] - table[:BUCKETS].mean(axis=1, keepdims=True)
    step = float(np.quantile(np.abs(hashed[hashed != 0]), 0.9995) / 127)
    fine = np.clip(np.rint(hashed[:, :2] / step), -127, 127)
    arrays = {
        "hashed": np.rint(fine / COARSER).astype(np.int8),
        "step": np.float64(COARSER * step),
        "dense": table[BUCKETS:].astype(np.float32),
        "bias": bias.astype(np.float32),
        "sharpness": np.float64(round(sharpness, 3)),
    }
    write_arrays(output, arrays)
    print(f"{output}: {output.stat().st_size:,} bytes, sharpness {sharpness:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(*sys.argv[2:3] or ["summarizer/data/polarity.npz"]))
