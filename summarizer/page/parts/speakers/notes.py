"""What stands behind a name before its colon: a note in brackets, or what somebody is there."""

from __future__ import annotations

import re

from summarizer.page.parts.speakers.shapes import Shape, shape_of

NOTE = re.compile(r"[(\[（]([^()\[\]（）\n]{1,40})[)\]）]$")
"""A note in brackets at the end of a text."""

# What tells one of two customers from the other.
_SIGN = re.compile(
    r"[(（](?:[여남女男]|여성|남성|여자|남자|女性|男性|[mfwhжмkn]|\d{1,2})[)）]", re.IGNORECASE
)
_POST = re.compile(r"([^,:]{2,50}), ([^:]{2,60})")
_MOST_WORDS = 4


def is_sign(note: re.Match[str]) -> bool:
    """Whether a note says which of several somebody is: "Customer (f)"."""
    return _SIGN.fullmatch(note[0]) is not None


def with_sign(words: tuple[str, ...], note: re.Match[str]) -> tuple[str, ...]:
    """``words`` with the sign behind them, as it is written."""
    is_apart = note.string[: note.start()].endswith((" ", "\t"))
    return (*words, note[0]) if is_apart else (*words[:-1], f"{words[-1]}{note[0]}")


def without_post(text: str) -> str:
    """The name in a ``text`` like "ANNA BERG, HOST" or "Anna Berg, Moderator"; others as they are.

    Radio and television write it so where somebody speaks first, in capitals whatever the post is.
    """
    found = _POST.fullmatch(text)
    if not found or len(found[1].split()) > _MOST_WORDS:
        return text
    is_shouted = text.upper() == text != text.lower()
    is_post = is_shouted or shape_of(found[2].split()) is Shape.ROLE
    return found[1] if is_post else text
