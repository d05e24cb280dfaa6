"""A discussion longer than is read at a time: its beginning, and the reply says so."""

from __future__ import annotations

from handlers.message import Texts, render
from summarizer import Comment, Omission, Page, digest_page
from summarizer.digest.discussion import A_COMMENT, MOST, beginning_of

LONG = Comment("bread " * (MOST // 60))
"""A tenth of what is read, nearly."""


def test_a_discussion_that_fits_is_read_whole() -> None:
    comments = (Comment("Good."),) * (MOST // (A_COMMENT + 5))
    assert beginning_of(comments) is comments


def test_of_a_longer_one_the_first_comments_are_read() -> None:
    comments = (Comment("Good."), *(LONG,) * 9, Comment("Bad.", likes=1), LONG)
    assert beginning_of(comments) == comments[:-1]


def test_the_first_comment_is_read_however_long_it_is() -> None:
    comments = (Comment("a" * (MOST + 1)), Comment("Good."))
    assert beginning_of(comments) == comments[:1]


def test_the_reply_says_how_many_of_the_comments_were_read() -> None:
    comments = tuple(Comment(f"{LONG.text} {i}") for i in range(12))
    digest = digest_page(Page(comments=comments))
    assert Omission("too-long", 9, 12) in digest.left_out
    assert "Only the beginning was read: 9 of 12." in render(digest, Texts()).html
