"""The best cuts of all by what speaks for each, and by the length that sentences have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

USUAL, NARROW = 15.0, 6.0
"""Words of a spoken sentence; cost of a piece e times as long or short, times two."""
MOST = 50
"""Words of a piece at most, where blanks allow it."""
EAGER = 1.5
"""Added to all log-odds: speech was trained on whole sentences, readers like shorter ones."""


def best_cuts(scores: Sequence[float], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """The pieces (first token, token after) of the highest sum, found by dynamic programming."""
    import numpy as np

    ends = np.concatenate(([0], np.cumsum(sizes)))
    cost = _cost(max(MOST, *sizes))
    best = np.zeros(len(sizes) + 1)
    back = [0] * (len(sizes) + 1)
    gains = _exact(np.asarray(scores) + EAGER)
    i = 0
    for j in range(1, len(ends)):
        while i < j - 1 and ends[j] - ends[i] > MOST:
            i += 1
        values = best[i:j] + gains[i:j] - cost[ends[j] - ends[i:j]]
        pick = int(values.argmax())
        best[j], back[j] = values[pick], i + pick
    return _followed(back)


def _cost(longest: int) -> NDArray[np.float64]:
    """The cost of a piece by its size in words."""
    import numpy as np

    sizes = np.maximum(np.arange(longest + 1), 1)
    return _exact(NARROW * np.log(sizes / USUAL) ** 2)


def _exact(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """``values`` in 1024ths, whose sums no machine needs to round."""
    import numpy as np

    return np.asarray(np.round(values * 1024) / 1024)


def _followed(back: Sequence[int]) -> list[tuple[int, int]]:
    pieces = []
    end = len(back) - 1
    while end > 0:
        pieces.append((back[end], end))
        end = back[end]
    return pieces[::-1]
