"""Chats: live-chat replays and logs, in which each message has a time and an author."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Comment, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import INVISIBLE, Line, Mark, find_marks, join
from summarizer.page.kinds.chats.shapes import SHAPES, Row

_NO_MESSAGE = frozenset({Mark.OMITTED, Mark.REPLIES})
_FEWEST = 3
_SAMPLE = 2000
"""Lines that are enough to know a chat."""


def weigh_talk(landmarks: Landmarks) -> float:
    """The share of lines that the best of the chat shapes explains."""
    sample = landmarks.lines[:_SAMPLE]
    full = landmarks.count_full(0, _SAMPLE)
    rows = _best(sample)
    explained = sum(row.above + sum(1 for line in row.lines if line.text) for row in rows)
    return min(explained / full, 1.0) if len(rows) >= _FEWEST else 0.0


def read_talk(landmarks: Landmarks) -> Page:
    """The messages as a discussion."""
    rows = _best(landmarks.lines)
    kept = ([line for line in row.lines if not _is_omitted(line)] for row in rows)
    comments = (Comment(join(k), row.author) for k, row in zip(kept, rows, strict=True))
    return Page(comments=tuple(comment for comment in comments if comment.text))


def _is_omitted(line: Line) -> bool:
    """Whether the line only stands for a picture, a thread or a note of the service."""
    return not _NO_MESSAGE.isdisjoint(find_marks(line.text.strip(INVISIBLE)))


def _best(lines: Sequence[Line]) -> list[Row]:
    """The rows of the shape that finds most messages."""
    return max((read(lines) for read in SHAPES), key=len)
