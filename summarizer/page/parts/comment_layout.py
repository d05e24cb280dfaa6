"""How one page sets its comments: learned from all of them before one is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.page.interface import Line, Mark, fold_words, previous_full

_BELOW = frozenset({Mark.MORE, Mark.LESS, Mark.TRANSLATE, Mark.REPLIES})
_LONGEST_WORD = 30
"""Characters of the longest name of a button."""

_FEWEST = 3
"""Comments from which on a word may be learned: two may agree by chance."""

_MOST = 0.6
"""Share of comments that a word for "reply" ends."""

_REACH = 3


@dataclass(frozen=True, slots=True)
class CommentLayout:
    """A page's words for "reply", and whether blank lines stand before the likes.

    ``has_reply``: a word for "reply" ends the comments; ``below``: the marks that may stand below
    their text; ``unknown``: the interface's language is not known, and there are too few comments
    to learn it; ``owner``: the channel, whose name below a comment says that it likes it.
    """

    reply: frozenset[str]
    spaced: bool
    has_reply: bool
    below: frozenset[Mark]
    unknown: bool
    owner: str | None

    def is_reply(self, line: Line) -> bool:
        """Whether the line is the button "Reply"."""
        return says_reply(line, self.reply)

    def is_below(self, line: Line) -> bool:
        """Whether the line is a button that stands below a comment's text."""
        return line.says(*self.below)


def learn_layout(
    bodies: Sequence[Sequence[Line]], *, unknown: bool, owner: str | None
) -> CommentLayout:
    """The layout that most of the comments with these lines below their headers show."""
    marks = [{mark for line in body for mark in line.marks} for body in bodies]
    known = 2 * sum(Mark.REPLY in found for found in marks) >= len(bodies)
    reply = frozenset[str]() if known else _learn_reply(bodies)
    spaced = [
        not body[i - 1].text
        for body in bodies
        for i, line in enumerate(body)
        if i and says_reply(line, reply)
    ]
    close = [above for body in bodies if (above := _stands_above_likes(body, reply)) is not None]
    apart = 2 * sum(spaced) > len(spaced) and 2 * sum(close) <= len(close)
    liked = 2 * sum(Mark.LIKED in found for found in marks) > len(bodies)
    below = _BELOW | {Mark.LIKED} if liked else _BELOW
    return CommentLayout(reply, apart, bool(spaced), below, unknown and not reply, owner)


def says_reply(line: Line, learned: frozenset[str]) -> bool:
    """Whether the line is a known word for "reply", or one of those ``learned``."""
    return Mark.REPLY in line.marks or bool(learned and fold_button(line) in learned)


def fold_button(line: Line) -> str:
    """A short line folded, "" where it cannot be a button."""
    return fold_words(line.text) if len(line.text) <= _LONGEST_WORD else ""


def _learn_reply(bodies: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The word for "reply" in an unknown language: a short line that ends most comments."""
    if len(bodies) < _FEWEST:
        return frozenset()
    seen = Counter(
        key
        for body in bodies
        for key in dict.fromkeys(fold_button(line) for line in body[1:] if line.text)
        if key.strip("0")
    )
    return frozenset(key for key, times in seen.most_common(1) if times >= _MOST * len(bodies))


def _stands_above_likes(body: Sequence[Line], reply: frozenset[str]) -> bool | None:
    """Whether words stand right above the likes; None in a comment without likes."""
    end = next((i for i, line in enumerate(body) if says_reply(line, reply)), 0)
    last = previous_full(body, end - 1, _REACH)
    return bool(body[last - 1].text) if last > 0 and body[last].amount is not None else None
