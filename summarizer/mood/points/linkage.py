"""Agglomerative clustering by average linkage, in whole numbers: the same on every machine.

Sokal and Michener, "A Statistical Method for Evaluating Systematic Relationships" (1958).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Wholes = NDArray[np.float64]
    """Whole numbers below 2 to the 53, of which sums are exact in any order."""

_NEVER = -1.0


def link(similarities: Wholes, cut: float) -> list[list[int]]:
    """The groups of two and more whose members are alike by ``cut`` at least, on average.

    ``similarities`` is symmetric; each text is first a group of its own, and the two most alike
    become one until none are.
    """
    groups = _Groups(similarities)
    while groups.worth.max() >= cut:
        one = int(groups.worth.argmax())
        groups.join(one, int(groups.best[one]))
    return [sorted(members) for members in groups.members if len(members) > 1]


class _Groups:
    """Groups of texts; for each the one that it is most like (``best``), and how much (``worth``).

    A group that became part of another has no members and is like none.
    """

    def __init__(self, similarities: Wholes) -> None:
        import numpy as np

        self._sums = similarities.copy()
        np.fill_diagonal(self._sums, _NEVER)
        self._means = self._sums.copy()
        self._sizes = np.ones(len(similarities))
        self.members = [[i] for i in range(len(similarities))]
        self.best = self._means.argmax(axis=1)
        self.worth = self._means.max(axis=1)

    def join(self, one: int, other: int) -> None:
        """Make ``other`` a part of ``one``."""
        self.members[one] += self.members[other]
        self.members[other] = []
        self._sums[one] += self._sums[other]
        self._sums[:, one] = self._sums[one]
        self._sizes[one] += self._sizes[other]
        self._sizes[other] = 0
        self._compare(one, other)

    def _compare(self, one: int, other: int) -> None:
        """Find anew what ``one`` is like, and what is like it, now that ``other`` is gone."""
        import numpy as np

        alive = self._sizes > 0
        pairs = np.maximum(self._sizes * self._sizes[one], 1)
        row = np.where(alive, self._sums[one] / pairs, _NEVER)
        row[one] = _NEVER
        self._means[one], self._means[:, one] = row, row
        self._means[other], self._means[:, other] = _NEVER, _NEVER
        self.worth[other] = _NEVER
        stale = np.flatnonzero(alive & ((self.best == one) | (self.best == other)))
        better = alive & (row > self.worth)
        self.best[better], self.worth[better] = one, row[better]
        for place in {*stale.tolist(), one}:
            self.best[place] = self._means[place].argmax()
            self.worth[place] = self._means[place, self.best[place]]
