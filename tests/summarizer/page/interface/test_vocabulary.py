"""The table of interface words is whole and says one thing at a time."""

from __future__ import annotations

import pytest

from summarizer.data import rows
from summarizer.page.interface.vocabulary import Mark, find_marks, fold_words, is_age

ROWS = rows("interface")
NEEDED = {"count", "views", "subscribers", "follow", "reply", "replies", "add", "more", "less"}
NEEDED |= {"panel", "chapters", "ago", "unit", "edited"}
FULL = {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "tr", "ar", "fa", "hi", "id"}
FULL |= {"vi", "ja", "ko", "zh"}


@pytest.mark.parametrize("language", sorted(FULL))
def test_a_language_has_a_word_for_each_mark_that_reading_needs(language: str) -> None:
    assert {mark for lang, mark, _ in ROWS if lang == language} >= NEEDED


def test_every_row_has_a_known_mark_and_phrases_that_say_something() -> None:
    fields = {"field title", "field channel", "field address", "field other"}
    wrapping = {
        "note",
        "note end",
        "note link",
        "note below",
        "note maker",
        "player",
        "request",
        "request of",
    }
    times = {"ago", "unit", "short", "now", "spoken"}
    known = {mark.value for mark in Mark} | times | fields | wrapping
    for language, mark, text in ROWS:
        assert mark in known, mark
        for phrase in text.split(" | "):
            assert fold_words(phrase.replace("#", "0").replace("*", "x")) not in {"", "0"}, (
                language,
                mark,
                phrase,
            )


def test_no_language_and_mark_has_two_rows() -> None:
    pairs = [(language, mark) for language, mark, _ in ROWS]
    assert len(pairs) == len(set(pairs))


def test_no_word_means_both_the_end_of_a_comment_and_something_inside_it() -> None:
    for _, mark, text in ROWS:
        if mark == "reply":
            assert all(not find_marks(p) & {Mark.MORE, Mark.LESS} for p in text.split(" | "))


@pytest.mark.parametrize(
    "age",
    [
        "3 years ago",
        "1 year ago (edited)",
        "2y ago",
        "vor 4 Jahren",
        "vor 14 Tagen (bearbeitet)",
        "vor einem Monat",
        "il y a 3 ans (modifié)",
        "hace 5 meses",
        "há 1 ano",
        "2 anni fa",
        "3 jaar geleden",
        "2 miesiące temu",
        "5 лет назад (изменено)",
        "2 місяці тому",
        "3 yıl önce (düzenlendi)",
        "قبل 3 سنوات (تم التعديل)",
        "۲ سال پیش",
        "2 वर्ष पहले",
        "3 tahun yang lalu",
        "2 tháng trước",
        "8 か月前",
        "3개월 전(수정됨)",
        "4年前(已編輯)",
        "2025-04-02",
    ],
)
def test_an_age_is_known_in_every_language(age: str) -> None:
    assert Mark.AGE in find_marks(age)


@pytest.mark.parametrize("words", ["years ago I bought one", "3 bowls", "vorgestern", "10/10"])
def test_other_words_are_no_age(words: str) -> None:
    assert Mark.AGE not in find_marks(words)
    assert not is_age(fold_words(words))
