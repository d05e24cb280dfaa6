"""Comments that are not counted: spam, and the same words again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.model import Comment
from summarizer.mood.comment_tokens import tokenize
from summarizer.mood.copies import first_of_copies
from summarizer.mood.patterns import advertises
from summarizer.opinions import Copies

SHOWN = 3
FEWEST, MANY, SHARE = 3, 10, 0.01
"""Copies from which on a text is worth showing, since somebody spreads it: as many always are, and
fewer where they are such a share of all comments."""


class TokenizedComment(NamedTuple):
    """A comment and its tokens."""

    comment: Comment
    tokens: Sequence[str]


class Screened(NamedTuple):
    """The comments to count, and what was set aside: copies of others, and spam.

    ``copied`` are the texts with most copies.
    """

    kept: list[TokenizedComment]
    duplicates: int
    spam: int
    copied: tuple[Copies, ...] = ()


def screen(comments: Sequence[Comment]) -> Screened:
    """``comments`` without spam and copies.

    Of equal comments the one with most likes stays. The order of the input decides nothing.
    """
    spam = advertises([comment.text for comment in comments])
    honest = [own for own, is_spam in zip(comments, spam, strict=True) if not is_spam]
    honest.sort(key=_rank)
    firsts = first_of_copies([comment.text for comment in honest])
    kept: dict[int, TokenizedComment] = {}
    counts = Counter[int]()
    said: dict[tuple[str | None, str], int] = {}
    for first, comment in zip(firsts, honest, strict=True):
        own = TokenizedComment(comment, tokenize(comment.text))
        # Who says even a short thing twice says it once.
        words = (comment.author, " ".join(own.tokens).casefold())
        key = said.setdefault(words, first) if comment.author else first
        kept.setdefault(key, own)
        counts[key] += 1
    least = min(MANY, max(FEWEST, SHARE * len(honest)))
    copied = [
        _copies(kept[first], n)
        for first, n in counts.items()
        if n >= (least if len(kept[first].comment.text.split()) > 1 else MANY)
    ]
    often = tuple(sorted(copied, key=_by_number)[:SHOWN])
    return Screened([*kept.values()], len(honest) - len(kept), sum(spam), often)


def _copies(own: TokenizedComment, number: int) -> Copies:
    return Copies(" ".join(own.comment.text.split()), number)


def _by_number(copies: Copies) -> tuple[int, str]:
    return -copies.number, copies.text


def _rank(comment: Comment) -> tuple[int, str, str]:
    return -(comment.likes or 0), comment.text, comment.author or ""
