"""Trains summarizer/data/salience.npz: which sentences readers want to see.

    OPENBLAS_NUM_THREADS=1 python -m tools.train_salience CLONES [OUTPUT]

CLONES holds a git clone of each repository of tools/salience/repositories.tsv, as OWNER+NAME/repo.
First come figures of documents held back: how well each mark is told, how good the choice is, by
kind and language, beside the first sentences, TextRank and the ranking alone, and how far two
readers agree. The weights that ship are fitted on all documents. Some minutes and half a GB.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.salience.documents import found_again, rebuild
from tools.salience.examples import Example, example_of
from tools.salience.marks import Document, written
from tools.salience.model import fit, write
from tools.salience.scores import (
    Score,
    agreement,
    choosers,
    mean,
    of_the_other_reader,
    score,
    separations,
)

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

DATA = Path(__file__).resolve().parents[1] / "summarizer" / "data"
FOLDS = 4


def main(clones: Path, output: Path) -> None:
    """Reads, says what comes out of documents held back, fits, writes."""
    public = rebuild(clones)
    print(f"{found_again(public):.2%} of the marks are found again")
    examples = [example_of(document) for document in [*public, *written()]]
    chances = held_back(examples)
    _print("AUC", separations(examples, chances))
    _print("F1 between two readers", agreement(public))
    _print("one reader of the other's choice", of_the_other_reader(public)._asdict())
    _report(examples, chances)
    print(f"{output}: {write(fit(examples), output)} n-grams")


def held_back(examples: Sequence[Example]) -> dict[str, Floats]:
    """The chances in each document by weights that were fitted without its fold, by its name."""
    chances: dict[str, Floats] = {}
    for fold in range(FOLDS):
        model = fit([e for i, e in enumerate(examples) if i % FOLDS != fold])
        chances |= {e.document.name: model.chances(e) for e in examples[fold::FOLDS]}
    return chances


def _report(examples: Sequence[Example], chances: Mapping[str, Floats]) -> None:
    """Prints what readers make of each way to choose, then the score by kind and language."""
    groups: dict[str, dict[str, list[Score]]] = defaultdict(lambda: defaultdict(list))
    for way, choose in choosers(chances).items():
        for example in examples:
            found = score(example.document, choose(example))
            for group in _groups(example.document):
                groups[group][way].append(found)
        _print(way, mean(groups["all"][way])._asdict())
    for group, ways in sorted(groups.items()):
        figures = {way: mean(scores).score for way, scores in ways.items()}
        _print(f"{group} ({len(ways['lead'])})", figures)


def _groups(document: Document) -> tuple[str, ...]:
    origin = "public" if document.is_public else "written"
    return "all", origin, f"kind {document.kind}", f"language {document.language}"


def _print(name: str, figures: Mapping[str, float]) -> None:
    print(f"{name:36}", *(f"{key} {value:.3g}" for key, value in figures.items()), sep="  ")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else DATA / "salience.npz")
