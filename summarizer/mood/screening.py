"""Comments that are not counted: spam, and the same words again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.model import Comment
from summarizer.mood.comment_tokens import tokenize
from summarizer.mood.patterns import advertises

MANY = 5
"""Words from which on two people hardly write the same by chance ("Love it!" they do)."""


class TokenizedComment(NamedTuple):
    """A comment and its tokens."""

    comment: Comment
    tokens: Sequence[str]


class Screened(NamedTuple):
    """The comments to count, and how many were set aside: duplicates, and spam."""

    kept: list[TokenizedComment]
    duplicates: int
    spam: int


def screen(comments: Sequence[Comment]) -> Screened:
    """``comments`` without spam and duplicates.

    Of equal comments the one with most likes stays. The order of the input decides nothing.
    """
    kept: dict[object, TokenizedComment] = {}
    spam = advertises([comment.text for comment in comments])
    for place, comment in enumerate(comments):
        if spam[place]:
            continue
        own = TokenizedComment(comment, tokenize(comment.text))
        key = _identity(own) or place
        kept[key] = min(kept.get(key, own), own, key=_rank)
    return Screened(list(kept.values()), len(comments) - sum(spam) - len(kept), sum(spam))


def _identity(own: TokenizedComment) -> object:
    """What equal comments have in common; None where a comment is too short to tell."""
    said = " ".join(own.tokens).casefold()
    if sum(token[0].isalpha() for token in own.tokens) >= MANY:
        return said
    return (own.comment.author, said) if own.comment.author else None


def _rank(own: TokenizedComment) -> tuple[int, str, str]:
    comment = own.comment
    return -(comment.likes or 0), comment.text, comment.author or ""
