"""Which lines of a text say what, found in one pass over them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from summarizer.page.interface import Line, Mark

_HANDLES = ("@", "[@")


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Line numbers, in order: of lines with text, of each mark, with a time, views, subscribers.

    ``handles`` begin with an @.
    """

    lines: Sequence[Line]
    full: Sequence[int]
    marked: Mapping[Mark, Sequence[int]]
    timed: Sequence[int]
    views: Sequence[int]
    subscribers: Sequence[int]
    handles: Sequence[int]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Self:
        """The index of ``lines``."""
        full = [i for i, line in enumerate(lines) if line.text]
        marked: dict[Mark, list[int]] = {}
        for i in full:
            for mark in lines[i].marks:
                marked.setdefault(mark, []).append(i)
        return cls(
            lines=lines,
            full=full,
            marked=marked,
            timed=[i for i in full if lines[i].stamp],
            views=[i for i in full if lines[i].gives_views],
            subscribers=[i for i in full if lines[i].gives_subscribers],
            handles=[i for i in full if lines[i].text.startswith(_HANDLES)],
        )

    def first(self, *marks: Mark, since: int = 0) -> int | None:
        """The first line from ``since`` on that says one of ``marks``."""
        found = (first_from(self.marked.get(mark, ()), since) for mark in marks)
        return min((at for at in found if at is not None), default=None)

    def last(self, *marks: Mark, before: int | None = None) -> int | None:
        """The last line before line ``before`` that says one of ``marks``."""
        before = len(self.lines) if before is None else before
        found = (last_before(self.marked.get(mark, ()), before) for mark in marks)
        return max((at for at in found if at is not None), default=None)

    def says(self, *marks: Mark, since: int = 0, before: int | None = None) -> bool:
        """Whether one of the lines from ``since`` on, before ``before``, says one of ``marks``."""
        at = self.first(*marks, since=since)
        return at is not None and (before is None or at < before)

    def count_full(self, since: int, before: int) -> int:
        """How many lines with text there are from ``since`` on, before ``before``."""
        return max(bisect_left(self.full, before) - bisect_left(self.full, since), 0)


def first_from(numbers: Sequence[int], since: int) -> int | None:
    """The first of ordered ``numbers`` that is at least ``since``."""
    place = bisect_left(numbers, since)
    return numbers[place] if place < len(numbers) else None


def last_before(numbers: Sequence[int], before: int) -> int | None:
    """The last of ordered ``numbers`` below ``before``."""
    place = bisect_left(numbers, before)
    return numbers[place - 1] if place else None


def between(numbers: Sequence[int], since: int, before: int) -> Sequence[int]:
    """Those of ordered ``numbers`` from ``since`` on, below ``before``."""
    return numbers[bisect_left(numbers, since) : bisect_left(numbers, before)]
