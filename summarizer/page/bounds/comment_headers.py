"""Where comments begin: an author and an age, in two lines or in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.page.interface.amounts import parse_amount
from summarizer.page.interface.clock import read_stamp
from summarizer.page.bounds.comment_footers import find_feet, find_likes, find_start
from summarizer.page.interface.lines import BLANK, Line, next_full, previous_full, unlink
from summarizer.page.interface.vocabulary import LONGEST, Mark, Marks, find_marks, fold_words

_HANDLE = re.compile(r"@[^\s@]{1,60}(?:@[^\s@]{1,60})?")
"""A name as YouTube writes it, or with the server as the fediverse does."""

_FOLDED = re.compile(r"^\[[-–—+]\]\s?")
_POINTS = re.compile(r"(-?\d[\d.,]{0,8}[kK]?) points?\s+")
_STARTS = ("@", "[@")
_DOTS = frozenset("·•|-–—")
# Between a name and an age: a dot, or what the writer gave ("$5.00").
_ASIDE = re.compile(
    r"[·•|–—-]|[^\w\s]{1,3}\s?\d[\d.,]{0,9}|[A-Z]{1,3}\$?\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?[€£₽]"
)
_EDGES = " •·|,-–—\u00a0"
_NOT_AUTHOR = frozenset(Mark) - {Mark.CHROME, Mark.LIKED, Mark.BUTTON, Mark.CHAPTERS, Mark.FOLLOW}
_LONGEST_AGE = 45
_LONGEST_NAME = 50
_LONGEST_PIN = 30
"""Characters that a line like "Pinned by @name" has beside the name."""


@dataclass(frozen=True, slots=True)
class Header:
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


def find_headers(lines: Sequence[Line]) -> list[Header]:
    """Where comments begin. Where most authors are @handles, names without @ do not count."""
    if feet := find_feet(lines):
        return _above_feet(lines, feet)
    likely = [i for i, line in enumerate(lines) if line.marks or line.text.startswith(_STARTS)]
    found = [h for i in likely if (h := _header_at(lines, i, lines[i]))]
    if len(found) < 2:  # noqa: PLR2004 - one may be the page's own age
        lone = [h for i, line in enumerate(lines) if (h := _one_line(i, line.text))]
        found = lone if len(lone) > len(found) else found
    handles = [h for h in found if h.author.startswith("@")]
    if 2 * len(handles) < len(found):
        return _with_votes(lines, found)
    return _with_names(lines, handles)


def _with_names(lines: Sequence[Line], headers: list[Header]) -> list[Header]:
    """The headers with the names that Mastodon and X show over the handles, if all have one."""
    if not any(map(_is_known, headers)):
        return headers  # an unknown word for "reply" may stand there
    if all(_may_show(lines[header.first - 1]) for header in headers if header.first):
        return [replace(header, first=max(header.first - 1, 0)) for header in headers]
    return headers


def _is_known(header: Header) -> bool:
    return Mark.AGE in find_marks(header.age or "")


def _may_show(line: Line) -> bool:
    text = line.text
    return (
        0 < len(text) <= _LONGEST_NAME and text[-1] not in ".!?…" and _is_author(text, line.marks)
    )


def _above_feet(lines: Sequence[Line], feet: Sequence[int]) -> list[Header]:
    """The headers of comments that end with their age; the name stands alone above the text."""
    found: list[Header] = []
    floors = [0, *(foot + 1 for foot in feet)]
    for foot, floor, end in zip(feet, floors, [*feet[1:], len(lines)], strict=False):
        first = find_start(lines, foot, floor)
        body = next_full(lines, first + 1)
        if body < foot and _is_author(unlink(lines[first].text), lines[first].marks):
            likes = find_likes(lines, foot, end)
            author, age = unlink(lines[first].text), lines[foot].text
            found.append(Header(first, body, author, age, likes=likes, until=foot))
    return found


def _with_votes(lines: Sequence[Line], headers: list[Header]) -> list[Header]:
    """The headers with the votes that some threads show above each name, the first one's too."""
    above = [previous_full(lines, header.first - 1, 3) for header in headers]
    votes = [parse_amount(lines[i].text) if i >= 0 else None for i in above]
    if len(votes) < 2 or votes[0] is None or 2 * sum(v is not None for v in votes) <= len(votes):  # noqa: PLR2004 - one may be chance
        return headers
    return [
        header if count is None else replace(header, first=i, likes=count)
        for header, i, count in zip(headers, above, votes, strict=True)
    ]


