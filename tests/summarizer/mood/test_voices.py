"""Remarks that many make in the same words: counted, said once, and driving nothing else."""

from __future__ import annotations

import pytest

from summarizer import Comment, Mood
from summarizer.mood import Video, read_mood
from summarizer.opinions import Copies

OTHERS = [
    "The crane on the north pier is older than the town",
    "Nobody paints a herring boat green in winter",
    "My uncle repaired that crane with a spoon",
]
FORMS = ["turnip", "Turnip!", "TURNIP 🥕", "t\u0336u\u0336rn\u0334i\u0337p", "turnip turnip 🥕🥕"]


def mood_of(texts: list[str], language: str | None = None) -> Mood:
    comments = [Comment(text, f"@{n}") for n, text in enumerate(texts)]
    return read_mood(comments, Video(language=language))


def test_fifty_equal_remarks_are_one_line_with_their_number() -> None:
    mood = mood_of([*FORMS * 10, *OTHERS])
    assert mood.copied == (Copies("turnip", 50),)
    assert mood.judged == 53


def test_equal_remarks_drive_no_topics_or_quotes() -> None:
    mood = mood_of(["very nice turnip"] * 50 + OTHERS)
    assert mood.topics == ()
    assert [quote.text for quote in mood.quotes].count("very nice turnip") == 1


def test_the_languages_are_those_of_all_comments_read_equal_remarks_too() -> None:
    mood = mood_of(["very nice turnip"] * 50 + OTHERS)
    assert dict(mood.languages) == {"en": mood.judged} == {"en": 53}


def test_two_who_say_the_same_are_no_line() -> None:
    assert mood_of(["lovely pier", "Lovely pier!", *OTHERS]).copied == ()


@pytest.mark.parametrize("text", ["potato potatoe", "Turnip", "turnip turnip turnip turnip"])
def test_a_word_or_two_tell_no_language(text: str) -> None:
    assert dict(mood_of([text, *OTHERS]).languages) == {"en": 3, "und": 1}


def test_the_page_s_own_language_explains_a_word_or_two() -> None:
    german = [
        "Der Kran am Hafen ist älter als die Stadt",
        "Niemand streicht im Winter ein Boot grün",
    ]
    assert dict(mood_of(["Schöner Hafen", *german]).languages) == {"de": 3}
    assert dict(mood_of(["Schöner Hafen", *OTHERS]).languages) == {"en": 3, "und": 1}
    assert dict(mood_of(["Schöner Hafen", *OTHERS], "de").languages) == {"en": 3, "de": 1}


def test_a_word_in_a_script_of_one_language_tells_it() -> None:
    assert dict(mood_of(["정말 좋아요", *OTHERS]).languages) == {"en": 3, "ko": 1}
