"""Groups of texts that make the same point, each with its head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.language import detect
from summarizer.mood.points.linkage import link
from summarizer.mood.points.similarity import similarities
from summarizer.opinions import Point

if TYPE_CHECKING:
    from summarizer.mood.points.linkage import Wholes

SEVERAL = 2
MOST = 1_000
"""Texts that are compared, each with all others; those after them are in no group."""


def group_comments(texts: Sequence[str], language: str | None = None) -> tuple[Point, ...]:
    """The points that several of ``texts`` make, those of most texts first.

    Members are indices, the most central one first, which is the head; no text makes two points,
    and many make none. Average linkage of words and runs of letters; where it is cut depends on
    how much all texts speak of one thing.
    """
    texts = texts[:MOST]
    if len(texts) < SEVERAL:
        return ()
    found = similarities(texts, language or detect(" ".join(texts)))
    members = (_by_centrality(group, found.shares) for group in link(*found))
    ranked = sorted(members, key=lambda group: (-len(group), group))
    return tuple(Point(group[0], group) for group in ranked)


def _by_centrality(group: Sequence[int], shares: Wholes) -> tuple[int, ...]:
    import numpy as np

    sums = shares[np.ix_(group, group)].sum(axis=1)
    return tuple(one for _, one in sorted(zip((-sums).tolist(), group, strict=True)))
