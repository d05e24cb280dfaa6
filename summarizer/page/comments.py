"""The comments of a page: blocks that each begin with an author and an age."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.model import Comment
from summarizer.page.amounts import parse_amount
from summarizer.page.clock import read_stamp
from summarizer.page.lines import Line, join, next_full, previous_full
from summarizer.page.words import LONGEST, Mark, find_marks, fold_words

_HANDLE = re.compile(r"@[^\s@]{1,60}")
_ONE_LINE = re.compile(r"(?P<author>\S.{0,60}?)\s*(?:[•·|,–—-]\s*|\s)(?P<age>\S.{0,40})")
_MENTION = re.compile(r"@@?[^\s@,:]{2,60}")
_DOTS = frozenset({"·", "•", "...", "…", "-", "—", "|"})
_NOT_AUTHOR = frozenset(Mark) - {Mark.CHROME, Mark.LIKED, Mark.BUTTON, Mark.CHAPTERS}
_TAIL = (Mark.MORE, Mark.LESS, Mark.TRANSLATE, Mark.LIKED, Mark.REPLIES)
_LONGEST_WORD = 30
"""Characters of the longest name of a button."""

_LONGEST_BUTTON = 14
"""Characters of a line that is taken for a button by its shortness alone."""


@dataclass(frozen=True, slots=True)
class Header:
    """The lines that begin a comment: ``first`` up to, not with, ``body``."""

    first: int
    body: int
    author: str
    age: str | None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """How one page sets its comments: its words for "reply", and blank lines before its likes.

    ``strange``: the interface's language is not known, and there are too few comments to learn it.
    """

    reply: frozenset[str]
    spaced: bool
    strange: bool = False


def find_headers(lines: Sequence[Line]) -> list[Header]:
    """Where comments begin. Where most authors are @handles, names without @ do not count."""
    found = [h for i, line in enumerate(lines) if (h := _header_at(lines, i, line))]
    handles = [h for h in found if h.author.startswith("@")]
    if 2 * len(handles) < len(found):
        return found
    return handles


def read_comments(lines: Sequence[Line], headers: Sequence[Header], end: int) -> list[Comment]:
    """The comments under ``headers``, the last one ending before line ``end`` at the latest."""
    if not headers:
        return []
    stops = [header.first for header in headers[1:]] + [end]
    bodies = [lines[h.body : stop] for h, stop in zip(headers, stops, strict=True)]
    known = any(h.age and Mark.AGE in find_marks(h.age) for h in headers)
    habits = replace(_learn(bodies), strange=not known)
    comments: list[Comment] = []
    authors: set[str] = set()
    for header, body in zip(headers, bodies, strict=True):
        comment = _read_body(body, habits)
        if not comment.text:
            continue
        mention = _MENTION.match(comment.text)
        comments.append(
            replace(
                comment,
                author=header.author,
                age=header.age,
                pinned=header.pinned,
                reply=bool(mention and mention[0].lstrip("@") in authors),
            )
        )
        authors.add(header.author.lstrip("@"))
    return comments


def _header_at(lines: Sequence[Line], i: int, line: Line) -> Header | None:
    """The header whose age, or whose author and age, stand in line ``i``."""
    if line.says(Mark.AGE):
        at = previous_full(lines, i - 1, 3)
        if at >= 0 and _is_author(lines[at]):
            return _whole(lines, Header(at, i + 1, lines[at].text, line.text))
    elif line.text.startswith("@"):
        return _handle_header(lines, i, line.text)
    return None


def _handle_header(lines: Sequence[Line], i: int, text: str) -> Header | None:
    """A header that starts with a handle: alone before an unknown age, or with its age."""
    handle = _HANDLE.match(text)
    if not handle:
        return None
    rest = text[handle.end() :].strip(" •·|,-–—\u00a0")
    if rest:
        is_age = Mark.AGE in find_marks(rest)
        return _whole(lines, Header(i, i + 1, handle[0], rest)) if is_age else None
    below = next_full(lines, i + 1, 3)
    if below == len(lines) or lines[below].says(Mark.AGE) or lines[below].text == text:
        return None
    age = lines[below].text
    if len(age) <= _LONGEST_WORD and _looks_like_age(age):
        return _whole(lines, Header(i, below + 1, text, age))
    return None


def _looks_like_age(text: str) -> bool:
    """Whether ``text`` has the shape of an age in an unknown language: one number and words."""
    return (
        fold_words(text).count("0") == 1
        and parse_amount(text) is None
        and any(c.isalpha() for c in text)
        and not read_stamp(text)
        and text[-1] not in ".!?"
    )


def _is_author(line: Line) -> bool:
    text = line.text
    if text.startswith("@"):
        return _HANDLE.fullmatch(text) is not None
    return (
        len(text) <= LONGEST
        and not line.says(*_NOT_AUTHOR)
        and any(c.isalnum() for c in text)
        and "://" not in text
        and parse_amount(text) is None
        and read_stamp(text) is None
    )


def _whole(lines: Sequence[Line], header: Header) -> Header:
    """The header with the doubled name and the pin above it."""
    first, pinned = header.first, False
    name = header.author.lstrip("@")
    for _ in range(3):
        above = previous_full(lines, first - 1, 3)
        if above < 0:
            break
        text = lines[above].text
        if text.lstrip("@") != name:
            if not (lines[above].says(Mark.PINNED) or _names_pinner(text, header.author)):
                break
            pinned = True
        first = above
    return replace(header, first=first, pinned=pinned)


def _names_pinner(text: str, author: str) -> bool:
    """Whether ``text`` is an interface's line about ``author``, as "Pinned by @name" is."""
    return (
        author.startswith("@")
        and author in text
        and len(text) - len(author) <= _LONGEST_WORD
        and not text.startswith("@")
    )


