"""What a later copy of a video's page has that an earlier one had not."""

from __future__ import annotations

from collections import Counter

from summarizer.model import Comment, Digest, Page

COMPLETE = 0.9
"""The share of the stated comments from which on a copy speaks for all of them."""


def new_comments(earlier: Page, later: Page) -> int:
    """How many comments of ``later`` do not stand in ``earlier``, by author and words."""
    return (Counter(map(_said, later.comments)) - Counter(map(_said, earlier.comments))).total()


def is_complete(digest: Digest) -> bool:
    """Whether nearly all comments that the page states are in it."""
    stated = digest.comments_stated or 0
    return bool(stated) and digest.mood.total >= COMPLETE * stated


def _said(comment: Comment) -> tuple[str | None, str]:
    return comment.author, " ".join(comment.text.casefold().split())
