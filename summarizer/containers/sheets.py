"""What of a workbook's XML may be given to a library that believes all that it says.

calamine keeps a sheet as a full grid from its first cell to its last, each shared string once for
each cell, and room for as many strings as the file promises: a file of a kilobyte makes it ask for
terabytes, and a Rust program that gets no memory ends. So sheets are cut before they are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from summarizer.model import UnreadableError

MOST_CELLS = 1_500_000
"""Cells of all sheets together, empty ones inside a sheet's frame too."""

A_ROW = 4
"""Cells that a row counts for besides its own: a list for each, however empty."""

MOST_LETTERS = 15_000_000
"""Bytes of the shared strings of all cells together."""

MOST_ROWS = 50_000
"""Rows of all sheets together."""

_PREFIX = rb"(?:[\w.-]{1,40}:)?"
_ATTRIBUTE = rb"\s{1,20}[\w:.-]{1,80}\s?=\s?(?:\"[^\"<>]{0,9000}\"|'[^'<>]{0,9000}')"
_TAG = re.compile(
    rb"<(?:\?xml[^<>]{0,200}\?|/?[\w:.-]{1,80}(?:" + _ATTRIBUTE + rb"){0,60}\s{0,20}/?)>"
)
_ROW = re.compile(rb"<" + _PREFIX + rb"row[\s/>]")
_CELL = re.compile(rb"<" + _PREFIX + rb"c[\s/>]")
_PLACED = re.compile(
    rb"<" + _PREFIX + rb"c(?:" + _ATTRIBUTE + rb"){0,60}?\s{1,20}r\s?=\s?[\"'][A-Za-z]"
)
_PLACED_ROW = re.compile(
    rb"<" + _PREFIX + rb"row(?:" + _ATTRIBUTE + rb"){0,60}?\s{1,20}r\s?=\s?[\"']\d"
)
_EMPTY = re.compile(rb"<" + _PREFIX + rb"c(?:" + _ATTRIBUTE + rb"){0,60}\s{0,20}/>")
_PLACE = re.compile(rb"\sr\s?=\s?[\"']([A-Za-z]*)(\d*)")
_INDEX = re.compile(rb"<" + _PREFIX + rb"v(?:\s[^<>]*)?>([^<]+)")
_STRING = re.compile(rb"<" + _PREFIX + rb"si[\s/>]")
_LIST = re.compile(rb"<(" + _PREFIX + rb")sst\b[^<>]*?(/?)>")
_ROOT = re.compile(rb"<(" + _PREFIX + rb")sheetData[\s/>]")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384  # of any workbook, ECMA-376 part 1, 18.3.1
_UNUSUAL = UnreadableError("workbook-unusual")


class Sheet(NamedTuple):
    """A sheet's XML, of its ``rows`` the first ``kept``."""

    xml: bytes
    kept: int
    rows: int


@dataclass(slots=True)
class Budget:
    """What may still be read of a workbook."""

    rows: int = MOST_ROWS
    cells: int = MOST_CELLS
    letters: int = MOST_LETTERS


@dataclass(slots=True)
class _Frame:
    """How far a sheet's cells reach at most; ``at`` is the row that was read last."""

    at: int = 0
    height: int = 0
    width: int = 0
    letters: int = 0
    strings: list[int] = field(default_factory=list)

    @property
    def cells(self) -> int:
        """What calamine keeps of the sheet, and what becomes of it."""
        return self.height * (self.width + A_ROW)

    def grown(self, xml: bytes) -> _Frame:
        """The frame with more of the sheet; cells that only have a style do not count."""
        full = _EMPTY.sub(b"", xml) if b"/>" in xml else xml
        places = _PLACE.findall(full)
        may_be_placed = full is not xml or bool(places)
        below = max((_number(digits) for digits in {digits for _, digits in places}), default=0)
        right = max((_column(letters) for letters in {letters for letters, _ in places}), default=0)
        placed = len(_PLACED.findall(xml)) if may_be_placed else 0
        placed_rows = len(_PLACED_ROW.findall(xml)) if may_be_placed else 0
        unplaced = len(_CELL.findall(xml)) - placed
        at = max(self.at, below) + len(_ROW.findall(xml)) - placed_rows
        return _Frame(
            at,
            at if _CELL.search(full) else self.height,
            max(self.width, right + unplaced),
            self.letters + sum(map(self._length, _INDEX.findall(xml))),
            self.strings,
        )

    def _length(self, index: bytes) -> int:
        """Bytes of the shared string that a value names; of the longest if it is not plain."""
        if b"&" in index:
            return max(self.strings, default=0)
        digits = index.strip().lstrip(b"+")
        number = _number(digits) if digits.isdigit() else len(self.strings)
        return self.strings[number] if number < len(self.strings) else 0


