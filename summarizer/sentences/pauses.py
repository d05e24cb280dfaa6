"""The silences between cues, told from the times at which they start."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from summarizer.sentences.marks import Piece


def silences(begins: Sequence[int], pieces: Sequence[Piece]) -> dict[int, float]:
    """Where each of ``pieces`` begins -> seconds longer than the words before it take.

    The pace is that of the median cue. Empty where a time is missing.
    """
    starts = [piece.cue.start for piece in pieces]
    steps = [
        (b - a, len(piece.text))
        for a, b, piece in zip(starts, starts[1:], pieces, strict=False)
        if a is not None and b is not None
    ]
    if len(steps) < len(pieces) - 1 or not steps:
        return {}
    pace = median(seconds / size for seconds, size in steps)
    left = (max(0.0, seconds - pace * size) for seconds, size in steps)
    return dict(zip(begins[1:], left, strict=True))
