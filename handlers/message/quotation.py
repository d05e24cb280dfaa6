"""Words of the page between the quotation marks of the reader's language."""

from __future__ import annotations

from handlers.message.blocks import Line, plain, quoted
from handlers.message.texts import Texts


def quotation(text: str, texts: Texts) -> Line:
    """The words, word for word, between the marks."""
    opening, closing = texts.format.quotes
    return (plain(opening), quoted(text), plain(closing))
