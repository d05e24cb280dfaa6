"""How many people use each word and phrase, and which of them are about something."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import NamedTuple

from summarizer.mood.comment_tokens import normalize_word
from summarizer.mood.lexicon import lexicon_of
from summarizer.mood.patterns import laughs
from summarizer.mood.topics.reading import Said

LONGEST_PHRASE = 3
A_PART = 0.5
"""Share of a word's people above which it is only a part of a longer phrase."""

Key = tuple[str, ...]
"""The stems of a word or phrase."""


class People(NamedTuple):
    """How many use each word and phrase, and how many there are."""

    using: Mapping[Key, int]
    total: int


def people_of(said: Sequence[Said], share: Callable[[int], float]) -> People:
    """The words, and phrases of such words, that enough people use: ``share`` of all of them."""
    by_person = defaultdict[str, list[Said]](list)
    for one in said:
        by_person[one.comment.person].append(one)
    everyone, least = by_person.values(), share(len(by_person))
    words = Counter(chain.from_iterable({s for one in own for s in one.stems} for own in everyone))
    del words[""]
    often = {stem for stem, people in words.items() if people >= least}
    phrases = Counter(
        chain.from_iterable(
            {k for one in own for k in _phrases(one.stems, often)} for own in everyone
        )
    )
    both: dict[Key, int] = {**{(stem,): words[stem] for stem in often}, **phrases}
    using = {key: people for key, people in both.items() if people >= least}
    return People(using, len(by_person))


def whole(people: Mapping[Key, int]) -> list[Key]:
    """The topics without those that are mostly met as a part of a longer one."""
    parts: set[Key] = set()
    for key, number in people.items():
        inner = {key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1)} - {key}
        parts |= {part for part in inner if number > A_PART * people.get(part, 0)}
    return [key for key in people if key not in parts]


def feelings(said: Sequence[Said], spoken: set[str], language: str | None) -> frozenset[str]:
    """The ``spoken`` stems of praise, scorn and laughter: of nothing, unless beside others."""
    forms = {form for one in said for form in zip(one.words, one.stems, strict=True)}
    pairs = sorted((word, stem) for word, stem in forms if stem in spoken)
    laughing, lexicon = laughs([word for word, _ in pairs]), lexicon_of(language)
    return frozenset(
        stem
        for (word, stem), laugh in zip(pairs, laughing, strict=True)
        if laugh or lexicon.value(normalize_word(word))
    )


def _phrases(found: Sequence[str], often: set[str]) -> Iterator[Key]:
    """Two or three different words that follow one another, all of which several people use."""
    shared = [*map(often.__contains__, found), False]
    for place in compress(range(len(found)), shared):
        for end in range(place + 2, min(place + LONGEST_PHRASE, len(found)) + 1):
            if not shared[end - 1]:
                break
            key = tuple(found[place:end])
            if len({*key}) == len(key):
                yield key
