"""The comments of a page: blocks that each begin with an author and an age."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.model import Comment
from summarizer.page.interface.amounts import find_amount, parse_amount
from summarizer.page.bounds.comment_headers import Header
from summarizer.page.interface.lines import Line, join, previous_full
from summarizer.page.interface.vocabulary import NOTHING, Mark, find_marks, fold_words

_MENTION = re.compile(r"@@?[^\s@,:]{2,60}")
_DOTS = frozenset({"·", "•", "...", "…", "-", "—", "|"})
# What the writer gave the channel: "$5.00", "CA$ 20", "1,99 €".
_GIFT = re.compile(r"[A-Z]{0,3}[$€£¥₹₩₽₺₫฿₴₪₱]\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?[€£₽₺₫₴]")
_MINUS = ("-", "−")
_TAIL = frozenset({Mark.MORE, Mark.LESS, Mark.TRANSLATE, Mark.REPLIES})
_LONGEST_WORD = 30
"""Characters of the longest name of a button."""

_LONGEST_BUTTON = 14
"""Characters of a line that is taken for a button by its shortness alone."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How one page sets its comments: its words for "reply", and blank lines before its likes.

    ``strange``: the interface's language is not known, and there are too few comments to learn it;
    ``worded``: a word for "reply" ends the comments; ``tail``: the marks that may stand before it.
    """

    reply: frozenset[str]
    spaced: bool
    worded: bool
    tail: frozenset[Mark]
    strange: bool = False
    owner: str | None = None


def read_comments(
    lines: Sequence[Line], headers: Sequence[Header], end: int, owner: str | None = None
) -> list[Comment]:
    """The comments under ``headers``, the last one ending before line ``end`` at the latest.

    ``owner`` is the channel: its name below a comment says that it likes it.
    """
    if not headers:
        return []
    stops = [header.first for header in headers[1:]] + [end]
    bodies = [lines[h.body : h.until or stop] for h, stop in zip(headers, stops, strict=True)]
    known = any(h.age and Mark.AGE in find_marks(h.age) for h in headers)
    habits = replace(_learn(bodies), strange=not known, owner=owner)
    comments: list[Comment] = []
    said: set[str] = set()
    for header, body, before in zip(headers, bodies, [[], *bodies[:-1]], strict=True):
        comment = _read_body(body, habits)
        answers = _answers(comment.text, said) or _announced(header, before)
        said.add(header.author.lstrip("@"))
        if comment.text:
            comments.append(_with_header(comment, header, reply=answers))
    return comments


def _with_header(comment: Comment, header: Header, *, reply: bool) -> Comment:
    return replace(
        comment,
        author=header.author,
        age=header.age,
        likes=comment.likes if header.likes is None else header.likes,
        reply=reply,
        pinned=header.pinned,
    )


def _answers(text: str, said: set[str]) -> bool:
    """Whether the comment begins with the name of someone who wrote above it."""
    mention = _MENTION.match(text)
    return bool(mention and mention[0].lstrip("@") in said)


def _announced(header: Header, before: Sequence[Line]) -> bool:
    """Whether the buttons of the comment before name the author: "Channel · 1 reply"."""
    name = fold_words(header.author)
    cut = next((i for i, line in enumerate(before) if line.says(Mark.REPLY)), len(before))
    return any(_word(line) == name for line in before[cut:] if line.text)


def _learn(bodies: Sequence[Sequence[Line]]) -> Habits:
    """The page's habits, as most of its comments show them."""
    marks = [NOTHING.union(*(line.marks for line in body if line.marks)) for body in bodies]
    marked = sum(Mark.REPLY in found for found in marks)
    reply = _learn_reply(bodies) if 2 * marked < len(bodies) else frozenset[str]()
    spaced = [
        not body[i - 1].text
        for body in bodies
        for i, line in enumerate(body)
        if i and line.text and _is_reply(line, reply)
    ]
    close = [above for body in bodies if (above := _above_likes(body, reply)) is not None]
    apart = 2 * sum(spaced) > len(spaced) and 2 * sum(close) <= len(close)
    liked = sum(Mark.LIKED in found for found in marks)
    tail = _TAIL | {Mark.LIKED} if 2 * liked > len(bodies) else _TAIL
    return Habits(reply, apart, bool(spaced), tail)


