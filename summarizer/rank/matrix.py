"""A sparse matrix of counts that needs no BLAS, so that each machine gives the same sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``values`` at (``rows``, ``columns``) of a height x width matrix; the other cells are 0.

    Cells are sorted by row, then by column; each stands once.
    """

    rows: Ints
    columns: Ints
    values: Floats
    height: int
    width: int

    def with_values(self, values: Floats) -> Matrix:
        """The same cells with other ``values``."""
        return Matrix(self.rows, self.columns, values, self.height, self.width)

    def parted(self, n: int) -> tuple[Matrix, Matrix]:
        """The first ``n`` rows, and the others; all columns stay."""
        import numpy as np

        at = int(np.searchsorted(self.rows, n))
        above, below = slice(None, at), slice(at, None)
        return (
            Matrix(self.rows[above], self.columns[above], self.values[above], n, self.width),
            Matrix(
                self.rows[below] - n,
                self.columns[below],
                self.values[below],
                self.height - n,
                self.width,
            ),
        )

    def row_sums(self, values: Floats | None = None) -> Floats:
        """Sum over each row, of ``values`` (one a cell) where given; shape (height,)."""
        import numpy as np

        weights = self.values if values is None else values
        return np.bincount(self.rows, weights, self.height).astype(np.float64)

    def column_sums(self, values: Floats | None = None) -> Floats:
        """Sum over each column, of ``values`` (one a cell) where given; shape (width,)."""
        import numpy as np

        weights = self.values if values is None else values
        return np.bincount(self.columns, weights, self.width).astype(np.float64)

    def times(self, vector: Floats) -> Floats:
        """This matrix times ``vector``; shape (height,)."""
        return self.row_sums(self.values * vector[self.columns])

    def unit_rows(self) -> Matrix:
        """The same matrix with rows of Euclidean length 1, empty rows left as they are."""
        import numpy as np

        norms = np.sqrt(self.row_sums(self.values * self.values))
        return self.with_values(self.values / norms[self.rows])

    def sums_before(self) -> Floats:
        """For each cell the sum of the cells above it in its column."""
        import numpy as np

        order = np.argsort(self.columns, kind="stable")
        before = np.concatenate(([0.0], np.cumsum(self.values[order])))
        begin = np.searchsorted(self.columns[order], np.arange(self.width))
        above = np.empty_like(self.values)
        above[order] = before[:-1] - before[begin[self.columns[order]]]
        return above


def count(rows: Ints, columns: Ints, height: int) -> Matrix:
    """How often each pair of ``rows`` and ``columns`` (same shape) occurs."""
    import numpy as np

    width = int(columns.max(initial=0)) + 1
    cells, counts = np.unique(rows * width + columns, return_counts=True)
    return Matrix(cells // width, cells % width, counts.astype(np.float64), height, width)
