"""The comment that says best what is said of a topic."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from summarizer.mood.topics.statements import states
from summarizer.mood.topics.uses import Use

_SHARED = 3
"""Topical words of a comment that count: more are a list."""

_USUAL, _SHORT, _FULL = 80, 140, 180
"""Characters of a comment that says one thing, the most that is read in passing, and the most where
nothing so short is a statement."""


class Sought(NamedTuple):
    """What a comment on a topic best is: in a language, of topical stems, of nobody heard before.

    ``heard`` are the persons who speak of another topic that is shown.
    """

    language: str | None
    topical: frozenset[str]
    heard: Collection[str]


class _Rank(NamedTuple):
    """Best first: in the page's language, a statement, of this topic only, short, liked.

    Then of what others speak of too; of equal ones neither a cheer nor a story.
    """

    foreign: bool
    idle: bool
    heard: bool
    long: bool
    disliked: int
    unshared: int
    far: int
    text: str


def best_of(uses: Sequence[Use], sought: Sought) -> str | None:
    """The text of the one short enough that ranks first; None where none can be quoted.

    Whether one reads well and offends nobody is looked at last, since it takes longest.
    """
    uses = [use for use in uses if use.one.comment.quotable]
    if not uses:
        return None
    short = [use for use in uses if len(use.one.comment.text) <= _FULL]
    ranked = sorted(short, key=lambda use: _rank(use, sought))
    readable = (use for use in ranked if use.one.comment.readable and not use.one.comment.offends)
    best = next(readable, None) or min(uses, key=lambda use: _last(use, sought))
    return None if best.one.comment.offends else best.one.comment.text


def _rank(use: Use, sought: Sought) -> _Rank:
    comment = use.one.comment
    return _Rank(
        foreign=comment.language not in {sought.language, None},
        idle=not states(use, sought.language),
        heard=comment.person in sought.heard,
        long=len(comment.text) > _SHORT,
        disliked=-(max(comment.likes, 0).bit_length() // 2),
        unshared=-min(len(sought.topical.intersection(use.one.stems)), _SHARED),
        far=abs(len(comment.text) - _USUAL),
        text=comment.text,
    )


def _last(use: Use, sought: Sought) -> tuple[bool, bool, _Rank]:
    """The same where none reads well: without slurs, short enough; what is long shares nothing."""
    comment = use.one.comment
    readable = len(comment.text) <= _FULL and comment.readable
    rank = _rank(use, sought)
    return comment.offends, not readable, rank._replace(unshared=rank.unshared * readable)
