"""Slurs: a comment with one is counted as any other, and quoted after the others."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain

from summarizer.data import rows

_ANY = "*"
_WORD = re.compile(r"[^\W\d_]+")
_DISGUISES = str.maketrans("013457@$", "oieastas")
"""Signs that are written for the letters they look like."""


def has_slur(text: str, language: str | None = None) -> bool:
    """Whether ``text`` has a slur of ``language``, or one that means nothing else in any."""
    words = {*_WORD.findall(_fold(text)), *_WORD.findall(_fold(text.translate(_DISGUISES)))}
    return not words.isdisjoint(_slurs(language or "en"))


def _fold(text: str) -> str:
    """Small letters without the marks on them."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _slurs(language: str) -> frozenset[str]:
    listed = (words.split() for code, words in rows("slurs") if code in {_ANY, language})
    return frozenset(map(_fold, chain.from_iterable(listed)))
