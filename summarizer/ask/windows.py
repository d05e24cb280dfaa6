"""What stands around each sentence of a text: the value before it, sums and maxima near it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

DISTANCES = (1, 2, 16)
"""Powers of 2."""


def from_before(values: Floats) -> Floats:
    """For each place the value of the one before, 0 for the first; shape (n,)."""
    import numpy as np

    return np.concatenate(([0.0], values))[: len(values)]


def spread(values: Floats, shares: Floats) -> Floats:
    """Each of ``values`` shared with its neighbours; the middle one of ``shares`` is its own."""
    import numpy as np

    half = len(shares) // 2
    return np.asarray(np.convolve(values, shares)[half : half + len(values)])


def sums(values: Floats, reaches: Sequence[int]) -> dict[int, Floats]:
    """Reach -> the sum over so many neighbours on each side, along the last axis."""
    import numpy as np

    size, edge = values.shape[-1], max(reaches)
    # Running totals, 0 long before the first value and whole long after the last.
    total = np.zeros((*values.shape[:-1], size + 2 * edge + 1))
    np.cumsum(values, axis=-1, out=total[..., edge + 1 : edge + 1 + size])
    total[..., edge + 1 + size :] = total[..., edge + size : edge + 1 + size]
    return {
        reach: total[..., edge + 1 + reach :][..., :size] - total[..., edge - reach :][..., :size]
        for reach in reaches
    }


def nearest(values: Floats) -> dict[int, Floats]:
    """Distance -> the largest value at most so many neighbours away, along the last axis."""
    best, done = values, 0
    found = {}
    for distance in DISTANCES:
        while done < distance:
            best = _widened(best, max(done, 1))
            done = max(2 * done, 1)
        found[distance] = best
    return found


def _widened(values: Floats, by: int) -> Floats:
    """The largest of each value and those ``by`` places away; none is below 0."""
    import numpy as np

    widest = values.copy()
    np.maximum(widest[..., by:], values[..., :-by], out=widest[..., by:])
    np.maximum(widest[..., :-by], values[..., by:], out=widest[..., :-by])
    return widest
