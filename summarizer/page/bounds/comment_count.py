"""The line that states how many comments there are."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.page.interface.amounts import find_amount, parse_amount
from summarizer.page.interface.clock import read_stamp
from summarizer.page.kinds.flat_page import find_stated_size
from summarizer.page.bounds.comment_headers import Header
from summarizer.page.interface.lines import Line, next_full
from summarizer.page.interface.figures import is_count
from summarizer.page.interface.vocabulary import LONGEST, Mark, find_marks

NEAR = 20
"""Lines between the number of comments and the first of them, at most."""


def find_count(lines: Sequence[Line], headers: Sequence[Header]) -> int | None:
    """The line that states the number of comments: the last one above them, else the first."""
    end = headers[0].first if headers else len(lines)
    counts = [i for i in range(end) if i and states_count(lines[i])]
    stated = [i for i in counts if any(c.isdigit() for c in lines[i].text)] or counts
    if not stated:
        return _find_strange(lines, headers[0].first) if headers else find_stated_size(lines)
    return stated[-1] if headers else stated[0]


def read_count(lines: Sequence[Line], count: int | None) -> int | None:
    """The number in the line that counts the comments, or alone in the one below it."""
    if count is None:
        return None
    below = next_full(lines, count + 1)
    number = parse_amount(lines[below].text) if below < len(lines) else None
    return number if (own := find_amount(_last_part(lines[count]))) is None else own


def states_count(line: Line) -> bool:
    """Whether the line states the comments, perhaps behind other things."""
    return line.says(Mark.COUNT) or Mark.COUNT in find_marks(_last_part(line))


def _find_strange(lines: Sequence[Line], first: int) -> int | None:
    """The number of comments in unknown words: two or three lines above the first of them."""
    near = [i for i in range(max(first - NEAR, 0), first) if lines[i].text][-3:-1]
    likely = (i for i in near if is_count(lines[i].text) and not read_stamp(lines[i].text))
    return next((i for i in likely if parse_amount(lines[i].text) is None), None)


def _last_part(line: Line) -> str:
    return line.text[-LONGEST:].rpartition(" | ")[2]
