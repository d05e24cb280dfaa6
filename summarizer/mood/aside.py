"""Comments that are not counted: advertising, and the same words again."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Comment
from summarizer.mood.patterns import advertises
from summarizer.mood.words import cut

MANY = 5
"""Words from which on two people hardly write the same by chance ("Love it!" they do)."""


Cut = tuple[Comment, Sequence[str]]
"""A comment and its words."""


def set_aside(comments: Sequence[Comment]) -> tuple[list[Cut], int, int]:
    """The comments to count, and how many were duplicates and how many advertising.

    Of equal comments the one with most likes stays. The order of the input decides nothing.
    """
    kept: dict[object, Cut] = {}
    advertising = advertises([comment.text for comment in comments])
    for place, comment in enumerate(comments):
        if advertising[place]:
            continue
        own = comment, cut(comment.text)
        key = _identity(*own) or place
        kept[key] = min(kept.get(key, own), own, key=_rank)
    spam = sum(advertising)
    duplicates = len(comments) - spam - len(kept)
    return list(kept.values()), duplicates, spam


def _identity(comment: Comment, words: Sequence[str]) -> object:
    """What equal comments have in common; None where a comment is too short to tell."""
    said = " ".join(words).casefold()
    if sum(word[0].isalpha() for word in words) >= MANY:
        return said
    return (comment.author, said) if comment.author else None


def _rank(own: Cut) -> tuple[int, str, str]:
    comment, _ = own
    return -(comment.likes or 0), comment.text, comment.author or ""
