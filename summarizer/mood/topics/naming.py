"""Whether a word or phrase names something, by the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from summarizer.data import rows
from summarizer.mood.topics.phrases import Key
from summarizer.mood.topics.reading import Said

DONE, SPOKEN_TO = 0.2, 0.3
"""Share of its uses from which on a word may be one of what is done, and from which on it is the
name of somebody who is spoken to."""


def names_something(key: Key, uses: Sequence[tuple[Said, int]], language: str | None) -> bool:
    """Whether ``key`` names a thing, by all comments that use it and its place in each.

    Not if it is more often done ("I predict") or has a degree ("so slow") than it is a thing ("the
    forecast"), nor if it is spoken to ("thanks Carlos").
    """
    signs = _signs(language or "en")
    if len(key) == 1 and any(one.words[at] in signs for one, at in uses):
        return False
    before = (signs.get("".join(one.words[max(at - 1, 0) : at]), "") for one, at in uses)
    found = Counter(before)
    called = sum(_is_called(one, at, at + len(key)) for one, at in uses)
    otherwise = found["done"] + found["degree"]
    is_thing = otherwise <= max(found["thing"], DONE * len(uses))
    return is_thing and found["spoken to"] + called < SPOKEN_TO * len(uses)


def _is_called(one: Said, begin: int, end: int) -> bool:
    """Whether a comment begins with the words, and a comma after them."""
    return begin == 0 and one.comment.text[len(" ".join(one.words[:end])) :].startswith(",")


@cache
def _signs(language: str) -> Mapping[str, str]:
    """What each word tells of the one after it."""
    own = (row for row in rows("noun_signs") if row[0] == language)
    return {word: sign for _, sign, words in own for word in words.split()}
