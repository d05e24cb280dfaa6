"""Copied panels and live chats, in which each message has a time and an author."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Comment, Page
from summarizer.page.bounds import Landmarks
from summarizer.page.interface import Line
from summarizer.page.kinds.chats.glued import Row
from summarizer.page.kinds.chats.messages import to_comment
from summarizer.page.kinds.chats.sent import with_sent_links
from summarizer.page.kinds.chats.shapes import SHAPES

_FEWEST = 3
_SAMPLE = 2000
"""Lines that are enough to know a chat."""


def weigh_talk(landmarks: Landmarks) -> float:
    """The share of lines that the best of the chat shapes explains."""
    sample = landmarks.lines[:_SAMPLE]
    rows = find_rows(sample)
    return min(count_lines(rows) / landmarks.count_full(0, _SAMPLE), 1.0) if rows else 0.0


def read_talk(landmarks: Landmarks) -> Page:
    """The messages as a discussion."""
    return with_sent_links(Page(comments=to_comments(find_rows(landmarks.lines))))


def find_rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of the shape that finds most messages, none where they are too few."""
    rows = max((shape.read(lines) for shape in SHAPES), key=len)
    return rows if len(rows) >= _FEWEST else []


def count_lines(rows: Sequence[Row]) -> int:
    """The lines with words that ``rows`` are made of."""
    return sum(row.above + sum(1 for line in row.lines if line.text) for row in rows)


def to_comments(rows: Sequence[Row]) -> tuple[Comment, ...]:
    """What is said in ``rows``."""
    found = (to_comment(row.author, (line.text for line in row.lines)) for row in rows)
    return tuple(comment for comment in found if comment)
