"""The signals of a sentence to its score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.rank.signals import signals_of
from summarizer.rank.term_matrices import TermMatrices
from summarizer.rank.weights import weights_for

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats


def blend(terms: TermMatrices, language: str | None = None) -> Floats:
    """The score of each sentence, rounded so that the last bits of a machine do not show."""
    import numpy as np

    weights = weights_for(language, terms.stems.height)
    total = np.zeros(terms.stems.height)
    for name, values in signals_of(terms).items():
        total += weights[name] * values
    return np.round(total, 9)
