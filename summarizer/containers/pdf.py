"""The text of a PDF, by pypdf."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from summarizer.containers.titles import titled
from summarizer.formats import Reader
from summarizer.model import Omission, Page, UnreadableError

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 150
MOST_STEPS = 250_000
"""Drawing instructions followed: a few seconds of work, and an end to forms that draw forms."""

MOST_CONTENT = 3_000_000
"""Bytes of instructions, unpacked, of all sheets: some hundred of a transcript."""

# pypdf reads broken files leniently; what its parts then raise is not its own kind of error.
_BROKEN = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError,
    RecursionError, NotImplementedError, OSError, EOFError, zlib.error, struct.error,
)  # fmt: skip
_NO_TEXT = UnreadableError(
    "This PDF holds no text that can be read: copy the page's text and paste it instead."
)


class _EnoughError(Exception):
    """The budget of instructions is used up."""


def read_pdf(data: bytes, read: Reader) -> Page:
    """The page in a PDF, its text read by ``read``; UnreadableError where it has no text."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    sheets: list[str] = []
    title = ""
    gaps: tuple[Omission, ...] = (Omission("cut-off"),)
    try:
        reader = PdfReader(BytesIO(data))
        gaps = tuple(_follow(reader, sheets))
        title = _stated_title(reader)
    except (*_BROKEN, PyPdfError, _EnoughError):
        pass
    text = "\n".join(sheets)
    if not text.strip():
        raise _NO_TEXT
    page = titled(read(text, None), title)
    return replace(page, omissions=(*page.omissions, *gaps))


def _stated_title(reader: PdfReader) -> str:
    return str((reader.metadata and reader.metadata.title) or "")


def _follow(reader: PdfReader, into: list[str]) -> Iterator[Omission]:
    """Add the text of the first sheets to ``into``; what is left out."""
    steps, left = 0, MOST_CONTENT

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            raise _EnoughError

    for number, sheet in enumerate(reader.pages):
        content = sheet.get_contents()
        left -= len(content.get_data()) if content is not None else 0
        if number == MOST_PAGES or left < 0:
            break
        into.append(sheet.extract_text(visitor_operand_before=count))
    if len(into) < len(reader.pages):
        yield Omission("too-long", len(into), len(reader.pages))
