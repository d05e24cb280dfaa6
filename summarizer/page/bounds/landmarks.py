"""What stands where in one text: found once, read by all who read its parts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from summarizer.page.bounds.comment_count import find_count, find_flat_count, read_count
from summarizer.page.bounds.comment_header import CommentHeader
from summarizer.page.bounds.discussion import find_comment_headers
from summarizer.page.bounds.line_index import LineIndex
from summarizer.page.bounds.timed_runs import Run, find_runs


@dataclass(frozen=True)
class Landmarks(LineIndex):
    """What the lines of a text say one by one and together; each is found when first asked for.

    ``count`` is the line that states the number of comments, ``flat_count`` that of a page in
    unknown words without a layout, and ``stated`` the number.
    """

    @cached_property
    def comment_headers(self) -> tuple[CommentHeader, ...]:
        """Where comments begin."""
        return tuple(find_comment_headers(self))

    @cached_property
    def count(self) -> int | None:
        """The line that states the number of comments."""
        found = find_count(self, self.comment_headers)
        return found if found is not None or self.comment_headers else self.flat_count

    @cached_property
    def flat_count(self) -> int | None:
        """The line that counts the comments of a page without a layout, in unknown words."""
        return find_flat_count(self)

    @property
    def stated(self) -> int | None:
        """How many comments the page says it has."""
        return read_count(self.lines, self.count)

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """Where comments begin, beyond which no transcript goes on."""
        return tuple(header.first for header in self.comment_headers)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of times that are speech."""
        return find_runs(self, self.stops)
