"""Documents that are packed XML: .docx, .odt, .pptx, .xlsx and .epub.

Read as a stream and with a bound: the libraries unpack whole packages, pictures and all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from zipfile import ZipFile

from summarizer.containers.books import CONTAINER, read_book
from summarizer.containers.paragraphs import OPEN_DOCUMENT, WORD, paragraphs
from summarizer.containers.slides import SHOW, read_slides
from summarizer.containers.titles import (
    drawn_title,
    is_title,
    stated_title,
    take_title,
    title_styles,
    titled,
)
from summarizer.containers.unpack import read_member
from summarizer.containers.workbook import read_workbook
from summarizer.formats import Reader
from summarizer.model import Page, UnreadableError
from summarizer.xmlstream import events

MOST_XML = 8_000_000
"""Bytes of a document's text with its marks: a thousand sheets of paper."""

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_SAVE_TABLE = UnreadableError("spreadsheet-unknown")


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


def _word(pack: ZipFile, read: Reader) -> Page:
    body = read_member(pack, "word/document.xml", MOST_XML)
    page = read("\n".join(paragraphs(events(body), WORD)), None)
    drawn = drawn_title(events(body), _title_styles(pack))
    stated = stated_title(pack, "docProps/core.xml")
    return take_title(page, stated if is_title(stated) else drawn, drawn)


def _title_styles(pack: ZipFile) -> frozenset[str]:
    """What the document calls Word's style of a title; empty where its styles cannot be read."""
    try:
        return title_styles(events(read_member(pack, "word/styles.xml", MOST_XML)))
    except UnreadableError:
        return frozenset()


def _open_document(pack: ZipFile, read: Reader) -> Page:
    """Texts and presentations; a spreadsheet's cells would come one below another."""
    if "mimetype" in pack.namelist() and read_member(pack, "mimetype", 200).startswith(
        _SPREADSHEET
    ):
        raise _SAVE_TABLE
    stream = events(read_member(pack, "content.xml", MOST_XML))
    page = read("\n".join(paragraphs(stream, OPEN_DOCUMENT)), None)
    return titled(page, stated_title(pack, "meta.xml"))


def _refuse_table(*_: object) -> Page:
    raise _SAVE_TABLE


PACKAGES = (
    Package("word/document.xml", _word),
    Package("xl/workbook.xml", read_workbook),
    Package("xl/workbook.bin", _refuse_table),
    Package(SHOW, read_slides),
    Package(CONTAINER, read_book),
    Package("content.xml", _open_document),
)
