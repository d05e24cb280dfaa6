"""Chooses the sentences shown: what it is about, what comes out of it, and what else is worth it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.choice.phrases import Kind
from summarizer.choice.salience import Salience
from summarizer.choice.text import Text
from summarizer.rank.repeats import Cosines

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

Group = tuple[int, ...]
"""Sentences that come together or not at all."""

POINT, OUTCOME, NEVER = 0.35, 0.25, 0.5
"""What the chances of a sentence weigh beside its worth."""
SEAT = 1.0
"""What the chance that a seat is for weighs besides, when that seat is filled."""
SEATED = 4
"""Sentences of a summary that has a seat for the outcome, too."""
ALIKE, PENALTY = 0.25, 0.8
"""A higher cosine with a sentence taken is a repeat; what a cosine of 1 would cost."""
MEANT = (Kind.ALONE, Kind.JOINS, Kind.REFERS)
"""The others are left out while these are enough."""


def choose(text: Text, salience: Salience, wanted: range) -> list[int]:
    """As many indices as ``wanted`` from its first number to its last, in the order of the text.

    A sentence that leans on the one before comes with it or not at all; fragments and asides are
    left out while the others are enough, and a line said before always.
    """
    import numpy as np

    choice = _Choice(text, wanted[-1])
    base = salience.worth + POINT * salience.point + OUTCOME * salience.outcome
    base = base - NEVER * salience.never
    groups = list(_groups(text.kinds))
    choice.take_best(groups, base + SEAT * salience.point, 1)
    if wanted[-1] >= SEATED:
        choice.take_best(groups, base + SEAT * salience.outcome, 1)
    choice.take_best(groups, base, wanted[-1])
    if len(choice.taken) < wanted[0]:
        # Short lines, as of a song, are better than hardly any.
        rest = base - 2.0 * (np.array(text.kinds) == Kind.ASIDE)
        choice.take_best([(i,) for i in range(len(text.kinds))], rest, wanted[0])
    return sorted(choice.taken)


def _groups(kinds: Sequence[Kind]) -> Iterator[Group]:
    for i, kind in enumerate(kinds):
        if kind is Kind.REFERS:
            if i and kinds[i - 1] in {Kind.ALONE, Kind.JOINS}:
                yield (i - 1, i)
        elif kind in MEANT:
            yield (i,)


class _Choice:
    """What is taken so far: never more than ``number``, no line twice."""

    def __init__(self, text: Text, number: int) -> None:
        import numpy as np

        self.taken: set[int] = set()
        self._lines = [_plain(sentence) for sentence in text.sentences]
        self._said: set[str] = set()
        self._number = number
        self._cosines = Cosines(text.terms.stems.unit_rows())
        self._alike = np.zeros(len(text.sentences))

    def take_best(self, groups: Sequence[Group], scores: Floats, most: int) -> None:
        """Takes up to ``most`` more sentences, the best first; a repeat of one taken comes later."""
        end = min(self._number, len(self.taken) + most)
        while len(self.taken) < end:
            open_ = [g for g in groups if self._fits(g)]
            if not open_:
                return
            values = scores - PENALTY * (self._alike - ALIKE).clip(0)
            self._take(max(open_, key=lambda g: (self._value(g, values), -g[-1])))

    def _fits(self, group: Group) -> bool:
        new = [i for i in group if i not in self.taken]
        room = self._number - len(self.taken)
        return 0 < len(new) <= room and not any(self._lines[i] in self._said for i in new)

    def _value(self, group: Group, values: Floats) -> float:
        """The mean of what is new in it."""
        new = [i for i in group if i not in self.taken]
        return float(round(sum(values[i] for i in new) / len(new), 9))

    def _take(self, group: Group) -> None:
        import numpy as np

        for i in group:
            self.taken.add(i)
            self._said.add(self._lines[i])
            self._alike = np.maximum(self._alike, np.round(self._cosines.of(i), 9))


def _plain(text: str) -> str:
    """Letters and digits of ``text``: two lines with the same ones are one line said twice."""
    return "".join(filter(str.isalnum, text.casefold()))
