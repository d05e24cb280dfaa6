"""Languages by their English names."""

from __future__ import annotations

from functools import lru_cache

from summarizer.data import rows


def language_name(code: str) -> str:
    """The name of an ISO 639 code; the code itself where it is rare."""
    return _names().get(code, code)


def is_named(code: str) -> bool:
    """Whether ``code`` is a language that people are likely to meet."""
    return code in _names()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return dict(rows("languages"))
