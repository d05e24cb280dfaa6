"""A digest as a message that stands alone: in a chat of others, where no button can be pressed."""

from __future__ import annotations

from typing import Final

from handlers.message.rendering import render
from handlers.message.texts import Texts
from summarizer import Digest


def render_alone(digest: Digest, texts: Texts) -> str:
    """The digest as HTML, which says what was left out and sends nobody to a button for it."""
    return render(digest, _WithoutButtons(texts)).html


class _WithoutButtons(Texts):
    """The same texts, but for those that say what a button shows."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts.language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text called ``key``, or what stands for it here."""
        return super().__call__(_INSTEAD.get(key, key), **values)


_INSTEAD: Final = {
    "another-page": "another-page-alone",
    "more-description": "more-alone",
    "more-lines": "more-alone",
    "more-links": "more-alone",
    "more-quotes": "more-quotes-alone",
    "more-sentences": "more-sentences-alone",
}
