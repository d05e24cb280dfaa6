"""What readers marked: documents.tsv, marks.tsv and written.jsonl, which marks.txt tells of."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parent
LETTERS = {"m": "main", "o": "outcome", "k": "key", "n": "never", "c": "choice"}
"""What one letter of the columns ``first`` and ``second`` says of a sentence."""
AGAIN = {"t": "thesis", "l": "needs"}
"""The same of the column ``again``."""
COUNTS = 3
"""Columns of documents.tsv that are numbers, the last ones."""
HASH = 8
"""Hexadecimal digits that are kept of a sentence."""


class Reading(NamedTuple):
    """The sentences, by number, that one reader marked as each of these."""

    main: frozenset[int]
    outcome: frozenset[int]
    key: frozenset[int]
    never: frozenset[int]
    choice: frozenset[int]

    @property
    def good(self) -> frozenset[int]:
        """All that are worth showing."""
        return self.main | self.outcome | self.key | self.choice


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences and what its readers made of them.

    ``number``: how many sentences a reader was asked to choose. ``thesis`` and ``needs`` are of a
    reading of their own: what says it most directly, and what is not understood alone.
    """

    name: str
    is_public: bool
    kind: str
    language: str
    title: str
    about: str
    number: int
    sentences: Sequence[str]
    readings: Sequence[Reading]
    thesis: frozenset[int]
    needs: frozenset[int]


class Entry(NamedTuple):
    """A row of documents.tsv: where a public document is, and how many sentences it had."""

    name: str
    kind: str
    language: str
    repository: str
    path: str
    part: str
    number: int
    sentences: int
    readers: int


class Mark(NamedTuple):
    """A row of marks.tsv: the sentence that stood at ``place``, and each reader's letters."""

    document: str
    place: int
    hash: str
    first: str
    second: str
    again: str


def entries(folder: Path = FOLDER) -> list[Entry]:
    """The public documents, in the order of their names."""
    rows = (
        (cells[:-COUNTS], map(int, cells[-COUNTS:])) for cells in _rows(folder, "documents.tsv")
    )
    return [Entry._make([*said, *counted]) for said, counted in rows]


def marks(folder: Path = FOLDER) -> dict[str, list[Mark]]:
    """Document -> its marks, in the order of the text."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for document, place, *rest in _rows(folder, "marks.tsv"):
        found[document].append(Mark(document, int(place), *rest))
    return found


def written() -> Iterator[Document]:
    """The documents that were written to be marked."""
    with (FOLDER / "written.jsonl").open(encoding="utf-8") as lines:
        yield from map(_document, map(json.loads, lines))


def hash_of(sentence: str) -> str:
    """What is kept of ``sentence``: enough to find it again, too little to read it."""
    return next(hashes_of([sentence]))


def hashes_of(words: Sequence[str]) -> Iterator[str]:
    """The hash of the first of ``words``, of the first two, and so on, as if of one sentence."""
    so_far = hashlib.sha256()
    for word in words:
        so_far.update("".join(filter(str.isalnum, word.casefold())).encode())
        yield so_far.hexdigest()[:HASH]


def _document(row: dict[str, Any]) -> Document:
    reading = Reading(*(frozenset(row.pop(mark)) for mark in LETTERS.values()))
    again: dict[str, Any] = {mark: frozenset(row.pop(mark)) for mark in AGAIN.values()}
    return Document(**row, **again, is_public=False, readings=[reading])


def _rows(folder: Path, name: str) -> Iterator[list[str]]:
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:])
