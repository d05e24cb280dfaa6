"""Comments that are not counted: advertising, and the same words again."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Comment
from summarizer.mood.patterns import advertises
from summarizer.mood.words import cut

MANY = 5
"""Words from which on two people hardly write the same by chance ("Love it!" they do)."""


def set_aside(comments: Sequence[Comment]) -> tuple[list[Comment], int, int]:
    """The comments to count, and how many were duplicates and how many advertising.

    Of equal comments the one with most likes stays. The order of the input decides nothing.
    """
    kept: dict[object, Comment] = {}
    spam = 0
    for place, comment in enumerate(comments):
        if advertises(comment.text):
            spam += 1
            continue
        key = _identity(comment) or place
        kept[key] = min(kept.get(key, comment), comment, key=_rank)
    duplicates = len(comments) - spam - len(kept)
    return list(kept.values()), duplicates, spam


def _identity(comment: Comment) -> object:
    """What equal comments have in common; None where a comment is too short to tell."""
    words = tuple(word.casefold() for word in cut(comment.text))
    if sum(word[0].isalpha() for word in words) >= MANY:
        return words
    return (comment.author, words) if comment.author else None


def _rank(comment: Comment) -> tuple[int, str, str]:
    return -(comment.likes or 0), comment.text, comment.author or ""