def _learn_reply(bodies: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The word for "reply" in an unknown language: a short line that ends most comments."""
    if len(bodies) < 3:  # noqa: PLR2004 - two may agree by chance
        return frozenset()
    seen = Counter(
        key
        for body in bodies
        for key in {_word(line) for line in body[1:] if line.text}
        if key.strip("0")
    )
    return frozenset(key for key, times in seen.most_common(1) if times >= 0.6 * len(bodies))


def _above_likes(body: Sequence[Line], reply: frozenset[str]) -> bool | None:
    """Whether words stand right above the likes; None in a comment without likes."""
    cut = next((i for i, line in enumerate(body) if line.text and _is_reply(line, reply)), 0)
    last = previous_full(body, cut - 1, 3)
    if last < 1 or parse_amount(body[last].text) is None:
        return None
    return bool(body[last - 1].text)


def _word(line: Line) -> str:
    """A short line folded, "" where it cannot be a button."""
    return fold_words(line.text) if len(line.text) <= _LONGEST_WORD else ""


def _is_reply(line: Line, reply: frozenset[str]) -> bool:
    return line.says(Mark.REPLY) or bool(reply and line.text and _word(line) in reply)


def _read_body(body: Sequence[Line], habits: Habits) -> Comment:
    """Text and likes of a comment; what follows the word for "reply" is not part of it."""
    body = _without_notes(body)
    full = [i for i, line in enumerate(body) if line.text]
    cuts = [i for i in full if _is_reply(body[i], habits.reply)]
    if len(cuts) > 1 and cuts[0] == full[0]:  # the comment says no more than "reply"
        del cuts[0]
    cut = cuts[0] if cuts else None
    if cut is None and not habits.reply and habits.strange:
        cut = _first_button(body, full)
    return _trim(list(body[:cut]), habits)


def _without_notes(body: Sequence[Line]) -> Sequence[Line]:
    """The body below notes like "Edited 2d ago" or a gift, if more than notes is there."""
    full = [i for i, line in enumerate(body) if line.text]
    first = next((i for i in full if not _is_note(body[i])), 0)
    return body if body and body[first].marks else body[first:]


def _is_note(line: Line) -> bool:
    return line.says(Mark.AGE, Mark.BADGE, Mark.EDITED) or bool(_GIFT.fullmatch(line.text))


def _first_button(body: Sequence[Line], full: Sequence[int]) -> int | None:
    """Where the buttons of a lone comment in an unknown language begin: a word after the text."""
    return next(
        (i for i in full[1:] if len(body[i].text) <= _LONGEST_BUTTON and not _is_amount(body[i])),
        None,
    )


def _is_amount(line: Line) -> bool:
    return any(c.isdigit() for c in line.text)


def _trim(body: list[Line], habits: Habits) -> Comment:
    """The comment without the marks and the likes at its end.

    A phone shows no word for "reply", but the number of replies below that of likes.
    """
    amounts: list[int] = []
    most = 1 if habits.worded else 2
    first = next((i for i, line in enumerate(body) if line.text), 0)
    while body:
        last, alone = body[-1], len(body) - 1 <= first
        amount = None if alone or len(amounts) == most else _votes(last)
        tail = _is_tail(last, habits) or _is_heart(body, habits)
        kept = bool(last.text) and (alone or not tail)
        if kept and (amount is None or (habits.spaced and _is_text(body[-2], habits))):
            break
        if amount is not None:
            amounts.append(amount)
        body.pop()
    return Comment(join(body), likes=amounts[-1] if amounts else None)


def _votes(line: Line) -> int | None:
    """Likes, as a number or as "3 likes", or what remains of them where votes against count."""
    text = line.text
    if line.says(Mark.LIKED):
        return find_amount(text)
    if text[:1] in _MINUS:
        below = parse_amount(text[1:])
        return None if below is None else -below
    return parse_amount(text)


def _is_text(line: Line, habits: Habits) -> bool:
    return bool(line.text) and not _is_tail(line, habits)


def _is_tail(line: Line, habits: Habits) -> bool:
    return line.says(*habits.tail) or line.text in _DOTS


def _is_heart(body: Sequence[Line], habits: Habits) -> bool:
    """Whether the body ends with the channel's name below the likes: its heart."""
    above = previous_full(body, len(body) - 2) if body[-1].text == habits.owner else -1
    return above > 0 and parse_amount(body[above].text) is not None
