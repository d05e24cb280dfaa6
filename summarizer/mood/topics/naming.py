"""Whether a word or phrase names something, by the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from summarizer.data import rows
from summarizer.mood.topics.phrases import Key
from summarizer.mood.topics.uses import Use

DONE, SPOKEN_TO = 0.2, 0.3
"""Share of its uses from which on a word may be one of what is done, and from which on it is the
name of somebody who is spoken to."""


def names_something(key: Key, uses: Sequence[Use], language: str | None) -> bool:
    """Whether ``key`` names a thing, by all its uses.

    Not if it is more often done ("I predict") or has a degree ("so slow") than it is a thing ("the
    forecast"), nor if it is spoken to ("thanks Carlos").
    """
    signs = _signs(language or "en")
    if len(key) == 1 and any(one.words[place.start] in signs for one, place in uses):
        return False
    before = (_before(use, signs) for use in uses)
    found = Counter(before)
    called = sum(map(_is_called, uses))
    otherwise = found["done"] + found["degree"]
    is_thing = otherwise <= max(found["thing"], DONE * len(uses))
    return is_thing and found["spoken to"] + called < SPOKEN_TO * len(uses)


def _before(use: Use, signs: Mapping[str, str]) -> str:
    """What the word before a topic tells of it."""
    begin = use.place.start
    return signs.get(use.one.words[begin - 1], "") if begin else ""


def _is_called(use: Use) -> bool:
    """Whether a comment begins with the words, and a comma after them."""
    one, place = use
    written = " ".join(one.words[: place.stop])
    return place.start == 0 and one.comment.text[len(written) :].startswith(",")


@cache
def _signs(language: str) -> Mapping[str, str]:
    """What each word tells of the one after it."""
    own = (row for row in rows("noun_signs") if row[0] == language and row[1] != "states")
    return {word: sign for _, sign, words in own for word in words.split()}
