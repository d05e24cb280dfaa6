"""Praise so short that each of its words is known: "Super gemacht!", "Bravo, bien expliqué"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.data import rows
from summarizer.mood.patterns import laughs

LONGEST, MOST_WORDS = 80, 7
"""Characters and words of praise that says nothing else."""
EVERYWHERE = "*"
"""The language of words that belong to each of the others."""

_BETWEEN = re.compile(r"[\s.,!…:;–\"“”()।،؛❤👍🙏💯👏🔥\ufe0f\U0001f3fb-\U0001f3ff]+")


class Praise(NamedTuple):
    """The words of a language: what praises alone, what does beside others, and those others."""

    alone: frozenset[str]
    beside: frozenset[str]
    others: frozenset[str]


def praises(text: str) -> bool:
    """Whether ``text`` is praise and nothing else, in one of the languages of the table.

    A question is none, nor what laughs: that may be scorn.
    """
    if len(text) > LONGEST:
        return False
    said = {*_BETWEEN.split(text.lower().replace("’", "'"))} - {""}
    found = len(said) <= MOST_WORDS and any(_is_praise(said, words) for words in _words())
    return found and not laughs([text])[0]


def _is_praise(said: set[str], words: Praise) -> bool:
    if not said <= words.alone | words.beside | words.others:
        return False
    return not said.isdisjoint(words.alone) or (len(said) > 1 and not said.isdisjoint(words.beside))


@cache
def _words() -> tuple[Praise, ...]:
    table = {
        languages: Praise(*(frozenset(words.split()) for words in columns))
        for languages, *columns in rows("praise")
    }
    shared = table.pop(EVERYWHERE)
    return tuple(
        Praise(*(own | every for own, every in zip(words, shared, strict=True)))
        for words in table.values()
    )
