"""A selection that grows by the best sentence left, each counted beside those taken already."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.choice.text import Text
from summarizer.rank.repeats import InnerProducts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarizer.rank.matrix import Floats, Ints

    Flags = NDArray[np.bool_]

NEEDS = 1.8
"""What it costs that a sentence may lean on the one before, where that one is not shown."""
EDGE = 1.0
"""What an end costs that is no sentence's end, where what goes on there is not shown."""
ALIKE, PENALTY = 0.25, 0.8
"""A higher cosine with a sentence taken is a repeat; what a cosine of 1 would cost."""
CONTAINED, LEAST_STEMS, AGAIN = 0.9, 4, 3.0
"""The share of the stems of the shorter of two sentences from which on it says nothing of its own
(Szymkiewicz-Simpson), how many it has to have for that to mean something; what it costs then."""


class Group(IntEnum):
    """How a sentence may be shown."""

    NEVER = 0
    ALONE = 1
    AFTER = 2
    """With the one before it, or not at all."""


class Parts(NamedTuple):
    """The number of each sentence's part, from 0; what it costs that a part has had its share."""

    numbers: Sequence[int]
    cost: float = 0.0


class Selection:
    """What is taken so far of ``text``: never more than ``most``, no line twice.

    ``needs``: the chance that each sentence leans on the one before it; shape (n,).
    """

    def __init__(self, text: Text, needs: Floats, parts: Parts, most: int) -> None:
        import numpy as np

        lines = [_plain(sentence) for sentence in text.sentences]
        self._lines = np.unique(np.array(lines, dtype=object), return_inverse=True)[1].reshape(-1)
        self._taken = np.zeros(len(lines), dtype=np.bool_)
        self._needs, self._seats = NEEDS * needs, _Seats(parts, most)
        self._opens = EDGE * (1 - np.array(text.begins, dtype=np.float64))
        self._closes = EDGE * (1 - np.array(text.ends, dtype=np.float64))
        stems = text.terms.stems
        self._cosines = InnerProducts(stems.unit_rows())
        self._shared = InnerProducts(stems.with_values(np.ones_like(stems.values)))
        self._sizes = stems.row_sums(np.ones_like(stems.values))
        self._alike = np.zeros(len(lines))
        self._contained = np.zeros(len(lines), dtype=np.bool_)

    def __len__(self) -> int:
        return int(self._taken.sum())

    def indices(self) -> list[int]:
        """What is taken, in order."""
        return [int(i) for i in self._taken.nonzero()[0]]

    def take_best(
        self, groups: Sequence[Group], values: Floats, most: int, flow: float = 0.0
    ) -> None:
        """Takes ``most`` more sentences at most, the best first, repeats of those taken later.

        ``flow`` is what it is worth that a sentence stands beside another one shown.
        """
        import numpy as np

        kinds = np.array(groups, dtype=np.int64)
        end = min(self._seats.number, len(self) + most)
        while len(self) < end:
            again = PENALTY * (self._alike - ALIKE).clip(0) + AGAIN * self._contained
            left = values - again - self._seats.crowd()
            scores, pairs = self._scores(kinds, left, flow)
            best = int(np.argmax(np.round(scores, 9)))
            if np.isneginf(scores[best]):
                return
            self._take(best)
            if pairs[best]:
                self._take(best - 1)

    def _scores(self, groups: Ints, values: Floats, flow: float) -> tuple[Floats, Flags]:
        """The mean of what each new sentence of a group adds, and which come with the one before.

        It is minus infinity for what cannot be.
        """
        import numpy as np

        one, two = self._added(values, flow)
        new, after = ~self._taken, groups == Group.AFTER
        free = new & ~np.isin(self._lines, self._lines[self._taken])
        alone = free & ((groups == Group.ALONE) | (after & ~_shifted(new)))
        # Of a pair the second may stand there already, then only the first is new.
        first = after & ~new & _shifted(free)
        both = self._pairs(free) & (after | self._doubted(groups) & (two > one))
        scores = np.where(alone, one, -np.inf)
        scores = np.where(first, _shifted(one, -np.inf), scores)
        return np.where(both, two, scores), both | first

    def _pairs(self, free: Flags) -> Flags:
        """Which may be taken with the one before."""
        import numpy as np

        different = self._lines != _shifted(self._lines, -1)
        pairs = free & _shifted(free) & different & (self._seats.number - len(self) > 1)
        return np.asarray(pairs, dtype=np.bool_)

    def _doubted(self, groups: Ints) -> Flags:
        """Which may stand alone, but have an end in doubt and one before them that may be shown."""
        import numpy as np

        doubt = self._opens + self._closes > 0
        may = doubt & (groups == Group.ALONE) & _shifted(groups != Group.NEVER)
        return np.asarray(may, dtype=np.bool_)

    def _added(self, values: Floats, flow: float) -> tuple[Floats, Floats]:
        """What a sentence adds; what it and the one before it add in the mean.

        That is a value without what leaning and ends in doubt cost, and with what it saves those
        beside it.
        """
        import numpy as np

        before, after = _shifted(self._taken), np.append(self._taken[1:], False)
        opened = _shifted(self._closes) * before - (self._needs + self._opens) * ~before
        closed = np.append((self._needs + self._opens)[1:], 0.0) * after - self._closes * ~after
        one = values + opened + closed + flow * (before | after)
        led = values + opened + flow
        return one, (_shifted(led, 0.0) + values + closed + flow) / 2

    def _take(self, sentence: int) -> None:
        import numpy as np

        if not self._taken[sentence]:
            self._taken[sentence] = True
            self._seats.take(sentence)
            self._alike = np.maximum(self._alike, np.round(self._cosines.of(sentence), 9))
            self._contained |= self._says_as_much(sentence)

    def _says_as_much(self, sentence: int) -> Flags:
        """Which have nothing that ``sentence`` lacks, or lack nothing that it has."""
        import numpy as np

        shorter = np.minimum(self._sizes, self._sizes[sentence])
        found = self._shared.of(sentence) >= CONTAINED * shorter
        return np.asarray(found & (shorter >= LEAST_STEMS), dtype=np.bool_)


def _shifted(values: NDArray[Any], first: float = 0) -> NDArray[Any]:
    """``values`` of the sentence before each, ``first`` for the first one."""
    import numpy as np

    return np.concatenate((np.array([first], dtype=values.dtype), values[:-1]))


class _Seats:
    """``number`` seats shared among the parts by size, as Sainte-Laguë does."""

    def __init__(self, parts: Parts, number: int) -> None:
        import numpy as np

        self.number, self._cost = number, parts.cost
        self._parts = np.array(parts.numbers, dtype=np.int64)
        sizes = np.bincount(self._parts)
        self._free = np.zeros_like(sizes)
        for _ in range(number if len(sizes) > 1 else 0):
            self._free[int(np.argmax(np.round(sizes / (2 * self._free + 1), 9)))] += 1

    def take(self, sentence: int) -> None:
        """One seat of the part of ``sentence`` is taken."""
        self._free[self._parts[sentence]] -= 1

    def crowd(self) -> Floats:
        """What it costs each sentence that its part has no seat left."""
        import numpy as np

        return np.where(self._free[self._parts] > 0, 0.0, self._cost)


def _plain(text: str) -> str:
    """Letters and digits of ``text``: two lines with the same ones are one line said twice."""
    return "".join(filter(str.isalnum, text.casefold()))
