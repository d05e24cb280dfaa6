"""The page in a PDF, by pypdf."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.containers.pdf.columns import in_order
from summarizer.containers.pdf.running import without_running_lines
from summarizer.containers.pdf.sheets import EnoughError, Sheet, read_sheets
from summarizer.containers.pdf.title import drawn_title
from summarizer.containers.pdf.words import as_written, on_one_line
from summarizer.containers.titles import is_title, take_title
from summarizer.formats import Reader
from summarizer.model import Omission, Page, UnreadableError

if TYPE_CHECKING:
    from pypdf import PdfReader

# pypdf reads broken files leniently; what its parts then raise is not its own kind of error.
_BROKEN = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError,
    RecursionError, NotImplementedError, OSError, EOFError, zlib.error, struct.error,
)  # fmt: skip
_NO_TEXT = UnreadableError("pdf-without-text")


def read_pdf(data: bytes, read: Reader) -> Page:
    """The page in a PDF, its text read by ``read``; UnreadableError where it has no text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    sheets: list[Sheet] = []
    stated = ""
    gaps: tuple[Omission, ...] = (Omission("cut-off"),)
    try:
        reader = PdfReader(BytesIO(data))
        gaps = tuple(read_sheets(reader, sheets))
        stated = _stated_title(reader)
    except (*_BROKEN, PyPdfError, EnoughError):
        pass
    page = _read(sheets, stated, read)
    return replace(page, omissions=(*page.omissions, *gaps))


def _stated_title(reader: PdfReader) -> str:
    return str((reader.metadata and reader.metadata.title) or "")


def _read(sheets: list[Sheet], stated: str, read: Reader) -> Page:
    """The page in the sheets, by the title that is stated or else drawn largest."""
    drawn = " ".join(as_written(drawn_title(sheets)).split())
    text = as_written("\n".join(map(in_order, without_running_lines(sheets))))
    if not text.strip():
        raise _NO_TEXT
    page = read(on_one_line(drawn, text), None)
    return take_title(page, stated if is_title(stated) else drawn, drawn)