def _learn(bodies: Sequence[Sequence[Line]]) -> Habits:
    """The page's own words for "reply": known ones, else a short line that ends most comments."""
    marked = sum(any(line.says(Mark.REPLY) for line in body) for body in bodies)
    reply: set[str] = set()
    if 2 * marked < len(bodies) and len(bodies) >= 3:  # noqa: PLR2004 - two may agree by chance
        seen = Counter(
            key for body in bodies for key in {_word(line) for line in body[1:] if line.text} if key
        )
        reply = {key for key, times in seen.most_common(1) if times >= 0.6 * len(bodies)}
    spaced = [
        not body[i - 1].text
        for body in bodies
        for i, line in enumerate(body)
        if i and _is_reply(line, reply)
    ]
    return Habits(frozenset(reply), 2 * sum(spaced) > len(spaced))


def _word(line: Line) -> str:
    """A short line folded, "" where it cannot be a button."""
    return fold_words(line.text) if len(line.text) <= _LONGEST_WORD else ""


def _is_reply(line: Line, reply: set[str] | frozenset[str]) -> bool:
    return line.says(Mark.REPLY) or bool(reply and line.text and _word(line) in reply)


def _read_body(body: Sequence[Line], habits: Habits) -> Comment:
    """Text and likes of a comment; what follows the word for "reply" is not part of it."""
    full = [i for i, line in enumerate(body) if line.text]
    cut = next((i for i in full if _is_reply(body[i], habits.reply)), None)
    if (
        cut is not None
        and full[0] == cut
        and any(_is_reply(body[i], habits.reply) for i in full[1:])
    ):
        cut = next(i for i in full[1:] if _is_reply(body[i], habits.reply))
    if cut is None and not habits.reply and habits.strange:
        cut = _first_button(body, full)
    return _trim(list(body[:cut]), habits)


def _first_button(body: Sequence[Line], full: Sequence[int]) -> int | None:
    """Where the buttons of a lone comment in an unknown language begin: a word after the text."""
    return next(
        (i for i in full[1:] if len(body[i].text) <= _LONGEST_BUTTON and not _is_amount(body[i])),
        None,
    )


def _is_amount(line: Line) -> bool:
    return any(c.isdigit() for c in line.text)


def _trim(body: list[Line], habits: Habits) -> Comment:
    """The comment without the marks and the likes at its end."""
    likes: int | None = None
    while body:
        last = body[-1]
        alone = not any(line.text for line in body[:-1])
        if last.text and (alone or not _is_tail(last)):
            amount = parse_amount(last.text) if likes is None and not alone else None
            if amount is None or (habits.spaced and body[-2].text):
                break
            likes = amount
        body.pop()
    return Comment(join(body), likes=likes)


def _is_tail(line: Line) -> bool:
    return line.says(*_TAIL) or line.text in _DOTS
