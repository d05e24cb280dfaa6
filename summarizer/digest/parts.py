"""The parts of a text that a summary covers: its chapters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from summarizer.model import Sentence


def parts_of(sentences: Sequence[Sentence]) -> list[int]:
    """The number of each sentence's chapter, counted from 0; all 0 where there are none.

    Parts by shifts of topic (Hearst, "TextTiling", 1997) were left: readers' marks are met better
    without them.
    """
    changes = [a.chapter != b.chapter for a, b in pairwise(sentences)]
    return list(accumulate(map(int, changes), initial=0))
