"""Tables of patterns: which comments laugh, weep, condemn, are ironic, or advertise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.data import rows
from summarizer.mood.comment_tokens import LONGEST


def laughs(texts: Sequence[str]) -> list[bool]:
    """Which hold laughter in any spelling: haha, jaja, kkk, ахах, ))), 草, ㅋㅋ, 😂."""
    return _found("laughter", texts)


def weeps(texts: Sequence[str]) -> list[bool]:
    """Which speak of tears, or show some: of sorrow or of joy."""
    return _found("tears", texts)


def without_tears(text: str) -> str:
    """``text`` without the words and faces that weep, in small letters."""
    small = text[:LONGEST].lower()
    for _, pattern in _rows("tears"):
        small = pattern.sub(" ", small)
    return small


def condemns(texts: Sequence[str]) -> list[bool]:
    """Which end in a verdict that leaves nothing open."""
    return _found("verdicts", texts)


def ironic(texts: Sequence[str]) -> list[bool]:
    """Which hold words, faces or scare quotes that often turn a remark round."""
    return _found("irony", texts)


def advertises(texts: Sequence[str]) -> list[bool]:
    """Which send the reader to a channel, a chat or easy money."""
    return _found("spam", texts)


def _found(table: str, texts: Sequence[str]) -> list[bool]:
    """Whether a pattern of the table is in each text.

    A pattern is only tried where one of its literals is there, and most literals are nowhere.
    """
    small = [text[:LONGEST].lower() for text in texts]
    whole = "\n".join(small)
    there = [(literal, pattern) for literal, pattern in _rows(table) if literal in whole]
    ascii_only = [(literal, pattern) for literal, pattern in there if literal.isascii()]
    return [_holds(text, ascii_only if text.isascii() else there) for text in small]


def _holds(text: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> bool:
    for literal, pattern in patterns:  # noqa: SIM110 - a third faster, and it runs often
        if literal in text and pattern.search(text):
            return True
    return False


@lru_cache(maxsize=8)
def _rows(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each literal of a table with the pattern of its line."""
    return tuple(
        (word, re.compile(pattern)) for words, pattern in rows(table) for word in words.split()
    )
