"""Pages as an extractor writes them: title, speech, description, "32 comments", one a line."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Comment, Cue
from summarizer.page.lines import Line
from summarizer.page.words import Mark

_LONG = 200
"""Characters of a line that is a whole speech rather than a line of a description."""

_MARKS = (Mark.SORT, Mark.ADD, Mark.COUNT)


def read_plain_comments(lines: Sequence[Line], start: int) -> list[Comment]:
    """The comments from line ``start`` on, each a line, up to a line that closes the discussion."""
    comments = []
    for line in lines[start:]:
        if line.says(Mark.OFF):
            break
        if line.text and not line.says(*_MARKS):
            comments.append(Comment(line.text))
    return comments


def split_body(lines: Sequence[Line]) -> tuple[tuple[Cue, ...], list[Line]]:
    """Speech and description between the title and the comments: the first long line is speech."""
    first = next((i for i, line in enumerate(lines) if line.text), len(lines))
    if first < len(lines) and len(lines[first].text) >= _LONG and "://" not in lines[first].text:
        return (Cue(lines[first].text),), list(lines[first + 1 :])
    return (), list(lines[first:])


def find_channel(title: str) -> str | None:
    """The channel of a title line like "title • channel"."""
    name, dot, channel = title.rpartition(" • ")
    return channel if dot and name and channel else None
