"""The door: whatever is sent, as text or bytes, becomes a Page or one clear sentence."""

from __future__ import annotations

from summarizer.model import Page
from summarizer.page import read_text


def read_page(data: str | bytes, name: str | None = None) -> Page:
    """The page in ``data``; ``name`` is its file name, which may hold the video's id.

    Raises UnreadableError, with advice for the user, where there is none.
    """
    del name
    return read_text(data if isinstance(data, str) else data.decode("utf-8", "replace"))
