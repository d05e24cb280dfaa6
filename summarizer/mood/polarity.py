"""How likely a comment is positive, neutral or negative: a linear model over hashed n-grams.

Wang and Manning, "Baselines and Bigrams" (2012) show how far such a model goes on short texts. The
weights are whole numbers in `summarizer/data/polarity.npz`, made by `tools/train_polarity.py`, so
their sums are exact and the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from summarizer.mood.features import Analysis, batches, figures
from summarizer.mood.ngrams import Ngrams
from summarizer.opinions import Polarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

POLARITIES: tuple[Polarity, ...] = ("negative", "neutral", "positive")
"""The columns of every score."""

_BITS = 21
_HALF = 1 << (_BITS - 1)
"""What a sum of packed weights may be less than: 127 times the 4,001 characters that a comment of
`LONGEST` characters has with a blank after each."""


@dataclass(frozen=True)
class Weights:
    """What the training script found; ``sharpness`` turns scores into honest probabilities."""

    hashed: NDArray[np.int8]
    step: float
    dense: NDArray[np.float32]
    bias: NDArray[np.float32]
    sharpness: float

    def scores(self, analyses: Sequence[Analysis]) -> Scores:
        """One row a comment, one column a polarity; the highest is the best guess."""
        import numpy as np

        whole = [self._batch(analyses[batch]) for batch in batches(analyses)]
        return np.concatenate([np.zeros((0, len(POLARITIES)), np.float32), *whole])

    def _batch(self, analyses: Sequence[Analysis]) -> Scores:
        import numpy as np

        sums, counts = self.sums([analysis.normalized for analysis in analyses])
        scaled = sums * (self.step / np.sqrt(np.maximum(counts, 1)))[:, None]
        dense = np.sum(figures(analyses)[:, :, None] * self.dense, axis=1)
        return np.asarray(scaled + dense + self.bias, np.float32)

    def sums(self, lines: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """The weights of each line's n-grams, summed, and how many there are."""
        import numpy as np

        sums = np.zeros((len(lines), len(POLARITIES)))
        counts = np.zeros(len(lines), np.int64)
        for rows, hashes in Ngrams(lines).hashes():
            ends = np.searchsorted(rows, np.arange(len(lines) + 1))
            running = np.concatenate(
                ([0], np.cumsum(self._packed[buckets(hashes, len(self.hashed))]))
            )
            counts += np.diff(ends)
            sums += _unpacked(np.diff(running[ends]))
        return sums, counts

    @cached_property
    def _packed(self) -> NDArray[np.int64]:
        """The weights of each bucket in one number, so that one look and one sum do for all."""
        import numpy as np

        shifts = np.arange(len(POLARITIES)) * _BITS
        return np.asarray(self.hashed.astype(np.int64) @ (1 << shifts))


def _unpacked(sums: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sums by `POLARITIES`, one row each, of sums of packed weights."""
    import numpy as np

    columns = np.zeros((len(sums), len(POLARITIES)), np.int64)
    for column in range(len(POLARITIES)):
        columns[:, column] = ((sums + _HALF) & (2 * _HALF - 1)) - _HALF
        sums = (sums - columns[:, column]) >> _BITS
    return columns


def buckets(hashes: NDArray[np.uint64], size: int) -> NDArray[np.int64]:
    """The place of each hash in a table of ``size``, a power of two: its highest bits."""
    import numpy as np

    return (hashes >> np.uint64(65 - size.bit_length())).astype(np.int64)


def score(analyses: Sequence[Analysis]) -> Scores:
    """The scores of each comment, by `POLARITIES`."""
    return weights().scores(analyses)


def probabilities(scores: Scores) -> Scores:
    """Scores as probabilities that held-out comments bear out (temperature scaling).

    Guo et al., "On Calibration of Modern Neural Networks" (2017).
    """
    import numpy as np

    raised = np.exp(weights().sharpness * (scores - scores.max(axis=1, keepdims=True)))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The trained weights, read once."""
    import numpy as np

    source = files("summarizer").joinpath("data", "polarity.npz")
    with as_file(source) as path, np.load(path) as kept:
        two = kept["hashed"]
        third = -two.sum(axis=1, keepdims=True, dtype=np.int8)
        return Weights(
            np.hstack([two, third]),
            float(kept["step"]),
            kept["dense"],
            kept["bias"],
            float(kept["sharpness"]),
        )
