"""The description of a page, between its head and the rest of the interface."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.page.interface import Line, Mark, join

_TRIMMING = (Mark.LESS, Mark.MORE, Mark.CHROME)
_DOTS = ("", "…", "...")
_LEADING = (Mark.ABOUT, Mark.CHROME)


def describe(lines: Sequence[Line]) -> str:
    """The lines as a description, without the marks at its ends."""
    first, end = 0, len(lines)
    while end and (lines[end - 1].text in _DOTS or lines[end - 1].says(*_TRIMMING)):
        end -= 1
    while first < end and (not lines[first].text or lines[first].says(*_LEADING)):
        first += 1
    return join(lines[first:end])
