"""Languages by their English names."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def language_name(code: str) -> str:
    """The name of an ISO 639 code; the code itself where it is rare."""
    return _names().get(code, code)


def is_named(code: str) -> bool:
    """Whether ``code`` is a language that people are likely to meet."""
    return code in _names()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    table = files("summarizer").joinpath("data", "languages.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in table.splitlines())
