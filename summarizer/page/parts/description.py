"""The description of a page: what stands between its head and the rest of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.page.interface.clock import read_stamp
from summarizer.page.parts.head import Head
from summarizer.page.interface.lines import Line, join, next_full, previous_full, unlink
from summarizer.page.interface.figures import is_subscribers
from summarizer.page.interface.vocabulary import Mark

_ENDS = (Mark.LESS, Mark.COUNT, Mark.OFF, Mark.ADD, Mark.SUBSCRIBERS, Mark.SORT)
_HEADINGS = (Mark.PANEL, Mark.CHAPTERS, Mark.BOX, Mark.SUMMARY)
_TRIMMING = (Mark.LESS, Mark.MORE, Mark.CHROME)
_DOTS = ("", "…", "...")
_LEADING = (Mark.ABOUT, Mark.CHROME)
_INTERFACE = (Mark.PANEL, Mark.CHAPTERS, Mark.BOX, Mark.SUBSCRIBERS, Mark.COUNT)


def find_description_end(lines: Sequence[Line], head: Head, start: int, limit: int) -> int:
    """The line where the description that starts at ``start`` ends, ``limit`` at the latest."""
    for i in range(start, limit):
        line = lines[i]
        if not head.found and line.says(Mark.LIKED):
            return i
        if _is_end(line) and not (i == start and line.says(Mark.COUNT)):
            return _without_channel(lines, start, i) if line.says(Mark.SUBSCRIBERS) else i
        if line.says(*_HEADINGS) and _is_interface(lines, i, limit):
            written = line.says(Mark.SUMMARY)  # by a machine, in the paragraph above
            return max(previous_full(lines, i - 1), start) if written else i
        if head.channel and unlink(line.text) == head.channel and _is_owner_box(lines, i, head):
            return i
    return limit


def _is_end(line: Line) -> bool:
    """Whether the line always stands below a description: "...more", "Show less", a number."""
    return line.says(*_ENDS) or (line.says(Mark.MORE) and line.text.startswith(_DOTS[1:]))


def cut_at_headings(lines: Sequence[Line], start: int, end: int, heading: str | None) -> int:
    """The end moved up to the line ``heading`` that also stands over the transcript below.

    The same words twice are the interface's, whatever the language.
    """
    if not heading:
        return end
    return next((i for i in range(max(start, end - 8), end) if lines[i].text == heading), end)


def describe(lines: Sequence[Line]) -> str:
    """The lines as a description, without the marks at its ends."""
    first, end = 0, len(lines)
    while end and (lines[end - 1].text in _DOTS or lines[end - 1].says(*_TRIMMING)):
        end -= 1
    while first < end and (not lines[first].text or lines[first].says(*_LEADING)):
        first += 1
    return join(lines[first:end])


def _is_interface(lines: Sequence[Line], at: int, limit: int) -> bool:
    """Whether a heading like "Chapters" is the site's: more of the interface follows it closely.

    Right below, or one line further where that line may be a sentence about the transcript.
    """
    below = next_full(lines, at + 1)
    for _ in range(1 + lines[at].says(Mark.PANEL)):
        if below >= limit:
            return below >= len(lines) or at + 4 >= limit
        line, stamp = lines[below], read_stamp(lines[below].text)
        if line.says(*_INTERFACE) or (stamp and stamp.alone):
            return True
        if "://" in line.text:
            return False
        below = next_full(lines, below + 1)
    return False


def _is_owner_box(lines: Sequence[Line], at: int, head: Head) -> bool:
    """Whether the channel's name in line ``at`` has its subscribers below it."""
    below = next_full(lines, at + 1)
    return below < len(lines) and (
        is_subscribers(lines[below]) or lines[below].text == head.subscribers
    )


def _without_channel(lines: Sequence[Line], start: int, fans: int) -> int:
    above = previous_full(lines, fans - 1)
    return above if above >= start else fans
