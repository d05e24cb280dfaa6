"""Where a sentence may begin in a language without a model: the words before and after a cut."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from summarizer.data import rows

ODDS = {"begins": 0.5, "never ends": -3.0}
"""The log-odds of a cut before a word, and after one."""


def beginnings(words: Sequence[str], language: str | None) -> list[float]:
    """The log-odds that a sentence begins with each of ``words``; 0 where nothing is known."""
    known = _cue_words().get(language or "", {})
    begins, ends = known.get("begins", frozenset()), known.get("never ends", frozenset())
    return [
        ODDS["begins"] * (word in begins) + ODDS["never ends"] * (last in ends)
        for last, word in pairwise(["", *(word.lower() for word in words)])
    ]


@lru_cache(maxsize=1)
def _cue_words() -> dict[str, dict[str, frozenset[str]]]:
    """Language -> what the words do -> the words."""
    table: dict[str, dict[str, frozenset[str]]] = {}
    for languages, what, words in rows("cue_words"):
        for language in languages.split():
            table.setdefault(language, {})[what] = frozenset(words.split())
    return table
