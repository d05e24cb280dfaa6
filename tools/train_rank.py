"""Fits summarizer/data/rank.tsv: how much each signal of a sentence weighs in the ranking.

    python -m tools.train_rank FOLDER

FOLDER holds train/qmsum.jsonl, fredsum.jsonl and vcsum.jsonl. Ridge regression of what a sentence
is worth on its signals; the figures printed are of documents held back, beside equal weights.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from summarizer.rank.signals import signals_of
from summarizer.rank.term_matrices import count_terms
from summarizer.rank.tokens import stems, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

OUT = Path(__file__).resolve().parents[1] / "summarizer" / "data" / "rank.tsv"
FOLDS = 5
FLOOR = 0.3
"""The worst sentences are all alike: a worth below this quantile is raised to it."""


class Recipe(NamedTuple):
    """A column of the table: the sets it is fitted on, each with the cost of a word.

    A word of a summary that is limited in words must be paid for: the cost is the share of words
    of a good extract that the human summary has too. ``piece``: how many sentences the documents
    are cut to.
    """

    column: str
    costs: dict[str, float]
    ridge: float
    piece: int | None = None


RECIPES = (
    Recipe("trained", {"train/qmsum": 0.3, "fredsum": 0.3, "vcsum": 0.3}, 1.0),
    Recipe("zh", {"vcsum": 0.4}, 1.0),
    Recipe("short", {"fredsum": 0.3}, 10.0, 15),
)


@dataclass(frozen=True)
class Document:
    """A text with its signals (sentences x signals) and what people chose or wrote of it."""

    names: tuple[str, ...]
    signals: Floats
    words: list[list[str]]
    references: list[list[str]]
    labels: list[int]

    @classmethod
    def read(cls, row: dict[str, Any]) -> Document:
        """The Document of a row of a set."""
        language = row["lang"]
        found = signals_of(count_terms(row["sents"], language))
        words = [stems(words_of(s, language), language) for s in row["sents"]]
        references = [stems(words_of(r, language), language) for r in row.get("refs", ())]
        matrix = np.stack(list(found.values()), axis=1)
        return cls(tuple(found), matrix, words, references, row.get("labels") or [])

    def worth(self, cost: float) -> Floats:
        """What each sentence adds to a summary, in units of its spread."""
        if self.labels:
            return _standard(np.array(self.labels, dtype=np.float64))
        wanted: Counter[str] = Counter()
        for reference in self.references:
            wanted |= Counter(reference)
        gains = [(Counter(w) & wanted).total() - cost * len(w) for w in self.words]
        return _standard(np.maximum(gains, np.quantile(gains, FLOOR)))

    def figure(self, weights: Floats) -> float:
        """F1 at the number of marked sentences, or ROUGE-1 at the length of the references."""
        order = np.argsort(-np.round(self.signals @ weights, 9), kind="stable")
        if self.labels:
            best = order[: sum(self.labels)]
            return float(np.mean([self.labels[i] for i in best]))
        budget = round(sum(map(len, self.references)) / len(self.references))
        chosen = [w for i in order[:budget] for w in self.words[i]][:budget]
        return float(np.mean([_overlap(chosen, reference) for reference in self.references]))


def main(folder: str) -> None:
    """Prints the figures of held-back documents and writes the table."""
    columns: dict[str, Floats] = {}
    for recipe in RECIPES:
        names = recipe.costs
        sets = {n: list(_read(Path(folder) / f"{n}.jsonl", recipe.piece)) for n in names}
        signals = next(iter(sets.values()))[0].names
        columns.setdefault("plain", np.full(len(signals), 1 / len(signals)))
        _report(recipe, sets, columns["plain"])
        columns[recipe.column] = _fit(recipe, sets)
    lines = ["\t".join(["signal", *columns])]
    for i, signal in enumerate(signals):
        lines.append("\t".join([signal, *(f"{c[i]:.3f}" for c in columns.values())]))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _read(path: Path, piece: int | None) -> Iterator[Document]:
    """The Documents of a set; where they are cut, those pieces of which people chose a part."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        for part in _cut(row, piece) if piece else [row]:
            yield Document.read(part)


def _cut(row: dict[str, Any], piece: int) -> Iterator[dict[str, Any]]:
    number = max(1, round(len(row["sents"]) / piece))
    ends = [round(i * len(row["sents"]) / number) for i in range(number + 1)]
    for begin, end in pairwise(ends):
        labels = row["labels"][begin:end]
        if 0 < sum(labels) < len(labels):
            yield {"lang": row["lang"], "sents": row["sents"][begin:end], "labels": labels}


def _fit(recipe: Recipe, sets: dict[str, list[Document]]) -> Floats:
    """Weights that sum to 1 in size; each document and each set counts the same."""
    size = len(next(iter(sets.values()))[0].names)
    left, right = np.zeros((size, size)), np.zeros(size)
    for name, cost in recipe.costs.items():
        for document in sets[name]:
            share = 1 / (len(document.words) * len(sets[name]))
            centred = document.signals - document.signals.mean(axis=0)
            left += share * np.einsum("ij,ik->jk", centred, centred)
            right += share * np.einsum("ij,i->j", centred, document.worth(cost))
    weights = np.linalg.solve(left + recipe.ridge * len(recipe.costs) * np.eye(size), right)
    return np.asarray(weights / np.abs(weights).sum())


def _report(recipe: Recipe, sets: dict[str, list[Document]], plain: Floats) -> None:
    for name in recipe.costs:
        trained = _held_back(name, sets, lambda rest: _fit(recipe, rest))
        equal = _held_back(name, sets, lambda _: plain)
        print(f"{recipe.column} on {name}: held back {trained:.2f}, equal weights {equal:.2f}")


def _held_back(
    name: str,
    sets: dict[str, list[Document]],
    fit: Callable[[dict[str, list[Document]]], Floats],
) -> float:
    """The mean figure of the documents of a set, each by weights fitted without its fold."""
    figures: list[float] = []
    for fold in range(FOLDS):
        begin, end = (i * len(sets[name]) // FOLDS for i in (fold, fold + 1))
        weights = fit({**sets, name: sets[name][:begin] + sets[name][end:]})
        figures += [d.figure(weights) for d in sets[name][begin:end]]
    return 100 * float(np.mean(figures))


def _standard(values: Floats) -> Floats:
    deviation = float(values.std())
    return (values - values.mean()) / deviation if deviation else values * 0


def _overlap(found: Sequence[str], reference: Sequence[str]) -> float:
    hits = (Counter(found) & Counter(reference)).total()
    return 2 * hits / (len(found) + len(reference))


if __name__ == "__main__":
    main(*sys.argv[1:])
