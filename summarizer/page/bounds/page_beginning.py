"""Whether a text begins a page of its own, or goes on with the page whose parts came before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from summarizer.page.bounds.landmarks import Landmarks
from summarizer.page.interface import Line, Mark, read_lines

_TOP = 2500
"""Characters of a page's beginning that hold its head."""
_TOP_LINES = 24
_JOINT_LINES = 8
"""Lines on each side of a joint in which a transcript shows its times."""
_END_LINES = 3
_LONGEST_TITLE = 250
_PARAGRAPH = 1000
_TRANSCRIPT = 10
"""Times of speech that make a transcript, rather than a moment that a comment quotes."""
_BELOW_HEAD = (Mark.AGE, Mark.COUNT, Mark.REPLY, Mark.ADD)
_DOT = "•"


def begins_anew(parts: Sequence[str], following: str) -> bool:
    """Whether ``following`` begins another page than the one that ``parts`` began.

    Evidence is a second head, a transcript that starts again, a title beside its channel. That a
    head is missing says nothing.
    """
    titled = len(parts[0]) <= _LONGEST_TITLE  # one client sends a title alone first
    return (
        (not titled and _has_head(following))
        or _goes_back(parts[-1], following)
        or _shows_transcript(parts, following)
        or _shows_signature(following)
    )


def is_signed(line: str, below: str) -> bool:
    """Whether ``line`` is a title beside its channel, above a whole speech in one paragraph."""
    return f" {_DOT} " in line[:_LONGEST_TITLE] and len(below) >= _PARAGRAPH


def _has_head(text: str) -> bool:
    """Whether the views stand below a title, and no time or comment stands above them.

    Among the videos that a site recommends each has its views, with a dot below them.
    """
    top = _full(text[:_TOP])[:_TOP_LINES]
    views = [number for number, line in enumerate(top) if line.gives_views]
    head = list(takewhile(lambda line: not _is_below_head(line), top))
    if len(views) != 1 or not 0 < views[0] < len(head):
        return False
    return all(line.text != _DOT for line in top[views[0] + 1 : views[0] + 2])


def _is_below_head(line: Line) -> bool:
    return line.says(*_BELOW_HEAD) or line.stamp is not None


def _goes_back(before: str, after: str) -> bool:
    """Whether times run up to the joint and from it, and those after it begin earlier."""
    end = _full(before[-_TOP:])[-_JOINT_LINES:]
    ran, runs = _times(end), _times(_full(after[:_TOP])[:_JOINT_LINES])
    if not _times(end[-_END_LINES:]) or min(len(ran), len(runs)) < 2:  # noqa: PLR2004 - a run
        return False
    return runs[0] < ran[-1] and ran == sorted(ran) and runs == sorted(runs)


def _shows_transcript(parts: Sequence[str], following: str) -> bool:
    """Whether it begins with a transcript's heading, and a transcript has been before."""
    top = _full(following[:_TOP])[:_JOINT_LINES]
    if not top or not top[0].says(Mark.PANEL, Mark.CHAPTERS) or not _times(top):
        return False
    return any(_holds_transcript(part) for part in parts)


def _holds_transcript(text: str) -> bool:
    """Whether people talk at this many times; a page lists its chapters more than once."""
    return sum(map(len, Landmarks.of(read_lines(text)[0]).runs)) >= _TRANSCRIPT


def _shows_signature(text: str) -> bool:
    first, _, rest = text.strip().partition("\n")
    return is_signed(first, rest.lstrip().partition("\n")[0])


def _full(text: str) -> list[Line]:
    return [line for line in read_lines(text)[0] if line.text]


def _times(lines: Sequence[Line]) -> list[float]:
    return [line.stamp.start for line in lines if line.stamp]
