"""What speaks for a sentence: twelve signals, none of which knows a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.rank.matrix import Matrix
from summarizer.rank.term_matrices import TermMatrices

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

SMALLEST = 1e-9
"""A spread below this is rounding: all sentences are equal."""
BELOW = 0.2
"""What a value below the mean counts for: a signal speaks for a sentence rather than against it."""


def signals_of(terms: TermMatrices) -> dict[str, Floats]:
    """Each signal by name, one value a sentence: how far above the mean, in units of its spread."""
    found = _centralities(terms) | _sums(terms) | _pair_sums(terms)
    return {name: _above_mean(values) for name, values in found.items()}


def _centralities(terms: TermMatrices) -> dict[str, Floats]:
    """Cosine with all sentences, and with those that come later; words shared with all others.

    Zheng and Lapata, "Sentence Centrality Revisited for Unsupervised Summarization" (2019). Shared
    words are counted for the length as on the edges of TextRank (Mihalcea and Tarau, 2004), with
    the mean length for that of the other sentence.
    """
    import numpy as np

    stems = terms.stems
    idf = np.log(stems.height / _sentences_with(stems)) + 1
    tfidf = stems.with_values(stems.values * idf[stems.columns]).unit_rows()
    totals = tfidf.column_sums()
    later = totals[tfidf.columns] - tfidf.sums_before() - tfidf.values
    others = stems.column_sums()[stems.columns] - stems.values
    log_length = np.log(np.maximum(terms.content, 1.0))
    both = np.maximum(log_length + log_length.mean(), 1.0)
    return {
        "centrality": tfidf.times(totals),
        "forward centrality": tfidf.row_sums(tfidf.values * later),
        "overlap": stems.row_sums(stems.values * others) / both,
    }


def _sums(terms: TermMatrices) -> dict[str, Floats]:
    """Sums over the different stems of a sentence of how common each is in the text.

    Those divided by a power of the length stand between the sum and the mean.
    """
    import numpy as np

    stems = terms.stems
    spread, total = _sentences_with(stems), stems.column_sums()
    log_spread, log_total = np.log(spread), np.log(np.maximum(total, 1.0))
    idf = np.log(stems.height / spread) + 1
    length = np.maximum(terms.content, 1.0)
    here = stems.with_values(np.ones_like(stems.values))
    seen, rarity = here.sums_before(), log_total * idf
    return {
        "frequency": here.times(np.where(total > 1, total, 0.0)),
        "rare frequency": here.times(rarity) / length**0.15,
        "rare frequency, short": here.times(rarity) / length**0.3,
        "spread": here.times(log_spread) / length**0.15,
        "wide spread": here.times(log_spread**2),
        "later spread": here.row_sums(np.log(spread[here.columns] - seen)),
        "introduced": here.row_sums(np.where(seen == 0, log_spread[here.columns], 0.0)),
    }


def _pair_sums(terms: TermMatrices) -> dict[str, Floats]:
    """Sums over the different pairs of neighbours of how many sentences repeat each."""
    import numpy as np

    pairs = terms.pairs
    here = pairs.with_values(np.ones_like(pairs.values))
    repeated = here.times(np.log(_sentences_with(pairs)))
    return {
        "pairs": repeated,
        "pairs, short": repeated / np.maximum(terms.words, 1.0) ** 0.3,
    }


def _sentences_with(matrix: Matrix) -> Floats:
    """In how many sentences each column occurs, at least 1."""
    import numpy as np

    return np.maximum(matrix.column_sums(np.ones_like(matrix.values)), 1.0)


def _above_mean(values: Floats) -> Floats:
    import numpy as np

    deviation = values.std()
    if deviation < SMALLEST:
        return np.zeros_like(values)
    above = (values - values.mean()) / deviation
    return np.asarray(np.maximum(above, BELOW * above))
