"""Who wrote a post: a name over a handle, or a user's name over an age, as the networks set them.

X and Bluesky write name, @handle, a dot and the age; Mastodon the age above the name, or below;
Threads a name in small letters and the age. The post that a page is about has its date below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.page.bounds import HANDLE, Landmarks
from summarizer.page.interface import Line, Mark, next_full, previous_full

_DOTS = frozenset({"·", "•", "∙"})
_MIDDLE_DOT = "·"
_USER = re.compile(r"[a-z0-9_][a-z0-9._]{1,29}")
_ONE_LINE = re.compile(r"(?:(\S.{0,58}?)\s)?(@[^\s@]{1,60}(?:@[^\s@]{1,60})?)\s?·\s?(.{1,24})")
_HOUR = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LONGEST_MOMENT = 48
_MOST_LETTERS = 26
"""Letters of a moment: a day and a month in words, and what stands for morning."""

_LONGEST_AGE = 24
_LONGEST_NAME = 60
_REACH = 3
_NO_NAME = (
    Mark.AGE,
    Mark.REPLY,
    Mark.REPLIES,
    Mark.LIKED,
    Mark.MORE,
    Mark.COUNT,
    Mark.SORT,
    Mark.ADD,
)


class PostHeader(NamedTuple):
    """The lines ``first`` up to, not with, ``body`` that say who posted.

    ``age`` is None for the post that a page is about, and where a person is only presented;
    ``sure``: no other site writes it so.
    """

    first: int
    body: int
    name: str
    handle: str
    age: str | None = None
    sure: bool = False


def find_post_headers(landmarks: Landmarks) -> list[PostHeader]:
    """All lines that name an author as social networks do, in order."""
    found = (read_post_header(landmarks.lines, i) for i in landmarks.handles)
    return [header for header in found if header]


def find_user_headers(landmarks: Landmarks) -> list[PostHeader]:
    """All users' names in small letters right above an age, as Threads sets them."""
    lines, ages = landmarks.lines, landmarks.marked.get(Mark.AGE, ())
    pairs = ((i, previous_full(lines, i - 1)) for i in ages)
    return [
        PostHeader(above, i + 1, lines[above].text, lines[above].text, lines[i].text)
        for i, above in pairs
        if above >= 0 and not lines[above].marks and _USER.fullmatch(lines[above].text)
    ]


def read_post_header(lines: Sequence[Line], at: int) -> PostHeader | None:
    """The header whose handle stands in line ``at``; None where no name stands above it."""
    text = lines[at].text
    whole = _ONE_LINE.fullmatch(text)
    handle = whole[2] if whole else text
    above = _find_name(lines, at)
    if not HANDLE.fullmatch(handle) or above < 0:
        return None
    header = PostHeader(above, at + 1, lines[above].text, handle)
    if whole:
        return header._replace(age=whole[3], sure=True)
    return _with_age_below(lines, header) or _with_age_above(lines, header) or header


def is_moment(line: Line) -> bool:
    """Whether the line is a day of a year with an hour, as below the post that a page is about."""
    text = line.text
    if not text or len(text) > _LONGEST_MOMENT or sum(map(str.isalpha, text)) > _MOST_LETTERS:
        return False
    return _HOUR.search(text) is not None and _YEAR.search(text) is not None


def _find_name(lines: Sequence[Line], handle: int) -> int:
    """The line of the name above a handle, -1 where there is none; badges may stand between."""
    at = previous_full(lines, handle - 1, _REACH)
    while at >= 0 and lines[at].says(Mark.BADGE):
        at = previous_full(lines, at - 1, _REACH)
    if at < 0 or not 0 < len(lines[at].text) <= _LONGEST_NAME:
        return -1
    line = lines[at]
    is_other = line.text.startswith("@") or line.amount is not None or line.text in _DOTS
    return -1 if is_other or line.says(*_NO_NAME) else at


def _with_age_below(lines: Sequence[Line], header: PostHeader) -> PostHeader | None:
    """The header with the age below its handle, perhaps behind a dot."""
    at = next_full(lines, header.body)
    dots = 0
    while at < len(lines) and lines[at].text in _DOTS and dots < _REACH:
        dots, at = dots + (lines[at].text == _MIDDLE_DOT), next_full(lines, at + 1)
    if at == len(lines):
        return None
    sure = bool(dots) or lines[at].text.startswith(_MIDDLE_DOT) or _has_server(header.handle)
    if not (lines[at].says(Mark.AGE) or (sure and _may_be_age(lines[at]))):
        return None
    age = lines[at].text.lstrip(" ·\u00a0")
    return header._replace(body=at + 1, age=age, sure=sure)


def _with_age_above(lines: Sequence[Line], header: PostHeader) -> PostHeader | None:
    """The header with the age above its name, as Mastodon has it."""
    at = previous_full(lines, header.first - 1)
    if at < 0 or not _has_server(header.handle) or not _may_be_age(lines[at]):
        return None
    return header._replace(first=at, age=lines[at].text, sure=True)


def _may_be_age(line: Line) -> bool:
    """Whether the line has the shape of an age or a day in any language: short, with a number."""
    short = len(line.text) <= _LONGEST_AGE and any(map(str.isdigit, line.text))
    return line.says(Mark.AGE) or (short and line.amount is None and not is_moment(line))


def _has_server(handle: str) -> bool:
    return "@" in handle[1:]
