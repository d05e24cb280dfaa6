"""A comment with a slur is counted, and quoted after the others."""

from __future__ import annotations

import pytest

from summarizer import Comment, has_slur
from summarizer.mood import read_mood

PLAIN = "The captain is terrible and his ferry is a disgrace to this harbour"
RUDE = "I hate this f4ggot and the bad smell of all his boats, what an awful trip"


def test_a_quote_with_a_slur_stands_after_one_without_though_it_is_liked() -> None:
    mood = read_mood([Comment(RUDE, "@a", 900), Comment(PLAIN, "@b")])
    assert mood.judged == 2
    assert [quote.text for quote in mood.quotes if quote.pole == "negative"] == [PLAIN, RUDE]


def test_a_quote_with_a_slur_is_shown_where_no_other_stands_for_its_pole() -> None:
    assert [quote.text for quote in read_mood([Comment(RUDE)]).quotes] == [RUDE]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("what a FÄGGOT", "en", True),
        ("diese Schwuchteln im Hafen", "de", True),
        ("ces pédés du port", "fr", True),
        ("жиды у причала", "ru", True),
        ("he sniggered at the pier", "en", False),
        ("педикюр у моря", "ru", False),
        ("el gato negro del puerto", "es", False),
        ("the harbour in 1993", None, False),
    ],
)
def test_slurs_are_told_by_their_letters_in_their_language(
    text: str, language: str | None, expected: bool
) -> None:
    assert has_slur(text, language) is expected
