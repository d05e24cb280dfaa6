"""What is not counted: advertising and the same words again."""

from __future__ import annotations

import pytest

from summarizer.model import Comment
from summarizer.mood.screening import screen
from summarizer.opinions import Copies

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
    "I compiled a video of many ferry songs. We invite you to come and listen",
    "I made a new video about bridges, check it out",
    "Check out our channel for more boats",
)
HONEST = (
    "They invite you to come aboard, which I like",
    "I made a video call from that pier",
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
    cheers = [Comment("Love it!", author) for author in (None, None, "@ann", "@bob")]
    assert kept(cheers) == (cheers, 0, 0)
    assert kept([cheers[2], cheers[2]]) == ([cheers[2]], 1, 0)


PETITION = "Sign the petition to keep the old harbour crane where it stands"


@pytest.mark.parametrize(
    "copy",
    [
        "🔥 Sign the petition 👏 to keep the old harbour crane where it stands ❤",
        "SIGN the PETITION to keep the old Harbour Crane where IT stands!!",
        "Si\u200bgn the pe\u200dtition to keep the old har\u200bbour crane where it stands",
        "Sign the petition to keep the harbour crane where it stands",
        "Sign the petition to keep the old crane harbour where it stands",
    ],
)
def test_a_copy_that_is_changed_a_little_counts_once(copy: str) -> None:
    first = Comment(PETITION, "@a", likes=2)
    assert kept([Comment(copy, "@b"), first]) == ([first], 1, 0)


def test_a_text_that_is_spread_is_told_with_the_number_of_its_copies() -> None:
    spread = [Comment(f"{PETITION}{'!' * n}", f"@{n}") for n in range(4)]
    twice = [Comment(f"This crane lifted my grandfather's boat{mark}") for mark in ("", "!")]
    assert screen([*spread, *twice]).copied == (Copies(PETITION, 4),)


def test_copies_in_other_words_are_set_aside_but_not_told_as_the_same() -> None:
    variants = [Comment(f"{PETITION} {word}", "@v") for word in ("now", "today", "friends")]
    same = [
        Comment(text, "@s") for text in (PETITION, PETITION.upper(), f"{PETITION} 🚢", PETITION)
    ]
    found = screen([*variants, *(Comment(one.text, f"@{n}") for n, one in enumerate(same))])
    assert (found.duplicates, [one.number for one in found.copied]) == (6, [4])
    assert screen(variants).copied == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Is the old crane still in use today?", "Is the new bridge already in use?"),
        ("Thank you for the film about the crane", "Thank you for the words about my town"),
        ("I love it", "I love it!"),
        ("港の古いクレーンが好きです", "港の新しい橋はいつできますか"),
    ],
)
def test_people_who_say_nearly_the_same_are_not_copies(one: str, other: str) -> None:
    assert len(kept([Comment(one), Comment(other)])[0]) == 2


def test_copies_in_a_script_without_blanks_are_found() -> None:
    texts = [
        "港の古いクレーンを残してくださいお願いします",
        "港の古いクレーンを残して下さいお願いします🙏",
    ]
    assert len(kept([Comment(text) for text in texts])[0]) == 1


def test_the_order_of_comments_decides_nothing_about_copies() -> None:
    texts = [
        PETITION,
        f"{PETITION}, please",
        f"Please: {PETITION.lower()}",
        "The crane is only rust",
    ]
    some = [Comment(text, f"@{text[:3]}") for text in texts]
    assert screen(some) == screen(some[::-1])
