"""The lines of a pasted text, each with what it says as a part of the interface."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.model import Omission
from summarizer.page.interface.amounts import parse_amount
from summarizer.page.interface.clock import Stamp, read_stamp
from summarizer.page.interface.figures import gives_subscribers, gives_views
from summarizer.page.interface.quotes import unquoted
from summarizer.page.interface.vocabulary import LONGEST_LABEL, NOTHING, Mark, Marks, find_marks

INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
MOST_LINES = 60_000
"""Lines that are read: more than the longest page known has, so that any text takes seconds."""

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,2000}\)")
_ENDS = INVISIBLE + " \t\r\u00a0\u202f\u3000"


class Line(NamedTuple):
    """A line without the white space around it, and all that is ever asked of its text.

    ``marks`` is empty for ordinary words, ``stamp`` the time at its start, ``amount`` the number
    that it is and nothing else.
    """

    text: str
    marks: Marks = NOTHING
    stamp: Stamp | None = None
    amount: int | None = None
    gives_views: bool = False
    gives_subscribers: bool = False

    def says(self, *marks: Mark) -> bool:
        """Whether the line is one of ``marks``."""
        return bool(self.marks) and not self.marks.isdisjoint(marks)

    @property
    def is_time(self) -> bool:
        """Whether the line is a time and nothing else."""
        return self.stamp is not None and not self.stamp.rest


BLANK = Line("")


def read_lines(text: str) -> tuple[list[Line], tuple[Omission, ...]]:
    """``text`` line by line, and an omission where it has more lines than any page."""
    parts = _BREAKS.sub("\n", text).split("\n", MOST_LINES)
    left = parts.pop() if len(parts) > MOST_LINES else ""
    number = MOST_LINES + left.count("\n") + (not left.endswith("\n"))
    missing = (Omission("too-long", MOST_LINES, number),) if left else ()
    return [read_line(part) for part in unquoted(parts)], missing


def read_line(text: str) -> Line:
    """One line, trimmed and looked up."""
    trimmed = text.strip(_ENDS)
    if not trimmed:
        return BLANK
    return _known(trimmed) if len(trimmed) <= LONGEST_LABEL else _look_up(trimmed)


def unlink(text: str) -> str:
    """The words of a line that is a Markdown link and nothing else, or ``text`` itself."""
    if not (text.startswith("[") and text.endswith(")")):
        return text
    found = _LINK.fullmatch(text)
    return found[1] if found else text


def join(lines: Iterable[Line]) -> str:
    """The lines as one text, blank lines kept inside and dropped around."""
    return "\n".join([line.text for line in lines]).strip()


def next_full(lines: Sequence[Line], at: int, reach: int = 4) -> int:
    """Index of the first line with text from ``at`` on, at most ``reach`` on; else the length."""
    for i in range(at, min(at + reach, len(lines))):
        if lines[i].text:
            return i
    return len(lines)


def previous_full(lines: Sequence[Line], at: int, reach: int = 4) -> int:
    """Index of the last line with text up to ``at``, at most ``reach`` back; else -1."""
    for i in range(at, max(at - reach, -1), -1):
        if lines[i].text:
            return i
    return -1


def _look_up(text: str) -> Line:
    marks = find_marks(unlink(text))
    return Line(
        text,
        marks,
        read_stamp(text),
        parse_amount(text),
        gives_views(text),
        Mark.SUBSCRIBERS in marks or gives_subscribers(text),
    )


_known = lru_cache(maxsize=1 << 14)(_look_up)
"""Short lines come again and again: "Reply", "2 years ago"."""
