"""Comments that are not counted: spam, and the same words again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.model import Comment
from summarizer.mood.comment_tokens import tokenize
from summarizer.mood.copies import each_once, first_of_copies, wording_of
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

    ``copied`` are the texts that stand there most often in the very same words.
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
    texts = [comment.text for comment in honest]
    firsts, tokens = first_of_copies(texts), each_once(tokenize, texts)
    kept: dict[int, TokenizedComment] = {}
    copies = defaultdict[int, list[TokenizedComment]](list)
    said: dict[tuple[str, str], int] = {}
    for first, own in zip(firsts, map(TokenizedComment, honest, tokens), strict=True):
        # Who says even a short thing twice says it once.
        words = " ".join(own.tokens).casefold()
        author = own.comment.author
        key = said.setdefault((author, words), first) if author else first
        kept.setdefault(key, own)
        copies[key].append(own)
    least = min(MANY, max(FEWEST, SHARE * len(honest)))
    several = (_copies(same) for same in copies.values() if len(same) >= least)
    copied = [one for one in several if one.number >= (least if " " in one.text else MANY)]
    often = tuple(sorted(copied, key=_by_number)[:SHOWN])
    return Screened([*kept.values()], len(honest) - len(kept), sum(spam), often)


def _copies(copies: Sequence[TokenizedComment]) -> Copies:
    """The wording that most of ``copies`` have, best first, and how many have it."""
    wordings = each_once(wording_of, [own.comment.text for own in copies])
    usual, number = Counter(wordings).most_common(1)[0]
    return Copies(" ".join(copies[wordings.index(usual)].comment.text.split()), number)


def _by_number(copies: Copies) -> tuple[int, str]:
    return -copies.number, copies.text


def _rank(comment: Comment) -> tuple[int, str, str]:
    return -(comment.likes or 0), comment.text, comment.author or ""
