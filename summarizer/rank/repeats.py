"""Best first, but a sentence that says again what a better one has said comes later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.rank.matrix import Matrix

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

WATCHED = 100
"""How many of the best are kept apart; the others follow by score."""
ALIKE = 0.6
"""Two sentences with a higher cosine repeat each other."""
PENALTY = 5.0
"""Score lost for a cosine of 1 (scores are in units of their spread)."""


def spread_repeats(scores: Floats, stems: Matrix) -> list[int]:
    """All indices, best first, by maximal marginal relevance.

    Carbonell and Goldstein, "The Use of MMR" (1998), with a penalty for near repeats only.
    """
    import numpy as np

    cosines = InnerProducts(stems.unit_rows())
    left = scores.astype(np.float64)
    alike = np.full(len(scores), ALIKE)
    first: list[int] = []
    for _ in range(min(WATCHED, len(scores))):
        best = int(np.argmax(left - PENALTY * (alike - ALIKE)))
        first.append(best)
        left[best] = -np.inf
        alike = np.maximum(alike, np.round(cosines.of(best), 9))
    rest = np.argsort(-left, kind="stable")[: len(scores) - len(first)]
    return first + [int(i) for i in rest]


class InnerProducts:
    """A matrix, ready to give the inner products of a row with all rows: of unit rows, cosines."""

    def __init__(self, matrix: Matrix) -> None:
        import numpy as np

        self._matrix = matrix
        order = np.argsort(matrix.columns, kind="stable")
        self._rows, self._values = matrix.rows[order], matrix.values[order]
        self._column_ends = np.searchsorted(matrix.columns[order], np.arange(matrix.width + 1))
        self._row_ends = np.searchsorted(matrix.rows, np.arange(matrix.height + 1))

    def of(self, row: int) -> Floats:
        """The product of ``row`` with each row; shape (height,)."""
        import numpy as np

        cells = slice(self._row_ends[row], self._row_ends[row + 1])
        columns = self._matrix.columns[cells]
        begins = self._column_ends[columns]
        lengths = self._column_ends[columns + 1] - begins
        # The cells of all these columns, one column after another.
        held = np.repeat(begins - np.cumsum(lengths) + lengths, lengths)
        held += np.arange(len(held))
        shares = self._values[held] * np.repeat(self._matrix.values[cells], lengths)
        return np.bincount(self._rows[held], shares, self._matrix.height).astype(np.float64)
