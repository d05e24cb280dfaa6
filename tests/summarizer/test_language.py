from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The bridge was closed for repairs after the flood.", "en"),
        ("THIS IS THE BEST THING ABOUT THE WHOLE SHOW", "en"),
        ("Die Brücke wurde nach dem Hochwasser gesperrt.", "de"),
        ("Le pont a été fermé après la crue.", "fr"),
        ("Мост закрыли после наводнения.", "ru"),
        ("洪水之后这座桥关闭了。", "zh"),
        ("洪水の後、橋は閉鎖されました。", "ja"),
        ("אחרי השיטפון הגשר נסגר", "he"),
    ],
)
def test_a_sentence_is_given_its_language(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "  \n ", "❤❤", "12:30 — 14%", "x"])
def test_what_says_nothing_has_no_language(text: str) -> None:
    assert detect(text) is None


@given(st.text())
def test_any_text_gets_two_letters_or_none(text: str) -> None:
    code = detect(text)
    assert code is None or len(code) == 2
