"""The words of a sentence as its neighbourhoods: words, pairs and threes, with its two ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

LONGEST = 3
FIRST, LAST = "^", "$"
"""What stands for the beginning and the end of a sentence."""


def ngrams_of(words: Sequence[str]) -> Iterator[str]:
    """Each run of one to three ``words`` once, as words between blanks."""
    padded = [FIRST, *words, LAST]
    threes = zip(padded, padded[1:], padded[2:], strict=False)
    yield from dict.fromkeys(words)
    yield from dict.fromkeys(f"{a} {b}" for a, b in pairwise(padded))
    yield from dict.fromkeys(f"{a} {b} {c}" for a, b, c in threes)
