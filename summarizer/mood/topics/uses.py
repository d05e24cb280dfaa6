"""The comments that use each topic, and what is said with it more than elsewhere on the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from summarizer.mood.topics.phrases import Key
from summarizer.mood.topics.reading import Said

SEVERAL = 3
"""Comments that say a word with a topic, from which on it is no chance."""

MORE = 1.5
"""How many times as often as on the whole page a word is said with a topic, if it tells of it."""

NEARLY_ALL, RECITED = 0.8, 3
"""Share of the comments that say so many other words with a topic, if they are one text."""


class Use(NamedTuple):
    """A comment, and the places of a topic's words in it."""

    one: Said
    place: range


def uses_of(keys: Sequence[Key], said: Iterable[Said]) -> dict[Key, list[Use]]:
    """The first use of each of ``keys`` in each comment that has one."""
    found: dict[Key, list[Use]] = {key: [] for key in keys}
    firsts = defaultdict[str, list[Key]](list)
    for key in keys:
        firsts[key[0]].append(key)
    for one in said:
        for key in {key for stem in firsts.keys() & one.stems for key in firsts[stem]}:
            begin = _begin(key, one.stems)
            if begin is not None:
                found[key].append(Use(one, range(begin, begin + len(key))))
    return found


def beside(key: Key, uses: Sequence[Use]) -> Counter[str]:
    """How many comments say each other word with a topic."""
    return Counter(stem for use in uses for stem in {*use.one.stems} - {"", *key})


def company(key: Key, uses: Sequence[Use], usual: Mapping[str, float]) -> frozenset[str]:
    """What several say with a topic, more than is ``usual`` on the page."""
    least = MORE * len(uses)
    return frozenset(
        stem
        for stem, often in beside(key, uses).items()
        if often >= max(SEVERAL, least * usual[stem])
    )


def is_recited(key: Key, uses: Sequence[Use]) -> bool:
    """Whether nearly all who say ``key`` say the same with it: a line of a song, a text sent on."""
    same = sum(often >= NEARLY_ALL * len(uses) for often in beside(key, uses).values())
    return same >= RECITED


def usual_shares(said: Sequence[Said]) -> dict[str, float]:
    """The share of all comments that say each word."""
    counts = Counter(stem for one in said for stem in {*one.stems})
    return {stem: count / len(said) for stem, count in counts.items()}


def _begin(key: Key, found: Sequence[str]) -> int | None:
    """Where ``key`` begins, None where it is not."""
    first, *others = key
    for place, stem in enumerate(found):
        if stem == first and found[place + 1 : place + len(key)] == others:
            return place
    return None
