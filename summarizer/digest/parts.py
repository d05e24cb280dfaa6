"""The parts of a long text: its chapters, or where its words change.

Hearst, "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages" (1997).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from summarizer.choice.selection import Parts
from summarizer.model import Sentence
from summarizer.rank.term_matrices import TermMatrices

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats, Ints, Matrix

CHAPTERS, TOPICS = 1.2, 0.3
"""What it costs a sentence that its part has had its share of the summary."""
A_PART = 3
"""Sentences of a summary that make a part worth finding."""
PLACES = 150
"""How many places of a text are tried for a shift."""


def parts_of(sentences: Sequence[Sentence], number: int, terms: TermMatrices) -> Parts:
    """The Parts that ``number`` sentences can cover; what is said by titles weighs more."""
    if any(s.chapter for s in sentences):
        changes = [a.chapter != b.chapter for a, b in pairwise(sentences)]
        return Parts(list(accumulate(map(int, changes), initial=0)), CHAPTERS)
    wanted = number // A_PART
    if wanted < 2 or len(sentences) < 4 * number:  # noqa: PLR2004 - one part is the whole
        return Parts([0] * len(sentences))
    shifts = _shifts(terms.stems, wanted)
    return Parts(list(accumulate(int(i in shifts) for i in range(len(sentences)))), TOPICS)


def _shifts(stems: Matrix, wanted: int) -> set[int]:
    """Sentences that begin a new topic, at most ``wanted`` - 1, well apart."""
    import numpy as np

    apart = max(2, stems.height // (2 * wanted))
    ends = np.searchsorted(stems.rows, np.arange(stems.height + 1))
    places = range(apart, stems.height - apart + 1, max(1, stems.height // PLACES))
    cohesion = {i: round(_cohesion(stems, ends, i, apart), 9) for i in places}
    shifts: set[int] = set()
    for place in sorted(cohesion, key=lambda i: (cohesion[i], i)):
        if len(shifts) + 1 < wanted and all(abs(place - s) >= apart for s in shifts):
            shifts.add(place)
    return shifts


def _cohesion(stems: Matrix, ends: Ints, place: int, size: int) -> float:
    """Cosine of the ``size`` sentences before ``place`` with those after it."""
    import numpy as np

    def bag(first: int, after: int) -> Floats:
        cells = slice(ends[first], ends[after])
        sums = np.bincount(stems.columns[cells], stems.values[cells], stems.width)
        return sums.astype(np.float64)

    left, right = bag(place - size, place), bag(place, place + size)
    norm = float(np.sqrt((left * left).sum() * (right * right).sum()))
    return float((left * right).sum()) / norm if norm else 0.0
