"""Words without content, of ranking and of comments alike."""

from __future__ import annotations

import pytest

from summarizer.data import rows
from summarizer.stop_words import stop_words
from tools import make_stop_words


def test_the_table_is_what_its_script_makes() -> None:
    made = [line for line in make_stop_words.table().splitlines() if not line.startswith("#")]
    assert ["\t".join(row) for row in rows("stop_words")] == made


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("pl", "jest"),
        ("ru", "было"),
        ("uk", "вона"),
        ("hi", "hai"),
        ("ko", "그리고"),
        ("sr", "je"),
    ],
)
def test_what_ranking_does_without_comments_do_without_too(language: str, word: str) -> None:
    assert word in stop_words(language)
    assert stop_words(language) <= stop_words(language, comments=True)


def test_talk_of_comments_may_be_what_a_sentence_is_about() -> None:
    assert "people" in stop_words("en", comments=True) - stop_words("en")
    assert "video" in stop_words("xx", comments=True)


def test_a_language_without_a_list_has_no_stop_words() -> None:
    assert stop_words("xx") == stop_words(None) == frozenset()


def test_either_apostrophe_and_a_folded_letter_are_the_same_word() -> None:
    assert {"that's", "that’s"} <= stop_words("en")
    assert {"daß", "dass"} <= stop_words("de")
