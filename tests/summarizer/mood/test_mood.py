"""The Mood of a discussion: its counts add up, its quotes are the commenters' own words."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model import Comment, Sentence
from summarizer.mood import Video, classify_comments, read_mood
from summarizer.opinions import Mood

GOOD = (
    "This is the best tutorial I have ever watched, thank you so much!",
    "Beautiful camera work, I love every second of it ❤️",
    "Vielen Dank, das war wirklich ein großartiges Video!",
    "Merci beaucoup, c'est magnifique",
    "Muchas gracias, me encanta este canal",
)
BAD = (
    "Horrible sound, worst video of the year, what a waste of time",
    "I hate this, it is disgusting and stupid",
    "Das ist einfach nur peinlich und schlecht gemacht",
    "C'est nul, quelle honte, je déteste",
    "Qué asco, es una basura y una vergüenza",
)
PLAIN = (
    "The second part starts at 4:10 and shows the engine from the left side",
    "Which camera did you use for the scene at the harbour?",
    "They filmed it in Norway in March",
)
ODD = ("", " ", "\n", "...", "\u200d", "\ud800", "a" * 100_000, "😂" * 9000, "((((" * 900)
JAPANESE = (
    "この曲は毎日聞いています。本当に素晴らしい",
    "昨日のライブに行きました",
    "声がきれいですね",
)

texts = st.text(max_size=300)
comments = st.lists(
    st.builds(
        Comment,
        st.one_of(texts, st.sampled_from(GOOD + BAD + PLAIN)),
        st.none() | st.sampled_from(["@ann", "@bob"]),
        st.none() | st.integers(0, 10**6),
    ),
    max_size=12,
)


def counted(mood: Mood) -> tuple[int, ...]:
    return (mood.positive, mood.neutral, mood.negative, mood.unclear, mood.unread)


@given(st.lists(texts, max_size=10))
def test_every_text_gets_exactly_one_polarity_and_none_is_refused(some: list[str]) -> None:
    said = classify_comments(some)
    assert len(said) == len(some)
    assert set(said) <= {"positive", "neutral", "negative"}


@given(comments)
def test_the_counts_add_up_to_the_comments_of_the_page(some: list[Comment]) -> None:
    mood = read_mood(some)
    assert mood.total == len(some)
    assert sum(number for _, number in mood.languages) == sum(counted(mood))
    assert sum(number for _, number in mood.unread_languages) == mood.unread


@given(comments)
def test_every_quote_is_a_whole_comment(some: list[Comment]) -> None:
    mood = read_mood(
        some, Video([Sentence(0, "The engine was filmed from the left side in Norway.")])
    )
    whole = {" ".join(comment.text.split()) for comment in some}
    assert all(q.text in whole for q in (*mood.quotes, *mood.questions))
    assert all(len(q.text) <= 280 for q in (*mood.quotes, *mood.questions))
    assert all(text in whole for one in mood.echoes for text in one.comments)


@given(comments, st.randoms(use_true_random=False))
def test_the_order_of_the_comments_changes_nothing(some: list[Comment], dice: Random) -> None:
    mixed = list(some)
    dice.shuffle(mixed)
    assert read_mood(mixed) == read_mood(some)


def test_plain_praise_and_plain_scorn_are_told_apart_in_several_languages() -> None:
    assert set(classify_comments(GOOD)) == {"positive"}
    assert set(classify_comments(BAD)) == {"negative"}
    mood = read_mood([Comment(text) for text in GOOD + BAD + PLAIN])
    assert mood.positive >= 4
    assert mood.negative >= 4
    assert mood.positive + mood.negative <= 10


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_counted_like_any_other(text: str) -> None:
    assert sum(counted(read_mood([Comment(text)]))) == 1


def test_a_page_without_comments_has_an_empty_mood() -> None:
    assert read_mood([]) == Mood()
    assert classify_comments([]) == []


def test_likes_are_summed_by_pole_where_the_page_shows_them() -> None:
    liked = read_mood([Comment(GOOD[0], likes=7), Comment(GOOD[1]), Comment(BAD[0], likes=2)]).liked
    assert liked is not None
    assert dict(liked) == {"positive": 7, "neutral": 0, "negative": 2, "unclear": 0, "unread": 0}
    assert read_mood([Comment(GOOD[0])]).liked is None


def test_comments_in_a_language_that_is_not_supported_are_unread_and_still_quoted() -> None:
    mood = read_mood([Comment(text, likes=n) for n, text in enumerate(JAPANESE)])
    assert mood.unread == 3
    assert mood.unread_languages == (("ja", 3),)
    assert {quote.text for quote in mood.quotes} <= set(JAPANESE)
    assert mood.quotes


def test_emoji_alone_are_read_in_any_language() -> None:
    mood = read_mood([Comment("❤❤❤"), Comment("😍😍"), Comment("👍👍👍"), Comment("😡😡🤬")])
    assert (mood.positive, mood.negative, mood.unread) == (3, 1, 0)


def test_shares_and_their_intervals_come_with_a_hundred_comments() -> None:
    few = [Comment("Great!", f"@{n}") for n in range(99)]
    assert read_mood(few).shares == ()
    shares = read_mood([*few, Comment("I hate it")]).shares
    assert round(sum(share.share for share in shares), 6) == 1
    assert all(0 <= share.low <= share.share <= share.high <= 1 for share in shares)
