"""The door: whatever is sent, as text or bytes, becomes a Page or one clear sentence."""

from __future__ import annotations

from summarizer.captions import CAPTIONS
from summarizer.decode import decode, normalise
from summarizer.exports import documents, tables
from summarizer.formats import Format, read_best
from summarizer.model import Page
from summarizer.page import read_text

FORMATS = (
    *CAPTIONS,
    Format("JSON and other data", documents.sniff, documents.read),
    Format("tables", tables.sniff, tables.read),
)


def read_page(data: str | bytes, name: str | None = None) -> Page:
    """The page in ``data``; ``name`` is its file name, which may hold the video's id.

    Raises UnreadableError, with advice for the user, where there is none.
    """
    text = normalise(data) if isinstance(data, str) else decode(data)
    page = read_best(text, FORMATS) or read_text(text)
    return page
