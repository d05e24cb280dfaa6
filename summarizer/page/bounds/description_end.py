"""Where the description of a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.page.interface import Line, Mark, next_full, previous_full, unlink

_ENDS = (Mark.LESS, Mark.COUNT, Mark.OFF, Mark.ADD, Mark.SUBSCRIBERS, Mark.SORT)
_HEADINGS = (Mark.PANEL, Mark.CHAPTERS, Mark.BOX, Mark.SUMMARY)
_CUT = ("…", "...")
"""How a site marks that it shows only the beginning."""

_INTERFACE = (Mark.PANEL, Mark.CHAPTERS, Mark.BOX, Mark.SUBSCRIBERS, Mark.COUNT)
_NEAR = 8
"""Lines at a description's end in which the transcript's heading may stand first."""


class Owner(NamedTuple):
    """The channel and its subscribers as the head of the page writes them."""

    channel: str | None
    subscribers: str | None


def find_description_end(lines: Sequence[Line], first: int, limit: int, owner: Owner | None) -> int:
    """The line where the description that begins at ``first`` ends, ``limit`` at the latest.

    ``owner`` is None on a page without a head.
    """
    for i in range(first, limit):
        line = lines[i]
        if line.marks and (end := _end_at(lines, i, range(first, limit), owner)) is not None:
            return end
        if owner and owner.channel == unlink(line.text) and _is_owner_box(lines, i, owner):
            return i
    return limit


def end_above_heading(lines: Sequence[Line], first: int, end: int, heading: str | None) -> int:
    """The end moved up to the line ``heading`` that also stands over the transcript below.

    The same words twice are the interface's, whatever the language.
    """
    if not heading:
        return end
    near = range(max(first, end - _NEAR), end)
    return next((i for i in near if lines[i].text == heading), end)


def _end_at(lines: Sequence[Line], at: int, described: range, owner: Owner | None) -> int | None:
    """Where the description ends if line ``at``, a word of the interface, ends it."""
    line = lines[at]
    if owner is None and line.says(Mark.LIKED):
        return at
    if _is_end(line) and not (at == described.start and line.says(Mark.COUNT)):
        return _above_channel(lines, described.start, at) if line.says(Mark.SUBSCRIBERS) else at
    if line.says(*_HEADINGS) and _is_interface(lines, at, described.stop):
        written = line.says(Mark.SUMMARY)  # by a machine, in the paragraph above
        return max(previous_full(lines, at - 1), described.start) if written else at
    return None


def _is_end(line: Line) -> bool:
    """Whether the line always stands below a description: "...more", "Show less", a number."""
    return line.says(*_ENDS) or (line.says(Mark.MORE) and line.text.startswith(_CUT))


def _is_interface(lines: Sequence[Line], at: int, limit: int) -> bool:
    """Whether a heading like "Chapters" is the site's: more of the interface follows it closely.

    Right below, or one line further where that line may be a sentence about the transcript.
    """
    below = next_full(lines, at + 1)
    for _ in range(1 + lines[at].says(Mark.PANEL)):
        if below >= limit:
            return below >= len(lines) or at + 4 >= limit
        if lines[below].says(*_INTERFACE) or lines[below].is_time:
            return True
        if "://" in lines[below].text:
            return False
        below = next_full(lines, below + 1)
    return False


def _is_owner_box(lines: Sequence[Line], at: int, owner: Owner) -> bool:
    """Whether the channel's name in line ``at`` has its subscribers below it."""
    below = next_full(lines, at + 1)
    return below < len(lines) and (
        lines[below].gives_subscribers or lines[below].text == owner.subscribers
    )


def _above_channel(lines: Sequence[Line], first: int, subscribers: int) -> int:
    above = previous_full(lines, subscribers - 1)
    return above if above >= first else subscribers