def plain(xml: bytes) -> bytes:
    """``xml`` if it is tags and text alone, as every program writes workbooks.

    Raises UnreadableError for comments, CDATA, entities declared, tags of many attributes: one
    reader may take them for what another does not.
    """
    if b"<" in _TAG.sub(b"", xml) or b"\0" in xml:
        raise _UNUSUAL
    return xml


def unpromised(strings: bytes) -> bytes:
    """The list of shared strings without how many there are to be; other XML as it is."""
    return _LIST.sub(rb"<\1sst\2>", strings)


def lengths(parts: Iterable[bytes]) -> list[int]:
    """Bytes of each shared string, its marks counted too; UnreadableError for several lists."""
    lists = [xml for xml in parts if _LIST.search(xml)]
    if len(lists) > 1:
        raise _UNUSUAL
    strings = b"".join(lists)
    starts = [tag.start() for tag in _STRING.finditer(strings)]
    return [end - start for start, end in pairwise([*starts, len(strings)])]


def cut_sheet(xml: bytes, strings: list[int], budget: Budget) -> Sheet:
    """The first rows of a sheet that ``budget`` has room for; it is spent on them."""
    starts = [row.start() for row in _ROW.finditer(xml)]
    kept = min(len(starts), budget.rows)
    most = xml if kept == len(starts) else xml[: starts[kept]]
    frame = _Frame(strings=strings).grown(most)
    if _is_too_much(frame, budget):
        frame, kept = _first_rows(most, starts[:kept], _Frame(strings=strings), budget)
    budget.rows -= kept
    budget.cells -= frame.cells
    budget.letters -= frame.letters
    return Sheet(xml if kept == len(starts) else _closed(xml, starts[kept]), kept, len(starts))


def _first_rows(xml: bytes, starts: list[int], frame: _Frame, budget: Budget) -> tuple[_Frame, int]:
    """The frame of the rows that there is room for, and how many they are."""
    frame = frame.grown(xml[: starts[0] if starts else len(xml)])
    if _is_too_much(frame, budget):
        raise _UNUSUAL  # cells outside of any row
    for number, (start, end) in enumerate(pairwise([*starts, len(xml)])):
        grown = frame.grown(xml[start:end])
        if _is_too_much(grown, budget):
            return frame, number
        frame = grown
    return frame, len(starts)


def _is_too_much(frame: _Frame, budget: Budget) -> bool:
    if frame.height > _LAST_ROW + 1 or frame.width > _LAST_COLUMN:
        return True
    return frame.letters > budget.letters or frame.cells > budget.cells


def _closed(xml: bytes, end: int) -> bytes:
    """A sheet that ends before the row at ``end``."""
    root = _ROOT.search(xml)
    prefix = root[1] if root else b""
    return xml[:end] + b"</" + prefix + b"sheetData></" + prefix + b"worksheet>"


def _number(digits: bytes) -> int:
    """A number, of its first ten digits: so many are past every limit."""
    plain_digits = digits.lstrip(b"0")
    return int(plain_digits[:10] or b"0")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:4]:
        number = number * 26 + letter - 64
    return number
