"""Fits summarizer/data/boundary.tsv: which words begin a sentence in captions without punctuation.

    python -m tools.train_boundary SUMMARY_FOLDER MOOD_FOLDER

SUMMARY_FOLDER holds train/qmsum.jsonl and fredsum.jsonl, MOOD_FOLDER goemotions.jsonl.gz and
umsab_fr.jsonl.gz. Punctuated text is made bare, as automatic captions are; logistic regression by
AdaGrad learns to put the sentence ends back. The F1 printed is of texts held back.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from summarizer.sentences.evidence import clues

if TYPE_CHECKING:
    from numpy.typing import NDArray

OUT = Path(__file__).resolve().parents[1] / "summarizer" / "data" / "boundary.tsv"
SPOKEN = {"en": "train/qmsum", "fr": "fredsum"}
WRITTEN = {"en": "goemotions", "fr": "umsab_fr"}
SEEN = 12
"""A clue must have been seen so often."""
SMALLEST = 0.3
"""A weight nearer to 0 is left out."""
STEPS, BATCH, RATE, DECAY = 4, 256, 0.1, 1e-5
HELD_BACK = 10
"""One text in so many is held back."""

_END = re.compile(r"(?<=[.!?…])[\"'»)]*\s+")
_NOISE = re.compile(r"@\w+|https?\S*|[^\w'’%$£€ ]+")


class Examples(NamedTuple):
    """``clues``: examples x kinds, numbers of the clues, 0 for a rare one; ``begins``: 0 or 1."""

    clues: NDArray[np.int64]
    begins: NDArray[np.float64]


def main(summary: str, mood: str) -> None:
    """Prints the F1 of each language and writes the table."""
    lines = ["# language\tclue\tweight"]
    for language in sorted(WRITTEN):
        texts = list(_texts(language, Path(summary), Path(mood)))
        counts = Counter(chain.from_iterable(c for t in texts for c in clues(_flow(t)[0])))
        names = sorted(clue for clue, n in counts.items() if n >= SEEN)
        kept = _examples((t for i, t in enumerate(texts) if i % HELD_BACK), names)
        weights, bias = _fit(kept, len(names) + 1)
        held = _examples(texts[::HELD_BACK], names)
        print(f"{language}: {len(texts)} texts, F1 held back {_f1(held, weights, bias):.3f}")
        lines.append(f"{language}\t\t{bias:.1f}")
        found = zip(names, weights[1:], strict=True)
        lines += [f"{language}\t{c}\t{w:.1f}" for c, w in found if abs(w) >= SMALLEST]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _texts(language: str, summary: Path, mood: Path) -> Iterator[list[list[str]]]:
    """Texts as sentences of bare words."""
    with (summary / f"{SPOKEN[language]}.jsonl").open(encoding="utf-8") as rows:
        yield from (_sentences(json.loads(row)["sents"]) for row in rows)
    with gzip.open(mood / f"{WRITTEN[language]}.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            sentences = _sentences(_END.split(json.loads(row)["text"]))
            if len(sentences) > 1:
                yield sentences


def _sentences(texts: Iterable[str]) -> list[list[str]]:
    bare = (_NOISE.sub(" ", re.sub(r"(?<=\d)[.,](?=\d)", "", text)).lower() for text in texts)
    return [words for text in bare if (words := text.split())]


def _flow(sentences: list[list[str]]) -> tuple[list[str], list[bool]]:
    """The words of a text one after another, and which of them begin a sentence."""
    begins = [i == 0 for sentence in sentences for i in range(len(sentence))]
    return [word for sentence in sentences for word in sentence], begins


def _examples(texts: Iterable[list[list[str]]], names: list[str]) -> Examples:
    """All places of ``texts`` but the first of each, where a sentence begins anyway."""
    number = {name: i for i, name in enumerate(names, 1)}
    rows: list[list[int]] = []
    begins: list[bool] = []
    for text in texts:
        words, marks = _flow(text)
        rows += [[number.get(c, 0) for c in found] for found in list(clues(words))[1:]]
        begins += marks[1:]
    return Examples(np.array(rows, dtype=np.int64), np.array(begins, dtype=np.float64))


def _fit(examples: Examples, size: int) -> tuple[NDArray[np.float64], float]:
    """Duchi, Hazan and Singer, "Adaptive Subgradient Methods" (2011)."""
    weights, squares = np.zeros(size), np.full(size, 1e-6)
    rate = examples.begins.mean()
    bias = float(np.log(rate / (1 - rate)))
    chance = np.random.default_rng(0)
    for _ in range(STEPS):
        order = chance.permutation(len(examples.begins))
        for i in range(0, len(order), BATCH):
            batch = order[i : i + BATCH]
            found = examples.clues[batch]
            errors = _chance(found, weights, bias) - examples.begins[batch]
            used, places = np.unique(found.ravel(), return_inverse=True)
            places = places.ravel()
            errors = np.repeat(errors, found.shape[1])
            slope = np.bincount(places, errors) + DECAY * BATCH * weights[used]
            squares[used] += slope * slope
            weights[used] -= RATE * slope / np.sqrt(squares[used])
            weights[0] = 0.0
            bias -= 0.01 * float(errors.mean())
    return weights, bias


def _chance(found: NDArray[np.int64], weights: NDArray[np.float64], bias: float) -> Any:  # noqa: ANN401
    return 1 / (1 + np.exp(-(bias + weights[found].sum(axis=1))))


def _f1(examples: Examples, weights: NDArray[np.float64], bias: float) -> float:
    """At a chance of 0.4, where misses and false alarms balance."""
    said = _chance(examples.clues, weights, bias) > 0.4
    return float(2 * (said * examples.begins).sum() / (said.sum() + examples.begins.sum()))


if __name__ == "__main__":
    main(*sys.argv[1:])
