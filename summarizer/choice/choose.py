"""Chooses the sentences shown: what it is about, what comes out of it, what else is worth it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.choice.phrases import LEAST_WORDS, Kind, announces, asks
from summarizer.choice.salience import Salience
from summarizer.choice.text import Text
from summarizer.rank.repeats import Cosines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarizer.rank.matrix import Floats, Ints


class Group(IntEnum):
    """How a sentence may be shown."""

    NEVER = 0
    ALONE = 1
    AFTER = 2
    """With the one before it, or not at all."""


RANK, WORTH, POINT, OUTCOME = 1.0, 0.5, 0.35, 0.25
NEVER, DOUBT, ASKS, JOINS = 1.0, 0.5, 0.4, 0.1
"""What speaks for a sentence and what against it; all are from 0 to 1."""
SEAT = 4.0
"""What the chance that a seat is for weighs besides, when that seat is filled."""
SEATED = 4
"""Sentences of a summary that has a seat for the announcement and the outcome, too."""
NEEDS, LEANS = 1.8, 0.3
"""What it costs that a sentence may lean on the one before, where that one is not shown; from which
chance on it comes with it or not at all."""
OPENING, LEAST, MOST, TOP = 10, 6, 45, 6
"""Of the first sentences one may announce what comes: its words; its part of all as the point."""
FLOW = 0.25
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

    One seat is for the point, one for what is announced at the beginning, one for the outcome; the
    others cover ``parts``. A sentence that leans on the one before comes with it or not at all;
    asides and short lines are left out while others are enough, and a line said before always.
    """
    values, groups = _values(text, salience), _groups(text, salience)
    choice = _Choice(text, salience.needs, _Seats(parts, wanted[-1]))
    choice.take_best(groups, values + SEAT * salience.point, 1)
    if wanted[-1] >= SEATED:
        announcing = _announcing(text, salience)
        if not any(announcing[i] for i in choice.indices()):
            choice.take_best(announcing, salience.point, 1)
        choice.take_best(groups, values + SEAT * salience.outcome, 1)
    choice.take_best(groups, values, wanted[-1], FLOW)
    choice.take_best(_groups(text, salience, least=0), values, wanted[-1], FLOW)
    # Asides are better than hardly any.
    missing = wanted[0] - len(choice)
    choice.take_best([Group.ALONE] * len(values), values - ASIDE * _is(text, Kind.ASIDE), missing)
    return choice.indices()


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


def _is(text: Text, kind: Kind) -> Floats:
    """1 for each sentence of that Kind."""
    return _flags(k is kind for k in text.kinds)


def _announcing(text: Text, salience: Salience) -> list[Group]:
    """Only those of the first sentences that tell what it will be about may be shown."""
    least = sorted(salience.point)[-max(1, len(text.words) // TOP)]
    first = zip(text.words[:OPENING], text.lengths(), salience.point >= least, strict=False)
    found = [likely and LEAST <= n <= MOST and announces(said) for said, n, likely in first]
    return [Group.ALONE if any(found[i : i + 1]) else Group.NEVER for i in range(len(text.words))]


def _flags(found: Iterable[bool]) -> Floats:
    import numpy as np

    return np.fromiter(found, np.float64)


def _groups(text: Text, salience: Salience, least: int = LEAST_WORDS) -> list[Group]:
    """The Group of each sentence; none of fewer words than ``least`` is shown."""
    leans = [
        kind is Kind.REFERS or needs >= LEANS
        for kind, needs in zip(text.kinds, salience.needs, strict=True)
    ]
    follows = [False, *(kind in {Kind.ALONE, Kind.JOINS} for kind in text.kinds[:-1])]
    either = [
        (Group.AFTER if follows[i] else Group.NEVER) if leans[i] else Group.ALONE
        for i in range(len(leans))
    ]
    looked = zip(text.sure, text.kinds, text.lengths(), strict=True)
    shown = [sure and kind is not Kind.ASIDE and n >= least for sure, kind, n in looked]
    return [group if may else Group.NEVER for group, may in zip(either, shown, strict=True)]


class _Choice:
    """What is taken so far: never more than there are seats, no line twice."""

    def __init__(self, text: Text, needs: Floats, seats: _Seats) -> None:
        import numpy as np

        lines = [_plain(sentence) for sentence in text.sentences]
        self._lines = np.unique(np.array(lines, dtype=object), return_inverse=True)[1].reshape(-1)
        self._taken = np.zeros(len(lines), dtype=np.bool_)
        self._needs, self._seats = NEEDS * needs, seats
        self._cosines = Cosines(text.terms.stems.unit_rows())
        self._alike = np.zeros(len(lines))

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
            left = values - PENALTY * (self._alike - ALIKE).clip(0) - self._seats.crowd()
            scores = np.round(self._scores(kinds, left, flow), 9)
            best = int(np.argmax(scores))
            if np.isneginf(scores[best]):
                return
            self._take(best)
            if kinds[best] == Group.AFTER:
                self._take(best - 1)

    def _scores(self, groups: Ints, values: Floats, flow: float) -> Floats:
        """The mean of what each new sentence of a group adds; minus infinity for what cannot be."""
        import numpy as np

        one, two = self._added(values, flow)
        new = ~self._taken
        free = new & ~np.isin(self._lines, self._lines[self._taken])
        new_before, free_before = _shifted(new), _shifted(free)
        alone = free & ((groups == Group.ALONE) | ((groups == Group.AFTER) & ~new_before))
        # Of a pair the second may stand there already, then only the first is new.
        first = (groups == Group.AFTER) & ~new & free_before
        same = self._lines == _shifted(self._lines, -1)
        both = (groups == Group.AFTER) & free & free_before & ~same
        both &= self._seats.number - len(self) > 1
        scores = np.where(alone, one, -np.inf)
        scores = np.where(first, _shifted(one, -np.inf), scores)
        return np.where(both, two, scores)

    def _added(self, values: Floats, flow: float) -> tuple[Floats, Floats]:
        """What a sentence adds; what it and the one before it add in the mean.

        That is a value without what leaning costs, and with what it saves the one that leans on it.
        """
        import numpy as np

        before, after = _shifted(self._taken), self._taken[1:]
        after = np.append(after, False)
        saved = np.append(self._needs[1:], 0.0) * after
        one = values - self._needs * ~before + saved + flow * (before | after)
        led = values - self._needs * ~before + flow
        return one, (_shifted(led, 0.0) + values + saved + flow) / 2

    def _take(self, sentence: int) -> None:
        import numpy as np

        if not self._taken[sentence]:
            self._taken[sentence] = True
            self._seats.take(sentence)
            self._alike = np.maximum(self._alike, np.round(self._cosines.of(sentence), 9))


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
