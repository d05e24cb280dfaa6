"""How many people use each word and phrase, and which of them are about something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from summarizer.mood.comment_tokens import normalize_word
from summarizer.mood.lexicon import lexicon_of
from summarizer.mood.patterns import laughs
from summarizer.mood.topics.reading import Said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

LONGEST_PHRASE = 3
A_PART = 0.5
"""Share of a word's people above which it is only a part of a longer phrase."""

Key = tuple[str, ...]
"""The stems of a word or phrase."""

_NONE, _BEYOND = -1, -2


class People(NamedTuple):
    """How many use each word and phrase, and how many there are."""

    using: Mapping[Key, int]
    total: int


class _Runs(NamedTuple):
    """Runs of so many words that enough people use, how many people use each, and where.

    ``at`` is the number of the run that begins at each place, `_NONE` where none does; a place
    between two comments holds no word.
    """

    keys: list[Key]
    people: list[int]
    at: Ints


def people_of(said: Sequence[Said], share: Callable[[int], float]) -> People:
    """The words, and phrases of such words, that enough people use: ``share`` of all of them.

    What enough people use begins with what enough people use, so that phrases grow word by word
    (Agrawal and Srikant, "Fast Algorithms for Mining Association Rules", 1994).
    """
    import numpy as np

    if not said:
        return People({}, 0)
    persons, names = _numbered(one.comment.person for one in said)
    owners = np.repeat(persons, [len(one.stems) + 1 for one in said])
    stems, known = _numbered(chain.from_iterable((*one.stems, "") for one in said))
    stems[stems == known.index("")] = _NONE
    least = share(len(names))
    found, people, at = _shared(stems, owners, least)
    single = longest = _Runs([(known[place],) for place in found], people, at)
    using = dict(zip(single.keys, single.people, strict=True))
    for _ in range(1, LONGEST_PHRASE):
        longest = _longer(longest, single, owners, least)
        using |= zip(longest.keys, longest.people, strict=True)
    return People(using, len(names))


def whole(people: Mapping[Key, int]) -> list[Key]:
    """The topics without those that are mostly met as a part of a longer one."""
    parts: set[Key] = set()
    for key, number in people.items():
        inner = {key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1)} - {key}
        parts |= {part for part in inner if number > A_PART * people.get(part, 0)}
    return [key for key in people if key not in parts]


def feelings(said: Sequence[Said], spoken: set[str], language: str | None) -> frozenset[str]:
    """The ``spoken`` stems of praise, scorn and laughter: of nothing, unless beside others."""
    words = chain.from_iterable(one.words for one in said)
    forms = {*zip(words, chain.from_iterable(one.stems for one in said), strict=True)}
    pairs = sorted((word, stem) for word, stem in forms if stem in spoken)
    laughing, lexicon = laughs([word for word, _ in pairs]), lexicon_of(language)
    return frozenset(
        stem
        for (word, stem), laugh in zip(pairs, laughing, strict=True)
        if laugh or lexicon.value(normalize_word(word))
    )


def _numbered(values: Iterable[str]) -> tuple[Ints, list[str]]:
    """A number for each of ``values``, equal ones with the same, and what the numbers stand for."""
    import numpy as np

    known = defaultdict[str, int](count().__next__)
    numbers = [*map(known.__getitem__, values)]
    return np.array(numbers, np.int64), [*known]


def _shared(runs: Ints, owners: Ints, least: float) -> tuple[list[int], list[int], Ints]:
    """The ``runs`` that enough of their ``owners`` use, how many do, and which is at each place."""
    import numpy as np

    everyone = int(owners.max(initial=0)) + 1
    uses = np.unique(runs[runs != _NONE] * everyone + owners[: len(runs)][runs != _NONE])
    found, people = np.unique(uses // everyone, return_counts=True)
    found, people = found[people >= least], people[people >= least]
    places = np.searchsorted(found, runs)
    there = np.append(found, _BEYOND)[places] == runs
    return found.tolist(), people.tolist(), np.where(there, places, _NONE)


def _longer(runs: _Runs, single: _Runs, owners: Ints, least: float) -> _Runs:
    """The ``runs`` with another ``single`` word, different from theirs, that enough people use."""
    import numpy as np

    length, words = len(single.at) - len(runs.at) + 1, single.at
    last = words[length:]
    begins = runs.at[: len(last)]
    new = [last != words[place : place + len(last)] for place in range(length)]
    joined = np.logical_and.reduce([begins != _NONE, last != _NONE, *new])
    found, people, at = _shared(
        np.where(joined, begins * len(single.keys) + last, _NONE), owners, least
    )
    pairs = (divmod(run, len(single.keys)) for run in found)
    return _Runs([runs.keys[begin] + single.keys[word] for begin, word in pairs], people, at)
