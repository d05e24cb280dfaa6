"""What a later copy of a video's page has that an earlier one had not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.model import Comment, Digest, Page
from summarizer.mood.patterns import advertises

QUOTED = 2
"""New comments that are quoted."""
COMPLETE = 0.9
"""The share of the stated comments from which on a copy speaks for all of them."""


class News(NamedTuple):
    """How many comments are new, and the texts of some that many like."""

    number: int
    quotes: tuple[str, ...] = ()


def new_comments(earlier: Page, later: Page) -> News:
    """The comments of ``later`` that do not stand in ``earlier``, by author and words.

    Advertisements are counted, not quoted. Of a copy that came without comments, as subtitles do,
    nobody knows which there were.
    """
    if not earlier.comments and earlier.comments_stated != 0:
        return News(0)
    known = Counter(map(_said, earlier.comments))
    new: list[Comment] = []
    for comment in later.comments:
        said = _said(comment)
        if known[said]:
            known[said] -= 1
        else:
            new.append(comment)
    return News(len(new), _quotes(new))


def is_complete(digest: Digest) -> bool:
    """Whether nearly all comments that the page states are in it."""
    stated = digest.comments_stated or 0
    return bool(stated) and digest.mood.total >= COMPLETE * stated


def _quotes(new: Sequence[Comment]) -> tuple[str, ...]:
    spam = advertises([comment.text for comment in new])
    honest = [comment for comment, is_spam in zip(new, spam, strict=True) if not is_spam]
    liked = sorted(honest, key=lambda comment: -(comment.likes or 0))
    texts = (" ".join(comment.text.split()) for comment in liked)
    return tuple(dict.fromkeys(filter(None, texts)))[:QUOTED]


def _said(comment: Comment) -> tuple[str | None, str]:
    return comment.author, " ".join(comment.text.casefold().split())
