"""Trains summarizer/data/boundary_*.npz: where sentences begin in captions without punctuation.

    python -m tools.train_boundary texts WORK MIRROR KIT [LANGUAGE...]
    python -m tools.train_boundary fit WORK NAME
    python -m tools.train_boundary pack WORK NAME
    python -m tools.train_boundary silence WORK MIRROR

WORK is a folder for what lies between, MIRROR one of git snapshots (owner+name/repo), KIT the data
of the benchmark, of which no document is learnt. NAME is that of a model, as "en". ``fit`` needs
tools/requirements-train.txt, takes up again where it stopped, and less than half an hour.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarizer.sentences.tagger import MODELS
from tools.boundary.corpus import Corpus, build, shingles_of, texts_of
from tools.boundary.texts import SOURCES

if TYPE_CHECKING:
    from tools.boundary.net import Shape

DATA = Path(__file__).resolve().parents[1] / "summarizer" / "data"
STEPS = {"en": 3600, "de": 2000, "es": 1600, "fr": 2400, "pt": 1200, "pl_ru": 1200, "it_tr": 900}
"""Of each model: the more words there are to learn from, the more."""
FEWER_WORDS = {"it_tr": 18432}
"""Rows of words of a model that has not the usual number."""


def texts(work: str, mirror: str, kit: str, *languages: str) -> None:
    """Makes the corpora."""
    judged = shingles_of(texts_of(Path(kit)))
    for language in languages or SOURCES:
        parts = build(language, Path(mirror), judged)
        for name, corpus in zip(("learnt", "held"), parts, strict=True):
            np.savez(Path(work) / f"{language}-{name}.npz", **corpus._asdict())


def fit(work: str, name: str) -> None:
    """Learns, and says how well the net does on what was held back."""
    from tools.boundary.fit import fit as learn
    from tools.boundary.scores import report

    folder = Path(work) / name
    folder.mkdir(exist_ok=True)
    corpora = {language: _corpus(work, language, "learnt") for language in _languages(name)}
    net = learn(corpora, _shape(name), STEPS[name], folder)
    for language in corpora:
        report(net, _corpus(work, language, "held"), language)


def pack(work: str, name: str) -> None:
    """Writes the weights into the program."""
    from tools.boundary.net import Net
    from tools.boundary.pack import load, write

    net = load(Path(work) / name / "checkpoint.pt", Net(_shape(name)))
    write(net, DATA / f"boundary_{name}.npz")


def silence(work: str, mirror: str) -> None:
    """Says what a silence between two cues weighs, by the weights in the program."""
    from tools.boundary.silence import calls, weigh

    del work
    print(weigh(list(calls(Path(mirror)))))


COMMANDS: dict[str, Callable[..., None]] = {
    "texts": texts,
    "fit": fit,
    "pack": pack,
    "silence": silence,
}


def _languages(name: str) -> list[str]:
    return [language for language, model in MODELS.items() if model == name]


def _shape(name: str) -> Shape:
    from tools.boundary.net import Shape

    return Shape(words=FEWER_WORDS.get(name, Shape().words))


def _corpus(work: str, language: str, part: str) -> Corpus:
    return Corpus(**np.load(Path(work) / f"{language}-{part}.npz"))


if __name__ == "__main__":
    COMMANDS[sys.argv[1]](*sys.argv[2:])
