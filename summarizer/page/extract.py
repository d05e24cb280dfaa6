"""Pages as an extractor writes them: title, speech, description, "32 comments", one a line."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Comment, Cue
from summarizer.page.amounts import find_amount
from summarizer.page.clock import read_stamp
from summarizer.page.lines import Line
from summarizer.page.words import Mark, fold_words

_LONG = 200
"""Characters of a line that is a whole speech rather than a line of a description."""

_LONGEST_COUNT = 40
_MARKS = (Mark.SORT, Mark.ADD, Mark.COUNT)


def find_stated_size(lines: Sequence[Line]) -> int | None:
    """The line that counts the comments in an unknown language: about as many lines follow it.

    Only below a speech in one line, as an extractor writes it.
    """
    full = [i for i, line in enumerate(lines) if line.text]
    if len(full) < 4 or len(lines[full[1]].text) < _LONG:  # noqa: PLR2004 - title, speech, count, one
        return None
    for rank, i in enumerate(full[2:], start=2):
        stated, after = _only_amount(lines[i].text), len(full) - rank - 1
        if stated and stated * 0.6 <= after <= stated * 1.6 + 1:
            return i
    return None


def _only_amount(text: str) -> int | None:
    """The amount in a few words, None where there is none or another one."""
    if len(text) > _LONGEST_COUNT or fold_words(text).count("0") != 1 or text[-1] in ".!?":
        return None
    return find_amount(text) if any(c.isalpha() for c in text) and not read_stamp(text) else None


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
