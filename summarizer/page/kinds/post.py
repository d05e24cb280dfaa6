"""The top of a page without views or subscribers: a post, its title above who posted it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.model import Page
from summarizer.page.bounds import (
    Landmarks,
    find_author,
    find_description_end,
    has_degree,
    states_count,
)
from summarizer.page.interface import Line, Mark, join
from summarizer.page.kinds.social.headers import is_moment
from summarizer.page.kinds.social.words import name_post
from summarizer.page.parts import (
    NO_NAME,
    clean_title,
    describe,
    is_label,
    is_speech,
    previous_name,
)

_TITLE_WORDS = 3
_MENU = 3
"""Bars between the words of a menu: "new | past | comments | ask"."""

_LONGEST_NAME = 50
_BAR = " | "
_DOTS = frozenset({"·", "•"})
_POSTED_BY = re.compile(r"\s+(?:via|authored by) \S{1,40} .{1,30} ago\b.*")


def read_post(landmarks: Landmarks, limit: int) -> Page:
    """Title and text before line ``limit``: the first line that may be a name is the title.

    A second short line, if there are no more, is the channel. Where speech begins at once, there
    is no title.
    """
    lines = landmarks.lines
    posted = next((i for i in range(min(limit + 1, len(lines))) if _is_posted(lines[i])), None)
    if posted and (above := previous_name(lines, posted - 1)) >= 0:
        end = find_description_end(lines, posted + 1, limit, None)
        return Page(clean_title(lines[above].text), description=describe(lines[posted + 1 : end]))
    if signed := _read_signed(lines, limit):
        return signed
    first = _find_title(landmarks, limit)
    if first is None or is_speech(lines[first].text):
        return Page()
    title = clean_title(_POSTED_BY.sub("", lines[first].text))
    end = find_description_end(lines, first + 1, limit, None)
    rest = join(line for line in lines[first + 1 : end] if not line.marks)
    if rest and len(rest) <= _LONGEST_NAME and "\n" not in rest and rest[-1] not in ".!?…:":
        return Page(title, rest)
    return Page(title, description=describe(_below_head(lines[first:end])))


def _below_head(lines: Sequence[Line]) -> list[Line]:
    """What stands below the title in ``lines``, without a date, dots or the title again."""
    body = list(lines[1:])
    while body and (not body[0].text or _is_trimming(body, lines[0].text)):
        del body[0]
    return body


def _is_trimming(body: Sequence[Line], title: str) -> bool:
    """Whether the first line of ``body`` is; a label of a picture stands above its owner's name."""
    line = body[0]
    if title in line.text and any(below.text == title for below in body[1:2]):
        return True
    is_date = line.says(Mark.AGE, Mark.FOLLOW) or is_moment(line)
    return is_date or line.text in _DOTS or line.text == title


def _read_signed(lines: Sequence[Line], limit: int) -> Page | None:
    """A post of LinkedIn: name, degree, headline, age, text; None for others."""
    age = next((i for i in range(limit) if lines[i].says(Mark.AGE)), limit)
    name = find_author(lines, age) if age < limit else -1
    if name < 0 or not has_degree(lines[name:age]):
        return None
    end = find_description_end(lines, age + 1, limit, None)
    text = describe([line for line in lines[age + 1 : end] if not line.says(Mark.FOLLOW)])
    return Page(name_post(text), lines[name].text, description=text)


def _find_title(landmarks: Landmarks, limit: int) -> int | None:
    """The first line that may be a title; below the name of a forum, one of several words."""
    lines = landmarks.lines
    names = (i for i in landmarks.full if i < limit and _may_be_title(lines[i]))
    first = next(names, None)
    if first is None or not lines[first].text.startswith(("r/", "~")):
        return first
    worded = (i for i in (first, *names) if len(lines[i].text.split()) >= _TITLE_WORDS)
    return next(worded, None)


def _is_posted(line: Line) -> bool:
    """Whether the line says who posted what stands above: "via name 3 hours ago | 87 comments"."""
    return line.says(Mark.POSTED) or (_BAR in line.text and states_count(line))


def _may_be_title(line: Line) -> bool:
    """Whether the line may be a title: no interface, no menu in one line, no date."""
    is_other = line.amount is not None or line.says(*NO_NAME)
    return not (is_other or line.text.count(_BAR) >= _MENU or is_label(line.text))
