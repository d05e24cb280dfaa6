"""Thanks and agreement, in the languages of the replies and by emoji."""

from __future__ import annotations

import pytest

from handlers.message.language_codes import languages
from handlers.message.texts import Texts
from handlers.message.thanks import only_thanks


@pytest.mark.parametrize("code", languages())
def test_each_phrase_of_a_language_thanks_alone_and_with_others(code: str) -> None:
    phrases = [phrase.strip() for phrase in Texts(code)("thanks-words").split(",")]
    assert [one for one in phrases if not only_thanks(f"{one}!")] == []
    assert only_thanks(" ".join(phrases[:3]).upper() + " \N{SMILING FACE WITH OPEN MOUTH}")


@pytest.mark.parametrize(
    "said",
    [
        "Thank you so much!!",
        "ok thx",
        "Got it, thanks a lot",
        "OKAY.",
        "merci d'accord",
        "Dzieki",
        "rahmat, xoʻp",
        "ありがとうございます！",
        "شكراً جزيلاً",
        "धन्यवाद, ठीक है",
        "\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}",
        "\N{HEAVY BLACK HEART}\ufe0f \N{HEAVY BLACK HEART}\ufe0f",
        ":)",
    ],
)
def test_thanks_are_known_however_they_are_written(said: str) -> None:
    assert only_thanks(said)


@pytest.mark.parametrize(
    "said",
    ["thanks to the baker", "ok?", "okra", "nice loaf", "5", "?", "...", "", "है", "जो है", "no"],
)
def test_other_words_are_no_thanks(said: str) -> None:
    assert not only_thanks(said)


def test_a_long_line_of_one_letter_takes_no_time() -> None:
    assert not only_thanks("k" * 199 + "x")
