"""Comments whose age and buttons stand below the text, as on Facebook, Instagram and Bilibili."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.page.bounds.comment_header import HANDLE
from summarizer.page.bounds.line_index import LineIndex
from summarizer.page.interface import BLANK, Line, Mark, find_amount, next_full, previous_full

_BUTTONS = (Mark.LIKED, Mark.REPLY)
_FOOTER = (*_BUTTONS, Mark.AGE, Mark.REPLIES, Mark.TRANSLATE, Mark.EDITED, Mark.MORE, Mark.BADGE)
_MOST = 0.5
"""Share of a page's ages that have buttons right below them, where ages stand below the text."""

_FEWEST = 2
# A day "5-12", or an age as short as networks write it in any language: "2 Wo.", "3주".
_SHORT_AGE = re.compile(r"\d{1,2}-\d{1,2}|\d{1,3}\s?[^\W\d_]{1,8}\.?")


def find_comment_footers(index: LineIndex) -> list[int]:
    """The lines of the ages that end a comment; none where ages stand above their text."""
    lines = index.lines
    ages = sorted({*index.marked.get(Mark.AGE, ()), *_find_days(index)})
    below = (i for i in ages if i and not HANDLE.fullmatch(lines[i - 1].text))
    footers = [i for i in below if _has_buttons(lines, i)]
    return footers if len(footers) >= max(_FEWEST, _MOST * len(ages)) else []


def find_first_line(lines: Sequence[Line], footer: int, floor: int) -> int:
    """The line where the comment above ``footer`` begins.

    Below the footer of another one (line ``floor`` - 1) that is the first line that is no button;
    the first comment goes up as far as lines are no interface, nor the age of a post above.
    """
    if floor:
        said = (i for i in range(floor, footer) if lines[i].text and not _is_footer(lines[i]))
        return next(said, footer)
    first = footer
    for i in range(footer - 1, -1, -1):
        line = lines[i]
        if (line.marks and not line.says(Mark.BADGE)) or line.amount is not None:
            break
        if line.text and _unit(line.text) == _unit(lines[footer].text):
            break
        first = i if line.text and not line.marks else first
    return first


def find_likes(lines: Sequence[Line], footer: int, end: int) -> int | None:
    """The likes that stand among the buttons from ``footer`` on."""
    for i in range(footer + 1, end):
        if not lines[i].text:
            continue
        if not _is_footer(lines[i]):
            return None
        if not lines[i].says(Mark.REPLIES) and (likes := find_amount(lines[i].text)) is not None:
            return likes
    return None


def _find_days(index: LineIndex) -> Iterator[int]:
    """Days and short ages above "Reply", likes perhaps between: elsewhere they may be a score."""
    for reply in index.marked.get(Mark.REPLY, ()):
        above = previous_full(index.lines, reply - 1)
        if above >= 0 and index.lines[above].says(Mark.LIKED):
            above = previous_full(index.lines, above - 1)
        line = index.lines[above] if above >= 0 else BLANK
        if not line.marks and line.amount is None and _SHORT_AGE.fullmatch(line.text):
            yield above


def _has_buttons(lines: Sequence[Line], at: int) -> bool:
    below = next_full(lines, at + 1)
    if below < len(lines) and lines[below].amount is not None:
        below = next_full(lines, below + 1)
    return below < len(lines) and lines[below].says(*_BUTTONS)


def _unit(text: str) -> str:
    """The letters of a short age in any language; a sign of its own for other lines."""
    return "".join(filter(str.isalpha, text)) if _SHORT_AGE.fullmatch(text) else text


def _is_footer(line: Line) -> bool:
    return line.says(*_FOOTER) or line.amount is not None
