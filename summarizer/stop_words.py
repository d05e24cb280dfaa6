"""Words without content, for ranking sentences and for what comments speak of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.data import rows


class _Words(NamedTuple):
    """Words of a language: those of all texts, those of comments only."""

    everywhere: frozenset[str] = frozenset()
    in_comments: frozenset[str] = frozenset()


@lru_cache(maxsize=128)
def stop_words(language: str | None, *, comments: bool = False) -> frozenset[str]:
    """The words of ``language`` that neither name nor judge anything; empty where none is listed.

    ``comments``: those that say nothing in a comment too, short and full of talk as it is. In small
    letters, by `str.lower` and by `str.casefold`, with both kinds of apostrophe.
    """
    words = _table().get(language or "", _Words()).everywhere
    if comments:
        words = words.union(_table()["*"].in_comments, *_table().get(language or "", _Words()))
    small = words | {word.casefold() for word in words}
    return small | {word.replace("'", "’") for word in small}


@cache
def _table() -> dict[str, _Words]:
    return {
        language: _Words(*(frozenset(words.split()) for words in lists))
        for language, *lists in rows("stop_words")
    }
