"""Hashed word and character n-grams of many comments at once.

Every n-gram is a piece of one long string, and one running sum holds the hash of every piece
(a Rabin fingerprint: the difference of two sums, shifted to the origin), so that numpy does in a
few vector operations what a loop over n-grams would do in a hundred times the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Positions = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

WORDS = (1, 2)
"""Words in a word n-gram."""

CHARACTERS = (3, 4, 5)
"""Characters in a character n-gram, which never leaves its word; edges count as a character."""

_BASE = 0x9E3779B97F4A7C15
_SALT = 0x632BE59BD9B4E019
_ALL = 0xFFFFFFFFFFFFFFFF
_SPACE = 32


class Ngrams:
    """The n-grams of comments given as `summarizer.mood.comment_tokens.normalize` makes them."""

    def __init__(self, lines: Sequence[str]) -> None:
        import numpy as np

        codes = np.frombuffer("".join(lines).encode("utf-32-le", "replace"), "<u4").astype(
            np.uint64
        )
        self._line = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
        self._space = codes == _SPACE
        self._spaces = np.concatenate(([0], np.cumsum(self._space)))
        powers, self._back = (
            _powers(_BASE, len(codes)),
            _powers(pow(_BASE, -1, 1 << 64), len(codes)),
        )
        self._sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum((codes + 1) * powers[:-1])))

    def hashes(self) -> Iterator[tuple[Positions, Hashes]]:
        """For each kind of n-gram: the comment each one stands in, and its 64-bit hash."""
        import numpy as np

        for salt, size in enumerate((*WORDS, *CHARACTERS)):
            found = self._words(size) if salt < len(WORDS) else self._characters(size)
            yield found[0], _mix(found[1] + np.uint64(salt * _SALT & _ALL))

    def _words(self, size: int) -> tuple[Positions, Hashes]:
        """Runs of ``size`` words, with the blanks around them: the line and the hash of each."""
        import numpy as np

        blanks = np.flatnonzero(self._space)
        inside = np.diff(blanks) > 1
        starts, ends = blanks[:-1][inside], blanks[1:][inside] + 1
        starts, ends = starts[: len(starts) - size + 1], ends[size - 1 :]
        same = self._line[starts] == self._line[ends - 1]
        starts, ends = starts[same], ends[same]
        return self._line[starts], (self._sums[ends] - self._sums[starts]) * self._back[starts]

    def _characters(self, size: int) -> tuple[Positions, Hashes]:
        """Pieces of ``size`` characters without a blank inside: the line and the hash of each."""
        count = max(len(self._space) - size + 1, 0)
        inside = self._spaces[size - 1 :][:count] == self._spaces[1:][:count]
        whole = self._space[:count] & self._space[size - 1 :][:count]
        kept = inside & ~whole
        hashed = (self._sums[size:][:count] - self._sums[:count]) * self._back[:count]
        return self._line[:count][kept], hashed[kept]


def _powers(base: int, count: int) -> Hashes:
    """``base`` to the powers 0 to ``count``, modulo 2 to the 64."""
    import numpy as np

    powers = np.full(count + 1, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers)


def _mix(hashed: Hashes) -> Hashes:
    """Every bit spread over all, in place (the finalizer of splitmix64)."""
    import numpy as np

    hashed ^= hashed >> np.uint64(30)
    hashed *= np.uint64(0xBF58476D1CE4E5B9)
    hashed ^= hashed >> np.uint64(27)
    hashed *= np.uint64(0x94D049BB133111EB)
    hashed ^= hashed >> np.uint64(31)
    return hashed
