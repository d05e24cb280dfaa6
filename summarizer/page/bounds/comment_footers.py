"""Comments whose age and buttons stand below the text, as on Facebook, Instagram and Bilibili."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.page.interface.amounts import find_amount, parse_amount
from summarizer.page.interface.lines import Line, next_full
from summarizer.page.interface.vocabulary import Mark

_BUTTONS = (Mark.LIKED, Mark.REPLY)
_FOOT = (*_BUTTONS, Mark.AGE, Mark.REPLIES, Mark.TRANSLATE, Mark.EDITED, Mark.MORE, Mark.BADGE)
_MOST = 0.6
"""Share of a page's ages that have buttons right below them, where ages stand below the text."""

_FEWEST = 2


def find_feet(lines: Sequence[Line]) -> list[int]:
    """The lines of the ages that end a comment; none where ages stand above their text."""
    ages = [i for i, line in enumerate(lines) if line.says(Mark.AGE)]
    feet = [i for i in ages if _has_buttons(lines, i) and not lines[i - 1].text.startswith("@")]
    return feet if len(feet) >= max(_FEWEST, _MOST * len(ages)) else []


def find_start(lines: Sequence[Line], foot: int, floor: int) -> int:
    """The line where the comment above ``foot`` begins.

    Below the foot of another one (line ``floor`` - 1) that is the first line that is no button; the
    first comment goes up as far as lines are no interface.
    """
    if floor:
        return next(
            (i for i in range(floor, foot) if lines[i].text and not _is_foot(lines[i])), foot
        )
    start = foot
    for i in range(foot - 1, -1, -1):
        line = lines[i]
        if (line.marks and not line.says(Mark.BADGE)) or parse_amount(line.text) is not None:
            break
        start = i if line.text and not line.marks else start
    return start


def find_likes(lines: Sequence[Line], foot: int, end: int) -> int | None:
    """The likes that stand among the buttons from ``foot`` on."""
    for i in range(foot + 1, end):
        if not lines[i].text:
            continue
        if not _is_foot(lines[i]):
            return None
        if not lines[i].says(Mark.REPLIES) and (likes := find_amount(lines[i].text)) is not None:
            return likes
    return None


def _has_buttons(lines: Sequence[Line], at: int) -> bool:
    below = next_full(lines, at + 1)
    if below < len(lines) and parse_amount(lines[below].text) is not None:
        below = next_full(lines, below + 1)
    return below < len(lines) and lines[below].says(*_BUTTONS)


def _is_foot(line: Line) -> bool:
    return line.says(*_FOOT) or (bool(line.text) and parse_amount(line.text) is not None)
