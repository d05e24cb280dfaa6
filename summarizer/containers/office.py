"""Documents that are packed XML: .docx, .odt, .pptx, .xlsx and .epub.

Read as a stream and with a bound: the libraries unpack whole packages, pictures and all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from zipfile import ZipFile

from summarizer.containers.unpack import read_member
from summarizer.containers.xmlstream import events
from summarizer.datafiles.records import read_records
from summarizer.datafiles.tables import as_records
from summarizer.formats import Reader
from summarizer.model import Page, UnreadableError

MOST_XML = 8_000_000
"""Bytes of a document's text with its marks: a thousand sheets of paper."""

_EMPTY = frozenset({"tab", "br", "cr", "line-break", "s"})
_SIGNS = {"tab": "\t", "s": " "}
_LAST_COLUMN = 16_384


class Package(NamedTuple):
    """A kind of document: the member that proves it and how its text is read."""

    proof: str
    read: Callable[[ZipFile, Reader], Page]


def read_package(pack: ZipFile, names: frozenset[str], read: Reader) -> Page | None:
    """The page in an office document, its text read by ``read``; None where it is none.

    Raises UnreadableError as ``read_member`` and ``read`` do.
    """
    for package in PACKAGES:
        if package.proof in names:
            return package.read(pack, read)
    return None


def _text(member: str, paragraphs: frozenset[str], words: str | None) -> Callable[..., Page]:
    """A reader of the paragraphs of one member; ``words`` is the element that holds text."""

    def page(pack: ZipFile, read: Reader) -> Page:
        return read(
            "\n".join(_paragraphs(read_member(pack, member, MOST_XML), paragraphs, words)), None
        )

    return page


def _paragraphs(data: bytes, paragraphs: frozenset[str], words: str | None) -> Iterator[str]:
    line: list[str] = []
    path: list[str] = []
    for kind, name, _ in events(data):
        if kind == "text":
            if (words is None and not paragraphs.isdisjoint(path)) or path[-1:] == [words]:
                line.append(name)
        elif kind == "start":
            path.append(name)
            if name in _EMPTY:
                line.append(_SIGNS.get(name, "\n"))
        else:
            del path[-1:]
            if name in paragraphs:
                yield "".join(line)
                line = []


def _sheet(pack: ZipFile, _: Reader) -> Page:
    """The first sheet of a workbook as a table of comments or cues."""
    names = sorted(n for n in pack.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n))
    shared: list[str] = []
    if "xl/sharedStrings.xml" in pack.namelist():
        strings = read_member(pack, "xl/sharedStrings.xml", MOST_XML)
        shared = list(_paragraphs(strings, frozenset({"si"}), "t"))
    rows = list(_rows(read_member(pack, names[0], MOST_XML), shared)) if names else []
    page = read_records(as_records(rows))
    if page is None:
        raise UnreadableError("This workbook holds no comments or captions: save them as .csv.")
    return page


def _rows(data: bytes, shared: list[str]) -> Iterator[list[str]]:
    row: dict[int, str] = {}
    kind = value = ""
    column = 0
    for event, name, attributes in events(data):
        if event == "start" and name == "c":
            kind, value = attributes.get("t", ""), ""
            column = _column(attributes.get("r", "")) or column + 1
        elif event == "text":
            value += name
        elif event == "end" and name == "c":
            row[column] = _cell(kind, value.strip(), shared)
        elif event == "end" and name == "row":
            yield [row.get(i, "") for i in range(1, max(row, default=0) + 1)]
            row, column = {}, 0


def _cell(kind: str, value: str, shared: list[str]) -> str:
    if kind != "s":
        return value
    return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""


def _column(reference: str) -> int:
    """The number of column "AB" in "AB12"; 0 where there is none or it is past the last."""
    number = 0
    for letter in reference[:3]:
        number = number * 26 + ord(letter) - 64 if "A" <= letter <= "Z" else number
    return number if number <= _LAST_COLUMN else 0


PACKAGES = (
    Package("word/document.xml", _text("word/document.xml", frozenset({"p"}), "t")),
    Package("xl/workbook.xml", _sheet),
    Package("content.xml", _text("content.xml", frozenset({"p", "h"}), None)),
)