def _header_at(lines: Sequence[Line], i: int, line: Line) -> Header | None:
    """The header whose age, or whose author and age, stand in line ``i``."""
    if line.says(Mark.AGE):
        at = _above(lines, i)
        if at >= 0 and _is_author(unlink(lines[at].text), lines[at].marks):
            return _whole(lines, Header(at, i + 1, unlink(lines[at].text), unlink(line.text)))
    elif line.text.startswith(_STARTS):
        return _handle_header(lines, i, unlink(line.text))
    return None


def _above(lines: Sequence[Line], i: int) -> int:
    """The line above an age that may name its author: dots and badges stand between."""
    at = previous_full(lines, i - 1, 3)
    for _ in range(3):
        if at < 0 or not (lines[at].says(Mark.BADGE) or _ASIDE.fullmatch(lines[at].text)):
            break
        at = previous_full(lines, at - 1, 3)
    return at


def _handle_header(lines: Sequence[Line], i: int, text: str) -> Header | None:
    """A header that starts with a handle: alone before an unknown age, or with its age."""
    handle = _HANDLE.match(text)
    if not handle:
        return None
    rest = text[handle.end() :].strip(_EDGES)
    if rest:
        is_age = Mark.AGE in find_marks(rest)
        return _whole(lines, Header(i, i + 1, handle[0], rest)) if is_age else None
    below = next_full(lines, i + 1, 3)
    if below < len(lines) and lines[below].text in _DOTS:
        below = next_full(lines, below + 1, 3)
    if below == len(lines) or lines[below].says(Mark.AGE) or lines[below].text == text:
        return None
    above = previous_full(lines, i - 1, 3)
    mentions = above >= 0 and lines[above].says(Mark.AGE)  # it starts a comment
    age = lines[below].text
    if not mentions and len(age) <= _LONGEST_AGE and _looks_like_age(age):
        return _whole(lines, Header(i, below + 1, text, age))
    return None


def _looks_like_age(text: str) -> bool:
    """Whether ``text`` has the shape of an age in an unknown language: one number and words."""
    words = fold_words(text)
    return (
        words.count("0") == 1
        and len(words) > 1
        and text[-1] not in ".!?"
        and parse_amount(text) is None
        and read_stamp(text) is None
    )


def _one_line(i: int, text: str) -> Header | None:
    """A header like "name 3 hours ago | parent" or "[–]name 12 points 3 hours ago"."""
    if not text or len(text) > LONGEST or not any(c.isdigit() for c in text):
        return None
    bare = _FOLDED.sub("", text)
    said = bare.partition(" | ")[0]
    name, _, rest = said.partition(" ")
    points = _POINTS.match(rest)
    age = rest[points.end() if points else 0 :].strip(_EDGES)
    name = name.removesuffix("[S]").removesuffix("[M]").strip(_EDGES)
    if Mark.AGE not in find_marks(age) or not _is_author(name, find_marks(name)):
        return None
    likes = parse_amount(points[1]) if points else None
    return Header(i, i + 1, name, age, likes=likes, threaded=said != text)


def _is_author(text: str, marks: Marks) -> bool:
    if text.startswith("@"):
        return _HANDLE.fullmatch(text) is not None
    return (
        len(text) <= LONGEST
        and marks.isdisjoint(_NOT_AUTHOR)
        and any(c.isalnum() for c in text)
        and "://" not in text
        and not text.startswith("r/")
        and parse_amount(text) is None
        and read_stamp(text) is None
    )


def _whole(lines: Sequence[Line], header: Header) -> Header:
    """The header with the doubled name, the avatar and the pin above it."""
    first, pinned = header.first, False
    name = header.author.lstrip("@")
    for _ in range(3):
        above = previous_full(lines, first - 1, 3)
        line = lines[above] if above >= 0 else BLANK
        if line.says(Mark.PINNED) or _names_pinner(line.text, header.author):
            pinned = True
        elif unlink(line.text).lstrip("@") != name and line.text != f"u/{name} avatar":
            break
        first = above
    return replace(header, first=first, pinned=pinned)


def _names_pinner(text: str, author: str) -> bool:
    """Whether ``text`` is an interface's line about ``author``, as "Pinned by @name" is.

    Where the name comes first, someone may speak to it: then only known words pin.
    """
    if not author.startswith("@") or not 0 < len(text) - len(author) <= _LONGEST_PIN:
        return False
    if text.startswith("@"):
        return text.startswith(author) and Mark.PINNED in find_marks(text[len(author) :])
    return author in text
