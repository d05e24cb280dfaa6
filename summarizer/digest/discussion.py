"""A discussion longer than is read at a time: its beginning, where sites put what is liked most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from summarizer.model import Comment

MOST = 4_000_000
"""Letters that are read of all comments, so that any discussion takes seconds."""

A_COMMENT = 200
"""Letters that a comment counts for besides its own: the shortest takes time too."""


def beginning_of(comments: Sequence[Comment]) -> Sequence[Comment]:
    """The first ``comments``, as many as are read; mostly all of them."""
    costs = accumulate(len(comment.text) + A_COMMENT for comment in comments)
    fits = sum(cost <= MOST for cost in costs)
    return comments if fits == len(comments) else comments[: max(fits, 1)]
