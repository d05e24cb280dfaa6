"""Sentences by how much of the whole they say: LexRank on one sparse TF-IDF matrix.

Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience" (2004).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")


def rank_sentences(sentences: Sequence[str], language: str | None = None) -> list[int]:
    """All indices of ``sentences``, best first; ties go to the earlier one."""
    del language
    bags = [Counter(w.lower() for w in _WORD.findall(s)) for s in sentences]
    scores = _centrality(bags)
    return sorted(range(len(sentences)), key=lambda i: (-round(scores[i], 9), i))


def _centrality(bags: list[Counter[str]]) -> list[float]:
    import numpy as np

    if not any(bags):
        return [0.0] * len(bags)
    matrix = _tfidf(bags)
    weights = matrix @ (matrix.T @ np.ones(len(bags)))
    return [float(w) for w in weights]


def _tfidf(bags: list[Counter[str]]) -> Any:  # noqa: ANN401 - scipy has no types
    import numpy as np
    from scipy.sparse import csr_matrix

    frequency = Counter(w for bag in bags for w in bag)
    column = {w: i for i, w in enumerate(sorted(frequency))}
    idf = {w: 1 + np.log(len(bags) / frequency[w]) for w in column}
    cells = [(r, column[w], n * idf[w]) for r, bag in enumerate(bags) for w, n in bag.items()]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(bags), len(column)))
    norm = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
    return matrix.multiply(1 / np.where(norm == 0, 1, norm)[:, None]).tocsr()
