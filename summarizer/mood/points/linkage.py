"""Agglomerative clustering by average linkage, in whole numbers: the same on every machine.

Sokal and Michener, "A Statistical Method for Evaluating Systematic Relationships" (1958).
"""

from __future__ import annotations

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
    sums = similarities.copy()
    np.fill_diagonal(sums, _NEVER)
    sizes = np.ones(len(sums))
    means = sums.copy()
    groups = [[i] for i in range(len(sums))]
    best = means.argmax(axis=1)
    worth = means.max(axis=1)
    while worth.max() >= cut:
        one = int(worth.argmax())
        other = int(best[one])
        groups[one] += groups[other]
        groups[other] = []
        _join(sums, sizes, one, other)
        alive = sizes > 0
        row = np.where(alive, sums[one] / np.maximum(sizes * sizes[one], 1), _NEVER)
        row[one] = _NEVER
        means[one], means[:, one] = row, row
        means[other], means[:, other] = _NEVER, _NEVER
        worth[other] = _NEVER
        stale = np.flatnonzero(alive & ((best == one) | (best == other)))
        better = alive & (row > worth)
        best[better], worth[better] = one, row[better]
        for place in {*stale.tolist(), one}:
            best[place] = means[place].argmax()
            worth[place] = means[place, best[place]]
    return [sorted(group) for group in groups if len(group) > 1]


def _join(sums: Wholes, sizes: Wholes, one: int, other: int) -> None:
    """Make ``other`` a part of ``one``."""
    sums[one] += sums[other]
    sums[:, one] = sums[one]
    sizes[one] += sizes[other]
    sizes[other] = 0
