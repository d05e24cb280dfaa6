"""The comments of a page: where each begins, and where the last one must end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from summarizer.page.bounds.comment_footers import (
    find_comment_footers,
    find_first_line,
    find_likes,
)
from summarizer.page.bounds.comment_header import CommentHeader, is_author, read_comment_header
from summarizer.page.bounds.line_index import LineIndex, between
from summarizer.page.bounds.thread_header import read_thread_header
from summarizer.page.interface import Line, Mark, find_marks, next_full, previous_full, unlink

NEAR = 20
"""Lines between the number of comments and the first of them, at most."""

_LONGEST_NAME = 50
_SHORTEST_SAID = 5
"""Characters beside the name in a label of its owner's picture."""

_REACH = 3
_FEWEST_ADVISED = 2
_ADVISED = 4
"""Lines of a recommended video above its views, its heading among them."""

_SPEAKING = (Mark.REPLY, Mark.ADD, Mark.REPLIES)
"""Buttons that no page without a discussion has."""


def find_comment_headers(index: LineIndex) -> list[CommentHeader]:
    """Where comments begin, if more than a name above an age speaks for a discussion."""
    return _below_count(index, _believed(index, _find_likely(index)))


def find_discussion_end(index: LineIndex, headers: Sequence[CommentHeader], stop: int) -> int:
    """The line where the last comment must end, ``stop`` at the latest."""
    if not headers:
        return stop
    body = headers[-1].body
    said = next_full(index.lines, body)
    marked = (
        at
        for mark in (Mark.PANEL, Mark.ADD, Mark.CHROME)
        for at in index.marked.get(mark, ())
        if body <= at < stop and _ends_discussion(index.lines, at, said)
    )
    advised = find_advised(index, body, stop)
    return min((*marked, stop if advised is None else advised))


def find_advised(index: LineIndex, since: int, before: int) -> int | None:
    """Where the videos begin that a site recommends: at a heading above several with their views.

    Without a heading that is known, at the title above the first views, two lines up.
    """
    lines, views = index.lines, between(index.views, since, before)
    numbered = [i for i in views if any(c.isdigit() for c in lines[i].text)]
    if not numbered:
        return None
    full = index.full[: bisect_left(index.full, numbered[0])][-_ADVISED:]
    below = [i for i in full if i > since]
    headings = (i for i in below if lines[i].says(Mark.CHROME))
    titled = len(numbered) >= _FEWEST_ADVISED and len(below) > 1
    return next(headings, below[-2] if titled else None)


def _find_likely(index: LineIndex) -> list[CommentHeader]:
    """All headers. Where most authors are @handles, names without @ do not count."""
    lines = index.lines
    if footers := find_comment_footers(index):
        return _above_footers(lines, footers)
    likely = sorted({*index.marked.get(Mark.AGE, ()), *index.handles})
    found = [header for i in likely if (header := read_comment_header(lines, i))]
    if len(found) < 2:  # noqa: PLR2004 - one may be the page's own age
        threads = [h for i in index.full if (h := read_thread_header(lines, i))]
        found = threads if len(threads) > len(found) else found
    handles = [header for header in found if header.author.startswith("@")]
    if 2 * len(handles) < len(found):
        return _with_votes(lines, found)
    return _with_names(lines, handles)


def _with_names(lines: Sequence[Line], headers: list[CommentHeader]) -> list[CommentHeader]:
    """The headers with the names that Mastodon and X show over the handles, if all have one."""
    if not any(Mark.AGE in find_marks(header.age or "") for header in headers):
        return headers  # an unknown word for "reply" may stand there
    if all(_may_show(lines[header.first - 1]) for header in headers if header.first):
        return [header._replace(first=max(header.first - 1, 0)) for header in headers]
    return headers


def _may_show(line: Line) -> bool:
    text = line.text
    return 0 < len(text) <= _LONGEST_NAME and text[-1] not in ".!?…" and is_author(line)


def _above_footers(lines: Sequence[Line], footers: Sequence[int]) -> list[CommentHeader]:
    """The headers of comments that end with their age; the name stands alone above the text."""
    found: list[CommentHeader] = []
    floors = [0, *(footer + 1 for footer in footers)]
    for footer, floor, end in zip(footers, floors, [*footers[1:], len(lines)], strict=False):
        first = find_first_line(lines, footer, floor)
        name = _below_picture(lines, first, footer)
        body, author = next_full(lines, name + 1), unlink(lines[name].text)
        if body < footer and is_author(lines[name]):
            likes, age = find_likes(lines, footer, end), lines[footer].text
            found.append(CommentHeader(first, body, author, age, likes=likes, until=footer))
    return found


def _below_picture(lines: Sequence[Line], first: int, footer: int) -> int:
    """The line of a name, where ``first`` tells screen readers that its owner's picture is there.

    "anna.b's profile picture" stands above "anna.b", in any language.
    """
    below = next_full(lines, first + 1)
    if next_full(lines, below + 1) >= footer:
        return first
    label, name = lines[first].text, lines[below].text
    said = len(label) - len(name)
    return below if name in label and _SHORTEST_SAID <= said <= _LONGEST_NAME else first


def _with_votes(lines: Sequence[Line], headers: list[CommentHeader]) -> list[CommentHeader]:
    """The headers with the votes that some threads show above each name, the first one's too."""
    above = [previous_full(lines, header.first - 1, _REACH) for header in headers]
    votes = [lines[i].amount if i >= 0 else None for i in above]
    known = sum(count is not None for count in votes)
    if len(votes) < 2 or votes[0] is None or 2 * known <= len(votes):  # noqa: PLR2004 - by chance
        return headers
    return [
        header if count is None else header._replace(first=i, likes=count)
        for header, i, count in zip(headers, above, votes, strict=True)
    ]


def _believed(index: LineIndex, headers: list[CommentHeader]) -> list[CommentHeader]:
    """The headers, where more than a name above an age speaks for a discussion.

    That it is counted does, if it begins near its number: among plain comments, one a line, two
    short ones may look like a name above an age.
    """
    if not headers or any(header.sure for header in headers) or index.says(*_SPEAKING):
        return headers
    count = index.last(Mark.COUNT, before=headers[0].first)
    near = count is not None and index.count_full(count, headers[0].first) <= NEAR
    return headers if near else []


def _below_count(index: LineIndex, headers: list[CommentHeader]) -> list[CommentHeader]:
    """The headers without a lone one above the number of comments: the page's own age."""
    if len(headers) < 2:  # noqa: PLR2004 - it is the only one
        return headers
    own = index.says(Mark.COUNT, since=headers[0].first, before=headers[1].first)
    return headers[1:] if own else headers


def _ends_discussion(lines: Sequence[Line], at: int, said: int) -> bool:
    """Whether the interface goes on in line ``at``: the transcript, a box, recommended videos."""
    below = next_full(lines, at + 1)
    if at == said and below < len(lines) and lines[below].says(Mark.REPLY):
        return False  # a comment in the words of a heading
    if lines[at].says(Mark.PANEL):
        return True
    if at <= said:
        return False
    return lines[at].says(Mark.ADD) or _is_above_video(lines, below)


def _is_above_video(lines: Sequence[Line], at: int) -> bool:
    """Whether a video's length stands at line ``at``, or below one that says what plays next."""
    below = next_full(lines, at + 1)
    return any(i < len(lines) and lines[i].is_time for i in (at, below))
