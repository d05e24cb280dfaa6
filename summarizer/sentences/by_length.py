"""The best cuts of all by what speaks for each, and by the length that sentences have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import sub
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

    ends = [0, *accumulate(sizes)]
    cost_of = _cost_of_pieces(ends)
    gains = [*_exact(np.asarray(scores) + EAGER).tolist(), 0.0]
    worth = np.zeros(len(ends))
    worth[0] = gains[0]
    back = [0] * len(ends)
    i = 0
    for j in range(1, len(ends)):
        while i < j - 1 and ends[j] - ends[i] > MOST:
            i += 1
        values = worth[i:j] - cost_of(i, j)
        pick = int(values.argmax())
        worth[j], back[j] = values[pick] + gains[j], i + pick
    return _followed(back)


def _cost_of_pieces(ends: list[int]) -> Callable[[int, int], NDArray[np.float64]]:
    """The costs of the pieces up to the second token, from each token since the first."""
    import numpy as np

    cost = _cost(max(MOST, *map(sub, ends[1:], ends)))
    if ends[-1] == len(ends) - 1:  # each token is a word: nothing needs to be looked up
        falling = cost[MOST:0:-1]
        return lambda i, j: falling[MOST - j + i :]
    places = np.array(ends)
    return lambda i, j: cost[ends[j] - places[i:j]]


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
