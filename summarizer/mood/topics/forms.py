"""Whether a topic is one that is shown already, in another form or as a part of another."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from summarizer.mood.topics.phrases import Key
from summarizer.mood.topics.reading import clippings, is_known

HALF = 0.5
"""Share of a phrase's words, from which on, said already, it is the same topic again."""

PAIR = 2
"""Words of a phrase that is no topic beside one of them: "Joe" and "Joe Rogan"."""


def is_again(key: Key, shown: Sequence[Key], language: str | None) -> bool:
    """Whether ``key`` is a topic of those ``shown``: "drummer" of "drum", "tab" of "tablet".

    Two things that begin with one name are one: "Nook tablet" and "Nook color".
    """
    alone = frozenset(other[0] for other in shown if len(other) == 1)
    covered = {stem for other in shown for stem in other}
    covered.update(*(clippings(language).get(stem, ()) for stem in alone))
    if sum(stem in covered for stem in key) > HALF * len(key):
        return True
    if len(key) == 1:
        return is_known(key[0], alone)
    if any(len(other) > 1 and other[0] == key[0] for other in shown):
        return True
    return len(key) == PAIR and not alone.isdisjoint(key)


def is_said_in(phrase: str, known: str) -> bool:
    """Whether ``known`` has the letters of ``phrase``, whatever stands between: "RX8" of "RX-8"."""
    return _letters(phrase) in _letters(known)


def is_doubled(people: AbstractSet[str], shown: Sequence[AbstractSet[str]]) -> bool:
    """Whether most of the ``people`` who speak of a topic speak of one of those ``shown``, too."""
    return any(len(people & others) > HALF * len(people) for others in shown)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
