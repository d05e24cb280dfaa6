"""What is not counted: advertising and the same words again."""

from __future__ import annotations

import pytest

from summarizer.model import Comment
from summarizer.mood.screening import screen

SPAM = (
    "Check out my channel for more songs like this",
    "sub to me and I sub back",
    "Text me on WhatsApp +1 (555) 010-9999 for trading lessons",
    "Schaut mal auf meinen Kanal vorbei",
    "Suscríbete a mi canal por favor",
    "Подписывайтесь на мой канал",
    "Подпишитесь на мой канал, там тоже мосты",
    "Abonniert gerne meinen Kanal",
    "Zapraszam na mój kanał o mostach",
    "互关吗，我也拍桥",
    "join us t.me/freemoney",
    "I invest with Mrs. Doe, an expert, her platform pays, look her up, reach her on Telegram",
    "I make $9,000 weekly from home",
)
HONEST = (
    "I subscribed to this channel years ago",
    "Check the timing at 3:10",
    "Telegram was down yesterday",
    "My channel hopping days are over",
    "They made 3 million with it",
    "Please invest in better microphones",
)


def kept(comments: list[Comment]) -> tuple[list[Comment], int, int]:
    found = screen(comments)
    return [own.comment for own in found.kept], found.duplicates, found.spam


@pytest.mark.parametrize("text", SPAM)
def test_advertising_is_set_aside(text: str) -> None:
    assert kept([Comment(text)]) == ([], 0, 1)


@pytest.mark.parametrize("text", HONEST)
def test_remarks_that_only_sound_like_it_are_kept(text: str) -> None:
    assert kept([Comment(text)]) == ([Comment(text)], 0, 0)


def test_the_same_long_comment_counts_once_and_the_most_liked_copy_stays() -> None:
    first, second = (
        Comment("Where can I buy this blue jacket?"),
        Comment("where can I  buy this blue jacket?", likes=9),
    )
    assert kept([first, second]) == ([second], 1, 0)


def test_short_cheers_of_different_people_all_count() -> None:
    cheers = [Comment("Love it!", author) for author in ("@ann", "@bob", None, None)]
    assert kept(cheers) == (cheers, 0, 0)
    assert kept([cheers[0], cheers[0]]) == ([cheers[0]], 1, 0)
