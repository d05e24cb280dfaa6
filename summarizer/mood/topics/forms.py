"""Whether a topic is one that is shown already, in another form or as a part of another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from summarizer.data import rows
from summarizer.mood.topics.phrases import Key
from summarizer.mood.topics.reading import is_known
from summarizer.rank.tokens import stems

HALF = 0.5
"""Share of a phrase's words, from which on, said already, it is the same topic again."""

PAIR = 2
"""Words of a phrase that is no topic beside one of them: "Joe" and "Joe Rogan"."""


def is_again(key: Key, shown: Sequence[Key], language: str | None) -> bool:
    """Whether ``key`` is a topic of those ``shown``: "drummer" of "drum", "tab" of "tablet"."""
    alone = frozenset(other[0] for other in shown if len(other) == 1)
    covered = {stem for other in shown for stem in other}
    covered.update(*(_clippings(language, stem) for stem in alone))
    if sum(stem in covered for stem in key) > HALF * len(key):
        return True
    if len(key) == 1:
        return is_known(key[0], alone)
    return len(key) == PAIR and not alone.isdisjoint(key)


@cache
def _clippings(language: str | None, stem: str) -> frozenset[str]:
    """The stems of the words that ``stem`` is cut from, and of those cut from it."""
    pairs = (stems(pair, language) for code, *pair in rows("clippings") if code == language)
    return frozenset(other for pair in pairs if stem in pair for other in pair)
