"""The line that states how many comments there are."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.page.bounds.comment_header import CommentHeader
from summarizer.page.bounds.discussion import NEAR
from summarizer.page.bounds.line_index import LineIndex
from summarizer.page.interface import (
    LONGEST_LABEL,
    Line,
    Mark,
    find_amount,
    find_marks,
    fold_words,
    is_count,
    next_full,
)

_LONG = 200
"""Characters of a line that is a whole speech."""

_LONGEST_COUNT = 40
_BAR = " | "
_MORE, _FEWER = 1.6, 0.6
"""Lines for each stated comment: some have several, and a site loads them bit by bit."""


def find_count(index: LineIndex, headers: Sequence[CommentHeader]) -> int | None:
    """The line that states the number of comments: the last one above them, else the first."""
    before = headers[0].first if headers else len(index.lines)
    counts = [i for i in _find_counts(index) if 0 < i < before]
    stated = [i for i in counts if any(c.isdigit() for c in index.lines[i].text)] or counts
    if stated:
        return stated[-1] if headers else stated[0]
    return _find_in_unknown_words(index, before) if headers else None


def find_flat_count(index: LineIndex) -> int | None:
    """The line that counts the comments in an unknown language: about as many lines follow it.

    Only below a speech in one line, as a tool writes it that keeps no layout.
    """
    lines, full = index.lines, index.full
    if len(full) < 4 or len(lines[full[1]].text) < _LONG:  # noqa: PLR2004 - title, speech, count, one
        return None
    for rank, i in enumerate(full[2:], start=2):
        stated, after = _only_amount(lines[i]), len(full) - rank - 1
        if stated and stated * _FEWER <= after <= _MORE * stated + 1:
            return i
    return None


def read_count(lines: Sequence[Line], count: int | None) -> int | None:
    """The number in the line that counts the comments, or alone in the one below it."""
    if count is None:
        return None
    own = find_amount(_last_part(lines[count].text))
    below = next_full(lines, count + 1)
    return lines[below].amount if own is None and below < len(lines) else own


def states_count(line: Line) -> bool:
    """Whether the line states the comments, perhaps behind other things."""
    return line.says(Mark.COUNT) or (
        _BAR in line.text and Mark.COUNT in find_marks(_last_part(line.text))
    )


def _find_counts(index: LineIndex) -> list[int]:
    barred = [i for i in index.full if _BAR in index.lines[i].text]
    behind = {i for i in barred if states_count(index.lines[i])}
    return sorted(behind.union(index.marked.get(Mark.COUNT, ())))


def _find_in_unknown_words(index: LineIndex, first: int) -> int | None:
    """The number of comments in unknown words: two or three lines above the first of them."""
    lines = index.lines
    near = [i for i in range(max(first - NEAR, 0), first) if lines[i].text][-3:-1]
    likely = (i for i in near if is_count(lines[i].text) and not lines[i].stamp)
    return next((i for i in likely if lines[i].amount is None), None)


def _only_amount(line: Line) -> int | None:
    """The amount in a few words, None where there is none or another one."""
    text = line.text
    if len(text) > _LONGEST_COUNT or line.stamp or text[-1] in ".!?":
        return None
    worded = any(c.isalpha() for c in text) and fold_words(text).count("0") == 1
    return find_amount(text) if worded else None


def _last_part(text: str) -> str:
    return text[-LONGEST_LABEL:].rpartition(_BAR)[2]
