"""Chooses the sentences shown: what it is about, what comes out of it, what else is worth it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from summarizer.choice.phrases import Kind, asks
from summarizer.choice.salience import Salience
from summarizer.choice.text import Text
from summarizer.rank.repeats import Cosines

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

Group = tuple[int, ...]
"""Sentences that come together or not at all."""

RANK, WORTH, POINT, OUTCOME = 1.0, 0.5, 0.35, 0.25
NEVER, DOUBT, ASKS, JOINS = 1.0, 0.5, 0.4, 0.1
"""What speaks for a sentence and what against it; all are from 0 to 1."""
SEAT = 1.0
"""What the chance that a seat is for weighs besides, when that seat is filled."""
SEATED = 4
"""Sentences of a summary that has a seat for the outcome, too."""
NEEDS, LEANS = 1.8, 0.3
"""What it costs that a sentence may lean on the one before, where that one is not shown; from which
chance on it comes with it or not at all."""
FLOW = 0.1
"""What it is worth that a sentence goes on from another one shown, or leads to it."""
ALIKE, PENALTY = 0.25, 0.8
"""A higher cosine with a sentence taken is a repeat; what a cosine of 1 would cost."""
ASIDE = 3.0
"""What an aside costs where even short lines are taken."""
LONG, COST = 20, 0.3
"""Words up to which a sentence costs nothing, and what twice as many cost."""


class Parts(NamedTuple):
    """The number of each sentence's part, from 0; what it costs that a part has had its share."""

    numbers: Sequence[int]
    cost: float = 0.0


def choose(text: Text, salience: Salience, wanted: range, parts: Parts) -> list[int]:
    """As many indices as ``wanted`` from its first number to its last, in the order of the text.

    One seat is for the point, one for the outcome; the others cover ``parts``. A sentence that
    leans on the one before comes with it or not at all; asides are left out while the others are
    enough, and a line said before always.
    """
    values = _values(text, salience)
    groups = list(_groups(text, salience))
    choice = _Choice(text, salience.needs, _Seats(parts, wanted[-1]))
    choice.take_best(groups, values + SEAT * salience.point, 1)
    if wanted[-1] >= SEATED:
        choice.take_best(groups, values + SEAT * salience.outcome, 1)
    choice.take_best(groups, values, wanted[-1])
    # Short lines, as of a song, are better than hardly any.
    missing = wanted[0] - len(choice.taken)
    choice.take_best([(i,) for i in range(len(values))], _with_asides(text, values), missing)
    return sorted(choice.taken)


def _values(text: Text, salience: Salience) -> Floats:
    """What each sentence is worth by itself; shape (n,)."""
    good = RANK * salience.rank + WORTH * salience.worth
    good = good + POINT * salience.point + OUTCOME * salience.outcome
    bad = NEVER * salience.never + DOUBT * _doubt(text) + COST * (text.lengths() / LONG - 1).clip(0)
    return good - bad - ASKS * _flags(map(asks, text.sentences)) - JOINS * _is(text, Kind.JOINS)


def _doubt(text: Text) -> Floats:
    """Place among the sentences by how sure their ends are; 0 for the surest and the certain."""
    import numpy as np

    sureness = np.array(text.sureness)
    place = np.argsort(np.argsort(-sureness, kind="stable"), kind="stable")
    return np.asarray((sureness < 0) * place / max(1, len(place) - 1), dtype=np.float64)


def _with_asides(text: Text, values: Floats) -> Floats:
    return values - ASIDE * _is(text, Kind.ASIDE)


def _is(text: Text, kind: Kind) -> Floats:
    """1 for each sentence of that Kind."""
    return _flags(k is kind for k in text.kinds)


def _flags(found: Iterable[bool]) -> Floats:
    import numpy as np

    return np.fromiter(found, np.float64)


def _groups(text: Text, salience: Salience) -> Iterator[Group]:
    """Each sentence that may be shown: alone, or after the one that it leans on."""
    kinds = text.kinds
    for i, kind in enumerate(kinds):
        if kind is Kind.ASIDE or not text.sure[i]:
            continue
        if kind is not Kind.REFERS and salience.needs[i] < LEANS:
            yield (i,)
        elif i and kinds[i - 1] in {Kind.ALONE, Kind.JOINS}:
            yield (i - 1, i)


class _Choice:
    """What is taken so far: never more than there are seats, no line twice."""

    def __init__(self, text: Text, needs: Floats, seats: _Seats) -> None:
        import numpy as np

        self.taken: set[int] = set()
        self._lines = [_plain(sentence) for sentence in text.sentences]
        self._said: set[str] = set()
        self._needs, self._seats, self._number = NEEDS * needs, seats, seats.number
        self._cosines = Cosines(text.terms.stems.unit_rows())
        self._alike = np.zeros(len(text.sentences))

    def take_best(self, groups: Sequence[Group], values: Floats, most: int) -> None:
        """Takes ``most`` more sentences at most, the best first, repeats of those taken later."""
        end = min(self._number, len(self.taken) + most)
        while len(self.taken) < end:
            fitting = [group for group in groups if self._fits(group)]
            if not fitting:
                return
            left = values - PENALTY * (self._alike - ALIKE).clip(0) - self._seats.crowd()
            self._take(max(fitting, key=lambda group: (self._mean(group, left), -group[-1])))

    def _fits(self, group: Group) -> bool:
        new = [self._lines[i] for i in group if i not in self.taken]
        room = self._number - len(self.taken)
        return 0 < len(new) <= room and len(self._said.union(new)) == len(self._said) + len(new)

    def _mean(self, group: Group, values: Floats) -> float:
        """The mean of what each new one adds to those taken."""
        new = [i for i in group if i not in self.taken]
        shown = self.taken.union(group)
        return round(sum(self._added(i, shown, values) for i in new) / len(new), 9)

    def _added(self, i: int, shown: set[int], values: Floats) -> float:
        """A value without what leaning costs, and with what it saves the one that leans on it."""
        before, after = i - 1 in shown, i + 1 in shown
        saved = float(self._needs[i + 1]) if i + 1 in self.taken else 0.0
        costs = 0.0 if before else float(self._needs[i])
        return float(values[i]) - costs + saved + FLOW * (before or after)

    def _take(self, group: Group) -> None:
        import numpy as np

        for i in group:
            self.taken.add(i)
            self._seats.take(i)
            self._said.add(self._lines[i])
            self._alike = np.maximum(self._alike, np.round(self._cosines.of(i), 9))


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
