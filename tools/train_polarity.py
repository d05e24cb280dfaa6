"""Trains `summarizer/data/polarity.npz`: python -m tools.train_polarity FOLDER [OUTPUT].

FOLDER holds the training sets, one `NAME.jsonl.gz` each, rows ``{"text": …, "label": "pos"}``.
A multinomial logistic regression over the n-grams and figures the product itself computes, found
by L-BFGS. Each set has a bias of its own that is thrown away afterwards, so that the habits of one
site do not become a prior for another. One row in ten is held out and sets the sharpness (how
sure a score is). Three minutes and 4 GB.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar

from summarizer.mood.features import batches, figures, read
from summarizer.mood.ngrams import Ngrams
from summarizer.mood.polarity import buckets

LABELS = {"neg": 0, "neu": 1, "pos": 2}
BUCKETS = 1 << 19
RARITY = 0.25
"""Rare n-grams are given more room: their column is scaled by (rows / rows with it) to this."""

DECAY = 5e-6
STEPS = 80
"""Fewer than it takes to settle: stopping early keeps one site's words from weighing too much."""

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

    def only(self, kept: NDArray[np.bool_]) -> Rows:
        """The rows that are ``kept``."""
        at = np.flatnonzero(kept)
        return Rows(self.features[at], self.labels[at], self.sets[at], self.weights[at])


def main(folder: Path, output: Path) -> None:
    """Read, fit, calibrate, write."""
    texts, labels, sets, weights = load(folder)
    features, scale = extract(texts)
    rows = Rows(features, labels, sets, weights)
    held = np.array([hashlib.md5(t.encode()).digest()[0] < 26 for t in texts])  # noqa: S324 - a coin
    table, bias = fit(rows.only(~held))
    spared = rows.only(held)
    sharpness = calibrate(spared, spared.features @ table + bias)
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


def extract(texts: list[str]) -> tuple[Any, NDArray[np.float32]]:
    """The scaled features of each text, and the scale of each column."""
    readings = [read(text) for text in texts]
    rows: list[Any] = []
    columns: list[Any] = []
    for batch in batches(readings):
        for line, hashes in Ngrams([r.line for r in readings[batch]]).hashes():
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
    dense = figures(readings)
    whole = sp.hstack([hashed, sp.csr_matrix(dense)]).tocsr()
    return whole, np.concatenate([scale, np.ones(dense.shape[1], np.float32)])


def fit(rows: Rows) -> tuple[Floats, Floats]:
    """Weights (columns, 3) and biases (3)."""
    columns = rows.features.shape[1]
    start = np.zeros((columns + 1 + rows.sets.max() + 1) * 3)
    options = {"maxiter": STEPS, "maxcor": 6}
    found = minimize(_loss(rows), start, jac=True, method="L-BFGS-B", options=options)
    table = found.x.reshape(-1, 3)
    return table[:columns], table[columns]


def _loss(rows: Rows) -> Callable[[Floats], tuple[float, Floats]]:
    """The regularised cross entropy and its gradient, at the flattened parameters."""
    columns, flipped = rows.features.shape[1], rows.features.T.tocsr()
    wanted = np.eye(3, dtype=np.float32)[rows.labels]
    penalty = np.full(columns + 1 + rows.sets.max() + 1, DECAY)
    penalty[columns] = 0
    penalty[columns + 1 :] = 1e-3

    def loss(flat: Floats) -> tuple[float, Floats]:
        table = flat.reshape(-1, 3)
        low = table.astype(np.float32)
        scores = rows.features @ low[:columns] + low[columns] + low[columns + 1 :][rows.sets]
        scores -= scores.max(axis=1, keepdims=True)
        raised = np.exp(scores)
        total = raised.sum(axis=1, keepdims=True)
        each = rows.weights * (np.log(total[:, 0]) - (scores * wanted).sum(axis=1))
        miss = (raised / total - wanted) * rows.weights[:, None]
        gradient = 2 * penalty[:, None] * table
        gradient[:columns] += flipped @ miss
        gradient[columns] += miss.sum(axis=0, dtype=np.float64)
        np.add.at(gradient, columns + 1 + rows.sets, miss)
        value = each.sum(dtype=np.float64) + (penalty[:, None] * table**2).sum()
        return float(value), gradient.ravel()

    return loss


def calibrate(rows: Rows, scores: Floats) -> float:
    """The factor on the scores that makes the held-out labels most likely."""
    right = scores[np.arange(len(scores)), rows.labels]

    def surprise(factor: float) -> float:
        top = scores.max(axis=1)
        total = np.exp(factor * (scores - top[:, None])).sum(axis=1)
        return float(np.average(np.log(total) - factor * (right - top), weights=rows.weights))

    return float(minimize_scalar(surprise, bounds=(0.2, 3.0), method="bounded").x)


def write(output: Path, table: Floats, bias: Floats, sharpness: float) -> None:
    """The weights as whole numbers from -127 to 127, less what all three columns share."""
    hashed = table[:BUCKETS] - table[:BUCKETS].mean(axis=1, keepdims=True)
    step = float(np.quantile(np.abs(hashed[hashed != 0]), 0.9995) / 127)
    whole = np.clip(np.rint(hashed / step), -127, 127).astype(np.int8)
    np.savez_compressed(
        output,
        hashed=whole,
        step=np.float64(step),
        dense=table[BUCKETS:].astype(np.float32),
        bias=bias.astype(np.float32),
        sharpness=np.float64(round(sharpness, 3)),
    )
    print(f"{output}: {output.stat().st_size:,} bytes, sharpness {sharpness:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(*sys.argv[2:3] or ["summarizer/data/polarity.npz"]))
