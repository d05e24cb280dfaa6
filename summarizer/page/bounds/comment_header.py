"""The lines that begin a comment: an author and an age, perhaps with a picture and a pin above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.page.interface import (
    BLANK,
    LONGEST_LABEL,
    Line,
    Mark,
    find_marks,
    fold_words,
    next_full,
    previous_full,
    read_line,
    unlink,
)

EDGES = " •·|,-–—\u00a0"
"""What may stand between a name and an age in one line."""

HANDLE = re.compile(r"@[^\s@]{1,60}(?:@[^\s@]{1,60})?")
"""A name as YouTube writes it, or with the server as the fediverse does."""

_DOTS = frozenset("·•|-–—")
# Between a name and an age: a dot, or what the writer gave ("$5.00").
_ASIDE = re.compile(
    r"[·•|–—-]|[^\w\s]{1,3}\s?\d[\d.,]{0,9}|[A-Z]{1,3}\$?\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?[€£₽]"
)
_NOT_AUTHOR = frozenset(Mark) - {Mark.CHROME, Mark.LIKED, Mark.BUTTON, Mark.CHAPTERS, Mark.FOLLOW}
_DEGREE = re.compile(r"(?:\w{2,12} )?[•·]\s?[1-3]\D{0,6}")
_REACH = 3
"""Lines, and things in them, that may stand between the parts of a header."""

_LONGEST_AGE = 45
_LONGEST_PIN = 30
"""Characters that a line like "Pinned by @name" has beside the name."""


class CommentHeader(NamedTuple):
    """The lines that begin a comment: ``first`` up to, not with, ``body``.

    ``until`` is the line where its text ends, where the page tells.
    """

    first: int
    body: int
    author: str
    age: str | None
    pinned: bool = False
    likes: int | None = None
    threaded: bool = False
    until: int | None = None

    @property
    def sure(self) -> bool:
        """Whether the author's @ or the links of a thread speak for a comment."""
        return self.threaded or self.author.startswith("@")


def read_comment_header(lines: Sequence[Line], at: int) -> CommentHeader | None:
    """The header whose age, or whose author and age, stand in line ``at``."""
    line = lines[at]
    if line.says(Mark.AGE):
        above = find_author(lines, at)
        if above < 0 or not is_author(lines[above]):
            return None
        named = unlink(lines[above].text), unlink(line.text)
        return _with_lines_above(lines, above, at + 1, named)
    return _read_handle(lines, at, unlink(line.text))


def find_author(lines: Sequence[Line], age: int) -> int:
    """The line above an age that may name its author: dots and badges stand between."""
    at = previous_full(lines, age - 1, _REACH)
    for _ in range(_REACH):
        if at < 0 or not (lines[at].says(Mark.BADGE) or _ASIDE.fullmatch(lines[at].text)):
            break
        at = previous_full(lines, at - 1, _REACH)
    return _above_headline(lines, at)


def is_author(line: Line) -> bool:
    """Whether the line, or the link that it is, may be the name of who wrote a comment."""
    text = unlink(line.text)
    if text is not line.text:
        line = read_line(text)
    if text.startswith("@"):
        return HANDLE.fullmatch(text) is not None
    return (
        0 < len(text) <= LONGEST_LABEL
        and line.marks.isdisjoint(_NOT_AUTHOR)
        and line.amount is None
        and line.stamp is None
        and "://" not in text
        and not text.startswith("r/")
        and (text[0].isalnum() or any(c.isalnum() for c in text))
    )


def has_degree(lines: Sequence[Line]) -> bool:
    """Whether one of the lines says how near the reader is to a person, as LinkedIn does."""
    return any(_DEGREE.fullmatch(line.text) for line in lines)


def _above_headline(lines: Sequence[Line], at: int) -> int:
    """The line of the name, where ``at`` is what LinkedIn says of a person: a degree stands above.

    That is how near the reader is: "• 2nd", "• 3rd+"; of who posted, it says "Author".
    """
    degree = previous_full(lines, at - 1, 2)
    if degree < 0 or not (_DEGREE.fullmatch(lines[degree].text) or _is_posters(lines, degree, at)):
        return at
    name = previous_full(lines, degree - 1, 2)
    for _ in range(_REACH):
        if name < 0 or not has_degree(lines[name : name + 1]):
            break
        name = previous_full(lines, name - 1, 2)
    return name if name >= 0 and is_author(lines[name]) else at


def _is_posters(lines: Sequence[Line], badge: int, headline: int) -> bool:
    return lines[badge].says(Mark.BADGE) and any(c in lines[headline].text for c in "|@&,")


def _read_handle(lines: Sequence[Line], at: int, text: str) -> CommentHeader | None:
    """A header that starts with a handle: alone before an unknown age, or with its age."""
    handle = HANDLE.match(text)
    if not handle:
        return None
    rest = text[handle.end() :].strip(EDGES)
    if rest:
        is_age = Mark.AGE in find_marks(rest)
        return _with_lines_above(lines, at, at + 1, (handle[0], rest)) if is_age else None
    below = next_full(lines, at + 1, _REACH)
    if below < len(lines) and lines[below].text in _DOTS:
        below = next_full(lines, below + 1, _REACH)
    if below == len(lines) or lines[below].says(Mark.AGE) or lines[below].text == text:
        return None
    above = previous_full(lines, at - 1, _REACH)
    mentions = above >= 0 and lines[above].says(Mark.AGE)  # it starts a comment
    if mentions or not _looks_like_age(lines[below]):
        return None
    return _with_lines_above(lines, at, below + 1, (text, lines[below].text))


def _looks_like_age(line: Line) -> bool:
    """Whether a line has the shape of an age in an unknown language: one number and words."""
    if len(line.text) > _LONGEST_AGE or line.text[-1] in ".!?":
        return False
    words = fold_words(line.text) if line.amount is None and line.stamp is None else ""
    return words.count("0") == 1 and len(words) > 1


def _with_lines_above(
    lines: Sequence[Line], first: int, body: int, named: tuple[str, str]
) -> CommentHeader:
    """The header of author and age ``named``, with the doubled name, picture and pin above it."""
    (author, age), pinned = named, False
    name = author.lstrip("@")
    for _ in range(_REACH):
        above = previous_full(lines, first - 1, _REACH)
        line = lines[above] if above >= 0 else BLANK
        if line.says(Mark.PINNED) or _names_pinned(line.text, author):
            pinned = True
        elif unlink(line.text).lstrip("@") != name and line.text != f"u/{name} avatar":
            break
        first = above
    return CommentHeader(first, body, author, age, pinned)


def _names_pinned(text: str, author: str) -> bool:
    """Whether ``text`` is an interface's line about ``author``, as "Pinned by @name" is.

    Where the name comes first, someone may speak to it: then only known words pin.
    """
    if not author.startswith("@") or not 0 < len(text) - len(author) <= _LONGEST_PIN:
        return False
    if text.startswith("@"):
        return text.startswith(author) and Mark.PINNED in find_marks(text[len(author) :])
    return author in text
