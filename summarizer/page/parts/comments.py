"""The comments of a page: blocks that each begin with an author and an age."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.model import Comment
from summarizer.page.bounds import CommentHeader
from summarizer.page.interface import (
    Line,
    Mark,
    find_amount,
    find_marks,
    fold_words,
    is_day,
    join,
    parse_amount,
    previous_full,
)
from summarizer.page.parts.comment_layout import CommentLayout, fold_button, learn_layout

_MENTION = re.compile(r"@@?[^\s@,:]{2,60}")
_DOTS = frozenset({"·", "•", "...", "…", "-", "—", "|", "[-]", "[–]", "[+]"})
# What the writer gave the channel: "$5.00", "CA$ 20", "1,99 €".
_GIFT = re.compile(r"[A-Z]{0,3}[$€£¥₹₩₽₺₫฿₴₪₱]\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?[€£₽₺₫₴]")
_MINUS = ("-", "−")
_BUTTON_WORDS = 2
"""Words of a button at most: "Liked by the author" has more."""

_LONGEST_BUTTON = 14
"""Characters of a line that is taken for a button by its shortness alone."""


def read_comments(
    lines: Sequence[Line], headers: Sequence[CommentHeader], end: int, owner: str | None = None
) -> list[Comment]:
    """The comments under ``headers``, the last one ending before line ``end`` at the latest.

    ``owner`` is the channel: its name below a comment says that it likes it.
    """
    if not headers:
        return []
    stops = [header.first for header in headers[1:]] + [end]
    bodies = [lines[h.body : h.until or stop] for h, stop in zip(headers, stops, strict=True)]
    known = any(h.age and Mark.AGE in find_marks(h.age) for h in headers)
    layout = learn_layout(bodies, unknown=not known, owner=owner)
    comments: list[Comment] = []
    said: set[str] = set()
    for header, body, before in zip(headers, bodies, [[], *bodies[:-1]], strict=True):
        text, likes = _read_body(body, layout)
        if text:
            reply = _mentions(text, said) or _is_announced(header, before)
            comments.append(_under_header(header, text, likes, reply=reply))
        said.add(header.author.lstrip("@"))
    return comments


def _under_header(header: CommentHeader, text: str, likes: int | None, *, reply: bool) -> Comment:
    likes = likes if header.likes is None else header.likes
    return Comment(text, header.author, likes, header.age, reply=reply, pinned=header.pinned)


def _mentions(text: str, said: set[str]) -> bool:
    """Whether the comment begins with the name of someone who wrote above it."""
    mention = _MENTION.match(text)
    return bool(mention and mention[0].lstrip("@") in said)


def _is_announced(header: CommentHeader, before: Sequence[Line]) -> bool:
    """Whether the buttons of the comment before name the author: "Channel · 1 reply"."""
    button = next((i for i, line in enumerate(before) if Mark.REPLY in line.marks), len(before))
    below = [line for line in before[button:] if line.text]
    name = fold_words(header.author) if below else ""
    return any(fold_button(line) == name for line in below)


def _read_body(body: Sequence[Line], layout: CommentLayout) -> tuple[str, int | None]:
    """Text and likes of a comment; what follows the word for "reply" is not part of it."""
    body = _without_notes(body)
    full = [i for i, line in enumerate(body) if line.text]
    buttons = [i for i in full if layout.is_reply(body[i])]
    if len(buttons) > 1 and buttons[0] == full[0]:  # the comment says no more than "reply"
        del buttons[0]
    end = buttons[0] if buttons else None
    if end is None and layout.unknown:
        end = _first_button(body, full)
    return _without_buttons(list(body[:end]), layout)


def _without_notes(body: Sequence[Line]) -> Sequence[Line]:
    """The body below notes like "Edited 2d ago" or a gift, if more than notes is there."""
    first = next((i for i, line in enumerate(body) if line.text and not _is_note(line)), 0)
    return body if body and body[first].marks else body[first:]


def _is_note(line: Line) -> bool:
    if line.says(Mark.AGE) and is_day(line.text):
        return False  # somebody begins with it
    liked = line.says(Mark.LIKED) and len(line.text.split()) > _BUTTON_WORDS
    return liked or line.says(Mark.AGE, Mark.BADGE, Mark.EDITED) or bool(_GIFT.fullmatch(line.text))


def _first_button(body: Sequence[Line], full: Sequence[int]) -> int | None:
    """Where the buttons of a lone comment in an unknown language begin: a word after the text."""
    short = (i for i in full[1:] if len(body[i].text) <= _LONGEST_BUTTON)
    return next((i for i in short if not any(c.isdigit() for c in body[i].text)), None)


def _without_buttons(body: list[Line], layout: CommentLayout) -> tuple[str, int | None]:
    """Text and likes of a comment without the buttons at its end.

    A phone shows no word for "reply", but the number of replies below that of likes.
    """
    amounts: list[int] = []
    most = 1 if layout.has_reply else 2
    first = next((i for i, line in enumerate(body) if line.text), 0)
    while body:
        last, alone = body[-1], len(body) - 1 <= first
        amount = None if alone or len(amounts) == most else _count_votes(last)
        below = _is_below(last, layout) or _is_heart(body, layout)
        kept = bool(last.text) and (alone or not below)
        if kept and (amount is None or (layout.spaced and _is_text(body[-2], layout))):
            break
        if amount is not None:
            amounts.append(amount)
        body.pop()
    return join(body), amounts[-1] if amounts else None


def _count_votes(line: Line) -> int | None:
    """Likes, as a number or as "3 likes", or what remains of them where votes against count."""
    if line.says(Mark.LIKED):
        return find_amount(line.text)
    if line.text[:1] in _MINUS:
        against = parse_amount(line.text[1:])
        return None if against is None else -against
    return line.amount


def _is_text(line: Line, layout: CommentLayout) -> bool:
    return bool(line.text) and not _is_below(line, layout)


def _is_below(line: Line, layout: CommentLayout) -> bool:
    return layout.is_below(line) or line.text in _DOTS


def _is_heart(body: Sequence[Line], layout: CommentLayout) -> bool:
    """Whether the body ends with the channel's name below the likes: its heart."""
    above = previous_full(body, len(body) - 2) if body[-1].text == layout.owner else -1
    return above > 0 and body[above].amount is not None
