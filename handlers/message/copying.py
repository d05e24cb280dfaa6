"""A sentence of the page with its time and address, as a button copies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from handlers.message.blocks import shorten
from handlers.message.sections import at_time, title_of
from handlers.message.texts import Texts
from summarizer import Digest, Passage
from summarizer.clock import clock

if TYPE_CHECKING:  # the digest in a terminal is drawn without it
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

MOST_UNITS: Final = 256
"""What a button may copy (Bot API, CopyTextButton), in UTF-16 units to be safe."""
SHORTEST: Final = 40
"""Characters of a sentence below which an address takes up too much room."""


def copy_keyboard(
    digest: Digest, passages: Sequence[Passage], texts: Texts
) -> InlineKeyboardMarkup | None:
    """A button for each passage, in one row; None where there is none."""
    from telegram import InlineKeyboardMarkup

    row = [_button(digest, passage, texts) for passage in passages]
    return InlineKeyboardMarkup.from_row(row) if row else None


def copied(digest: Digest, passage: Passage, texts: Texts) -> str:
    """The passage in quotation marks, its time, and the address that opens the video there.

    Without an address, or with one that leaves no room for the words, the title stands for it.
    """
    start, url, (opening, closing) = passage.start, digest.url, texts.format.quotes
    before, after = ([one.text for one in side] for side in (passage.before, passage.after))
    text = " ".join(" ".join([*before, passage.text, *after]).split())
    time = [] if start is None else [clock(start)]
    address = [] if not url else [url if start is None else at_time(url, start)]
    if not address or _room([*time, *address]) < min(SHORTEST, _units(text)):
        address = [shorten(title_of(digest), SHORTEST)] if digest.title else []
    beside = [*time, *address]
    while _units(text) > _room(beside):
        text = shorten(text, min(len(text) - 1, _room(beside)))
    return _BETWEEN.join([f"{opening}{text}{closing}", *beside])


def _room(beside: Sequence[str]) -> int:
    """Units that are left for the words themselves."""
    return MOST_UNITS - _units(_BETWEEN.join(["“”", *beside]))


def _button(digest: Digest, passage: Passage, texts: Texts) -> InlineKeyboardButton:
    from telegram import CopyTextButton, InlineKeyboardButton

    timed = passage.start is not None
    key = "button-copy" if timed else "button-copy-quote"
    label = texts(key, time=clock(passage.start or 0.0))
    return InlineKeyboardButton(label, copy_text=CopyTextButton(copied(digest, passage, texts)))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "replace")) // 2


_BETWEEN: Final = " · "
