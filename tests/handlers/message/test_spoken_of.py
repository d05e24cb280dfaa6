"""Moments and topics of several commenters, as a reply shows them."""

from __future__ import annotations

from dataclasses import replace

from handlers.message.rendering import render
from summarizer import Copies, Digest, Moment, Mood, Quote, Sentence, Topic
from tests.handlers.message.reply_text import shown
from tests.handlers.message.test_rendering import TEXTS

NAMED = tuple(Moment(60.0 * n, 9 - n, f"The gull at {n}:00 again") for n in range(1, 6))
MOOD = Mood(neutral=20, moments=NAMED, quotes=(Quote(NAMED[0].text, "neutral"),))
DIGEST = Digest(title="Harbour", url="https://www.youtube.com/watch?v=abcdefghijk", mood=MOOD)


def test_the_reply_shows_three_moments_and_the_comments_view_all() -> None:
    mood = replace(MOOD, quotes=tuple(Quote(f"Quote number {n}", "neutral") for n in range(4)))
    digest = replace(DIGEST, mood=mood)
    assert "\n1:00 (8 comments): “The gull at 1:00 again”\n" in shown(digest)
    assert "3:00 (6 comments)" in shown(digest)
    assert "4:00 (5 comments)" not in shown(digest)
    assert "5:00 (4 comments)" in shown(digest, "comments")


def test_a_moment_opens_the_video_where_its_address_is_known() -> None:
    assert 'watch?v=abcdefghijk&amp;t=60">1:00</a>' in render(DIGEST, TEXTS, "comments").html
    assert "<a" not in render(replace(DIGEST, url=None), TEXTS, "comments").html


def test_what_is_said_of_a_moment_is_not_quoted_again() -> None:
    for view in ("digest", "comments"):
        assert shown(DIGEST, view).count(NAMED[0].text) == 1


def test_a_moment_that_nobody_describes_has_no_quote() -> None:
    bare = replace(DIGEST, mood=Mood(neutral=9, moments=(Moment(245.0, 2),)))
    assert "4:05 (2 comments)\n" in shown(bare, "comments") + "\n"


def test_moments_are_shown_where_nothing_else_is_quoted() -> None:
    assert "4:05 (2 comments)" in shown(Digest(mood=Mood(neutral=9, moments=(Moment(245.0, 2),))))


def test_the_summary_says_that_its_chapters_are_a_viewers() -> None:
    said = (Sentence(0, "The lamp was lit.", 0.0, chapter="Lamps"),)
    own = Digest(summary=said, sentences_total=1)
    assert "a viewer lists" not in shown(own)
    assert "1 of 1 sentence; chapters as a viewer lists them\nLamps" in shown(
        replace(own, viewers_chapters=True)
    )


def test_topics_stand_in_the_reply_each_with_its_people_and_a_quote() -> None:
    spoken = (
        Topic("", 4, "Bring the cherry back"),
        Topic("trade-in value", 7, "Nobody mentions the trade-in value"),
        *(Topic(f"word {n}", 2, f"A remark on word {n}") for n in range(3)),
    )
    digest = Digest(mood=Mood(neutral=9, topics=spoken))
    assert (
        "\n4 say: “Bring the cherry back”\n"
        "trade-in value (7): “Nobody mentions the trade-in value”\n"
        "word 0 (2): “A remark on word 0”"
    ) in shown(digest)
    assert "word 1" not in shown(digest)
    assert "word 2 (2): “A remark on word 2”" in shown(digest, "comments")


def test_what_stands_there_often_comes_after_what_people_say() -> None:
    spoken = (Topic("steam winch", 7, "Nobody repairs a steam winch"),)
    mood = Mood(neutral=60, topics=spoken, moments=NAMED[:1], copied=(Copies("turnip", 50),))
    for view in ("digest", "comments"):
        text = shown(Digest(mood=mood), view)
        line = "“turnip” (stands here 50 times)"
        assert text.count(line) == 1
        assert text.index("steam winch") < text.index(NAMED[0].text) < text.index(line)


def test_who_is_not_read_speaks_first_where_most_are_not_read() -> None:
    quotes = (Quote("All neutral here", "neutral"), Quote("Muuta kieltä täällä", "unread"))
    mostly = shown(Digest(mood=Mood(neutral=2, unread=90, quotes=quotes)))
    hardly = shown(Digest(mood=Mood(neutral=90, unread=2, quotes=quotes)))
    assert mostly.index("Muuta") < mostly.index("All neutral")
    assert hardly.index("All neutral") < hardly.index("Muuta")
