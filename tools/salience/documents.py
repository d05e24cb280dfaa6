"""Rebuilds the marked public documents: python -m tools.salience.documents CLONES.

CLONES holds a git clone of each repository of repositories.tsv, bare or not, as
OWNER+NAME/repo. Prints the share of marks that were found again.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

from summarizer import split_sentences
from summarizer.model import Cue
from tools.boundary.snapshots import contents
from tools.salience.marks import (
    AGAIN,
    FOLDER,
    LETTERS,
    Document,
    Entry,
    Mark,
    Reading,
    entries,
    hash_of,
    hashes_of,
    marks,
)
from tools.salience.repositories import READERS, Source

SHORTEST = 4
"""Words by which a part of a sentence is known."""

Placed = Sequence[tuple[int, Mark]]
"""Marks, each with the number of its sentence today."""


def rebuild(clones: Path, tables: Path = FOLDER) -> list[Document]:
    """The public documents by name, with their marks where the sentences are today.

    A file that is gone is left out. Raises SystemExit where a repository is not among ``clones``.
    """
    known = marks(tables)
    sources = _sources(clones, entries(tables))
    documents = (annotate(entry, source, known[entry.name]) for entry, source in sources)
    return sorted(documents, key=attrgetter("name"))


def annotate(entry: Entry, source: Source, known: Sequence[Mark]) -> Document:
    """The Document of ``source``, cut as the product cuts it, with the marks ``known`` of it."""
    cut = split_sentences([Cue(turn) for turn in source.turns], entry.language)
    sentences = [sentence.text for sentence in cut]
    placed = list(place(known, sentences))
    columns = ("first", "second")[: entry.readers]
    readings = [[_having(placed, column, letter) for letter in LETTERS] for column in columns]
    thesis, needs = (_having(placed, "again", letter) for letter in AGAIN)
    return Document(
        name=entry.name,
        is_public=True,
        kind=entry.kind,
        language=entry.language,
        title=source.title,
        about="",
        number=entry.number,
        sentences=sentences,
        readings=[Reading(*marked) for marked in readings],
        thesis=thesis,
        needs=needs,
    )


def place(known: Sequence[Mark], sentences: Sequence[str]) -> Iterator[tuple[int, Mark]]:
    """Each mark with the nearest sentence that has its hash, or else a run of words with it.

    Where long sentences are cut is what changes most. A mark of words that are gone is left out.
    """
    whole = _places((hash_of(sentence), i) for i, sentence in enumerate(sentences))
    lost = {mark.hash for mark in known} - whole.keys()
    parts = _places((found, i) for found, i in _runs(sentences if lost else ()) if found in lost)
    for found in known:
        if same := whole.get(found.hash) or parts.get(found.hash):
            yield _nearest(same, found.place), found


def found_again(documents: Iterable[Document], tables: Path = FOLDER) -> float:
    """The share of all marks whose words are in ``documents``."""
    known = marks(tables)
    found = (place(known[document.name], document.sentences) for document in documents)
    return sum(len(list(placed)) for placed in found) / sum(map(len, known.values()))


def _nearest(places: Sequence[int], wanted: int) -> int:
    return min(places, key=lambda place: abs(place - wanted))


def _places(found: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for key, i in found:
        places[key].append(i)
    return places


def _runs(sentences: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The hash of each run of words with the number of its sentence."""
    for i, sentence in enumerate(sentences):
        words = sentence.split()
        for begin in range(len(words) - SHORTEST + 1):
            found = hashes_of(words[begin:])
            yield from ((key, i) for key in islice(found, SHORTEST - 1, None))


def _sources(clones: Path, wanted: Sequence[Entry]) -> Iterator[tuple[Entry, Source]]:
    by_repository = attrgetter("repository")
    for name, group in groupby(sorted(wanted, key=by_repository), by_repository):
        listed = list(group)
        texts = contents(_clone(clones, name), [entry.path for entry in listed])
        for entry, text in zip(listed, texts, strict=True):
            if text:
                yield entry, READERS[name](text, entry.part)


def _clone(clones: Path, repository: str) -> Path:
    folder = clones / repository.replace("/", "+") / "repo"
    if not folder.is_dir():
        raise SystemExit(f"No clone yet: git clone https://github.com/{repository} {folder}")
    return folder


def _having(placed: Placed, column: str, letter: str) -> frozenset[int]:
    return frozenset(at for at, mark in placed if letter in getattr(mark, column))


if __name__ == "__main__":
    print(f"{found_again(rebuild(Path(sys.argv[1]))):.2%} of the marks are found again")
