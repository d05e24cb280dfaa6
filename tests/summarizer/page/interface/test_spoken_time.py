"""Times in words, glued to the speech, in every language of the table."""

from __future__ import annotations

import pytest

from summarizer.data import rows
from summarizer.page.interface.clock import Stamp
from summarizer.page.interface.spoken_time import (
    is_spoken,
    spoken_numbers,
    spoken_words,
    strip_spoken,
)
from tests.summarizer.page.interface.spoken_times import spoken_times

TIMES = spoken_times()
CLOCKS = set("鐘钟")
"""Part of "秒鐘", which some write for "秒": no speech begins with it."""


def said(language: str, letter: str) -> list[Stamp]:
    """Cues that begin with their time in words, right before a word with this first letter."""
    return [Stamp(seconds, f"{words}{letter}xq") for seconds, words in TIMES[language]]


@pytest.mark.parametrize("language", TIMES)
def test_a_time_ends_where_the_speech_begins_whatever_its_first_letter(language: str) -> None:
    known = spoken_words(said(language, "x"))
    assert known
    letters = {c for _, words in TIMES[language] for c in words if c.isalpha()}
    for letter in sorted(letters - CLOCKS):
        rests = [strip_spoken(stamp.rest, stamp.start, known) for stamp in said(language, letter)]
        assert rests == [f"{letter}xq"] * len(TIMES[language])


@pytest.mark.parametrize("language", TIMES)
def test_a_time_alone_on_its_line_is_known_in_every_language(language: str) -> None:
    assert all(is_spoken(words, seconds) for seconds, words in TIMES[language])
    assert not any(is_spoken(words, seconds + 1) for seconds, words in TIMES[language])


def test_every_language_of_ages_has_its_words_of_time() -> None:
    ages, spoken = (
        {row[0] for row in rows("interface") if row[1] == m} for m in ("unit", "spoken")
    )
    assert ages == spoken == {language.partition("-")[0] for language in TIMES}


@pytest.mark.parametrize(
    ("seconds", "numbers"),
    [
        (0, [0]),
        (0.9, [0]),
        (59, [59]),
        (60, [1]),
        (61, [1, 1]),
        (3599, [59, 59]),
        (3600, [1]),
        (3601, [1, 1]),
        (3723, [1, 2, 3]),
        (7200.5, [2]),
        (36_000, [10]),
    ],
)
def test_numbers_that_are_zero_are_not_said(seconds: float, numbers: list[int]) -> None:
    assert spoken_numbers(seconds) == numbers


@pytest.mark.parametrize(
    ("rest", "start"),
    [
        ("1 minute, 3 secondsHello", 64),
        ("1 minuteHello", 63),
        ("3 secondsHello", 63),
        ("minute, 3 secondsHello", 63),
        ("1 minute and then the other 3 secondsHello", 63),
        ("Hello", 63),
        ("63", 63),
        ("in 1 minute, 3 secondsHello", 63),
    ],
)
def test_only_the_words_of_the_cues_own_time_are_taken_off(rest: str, start: float) -> None:
    english = spoken_words(said("en", "x"))
    assert english
    assert strip_spoken(rest, start, english) is None


def test_blanks_and_commas_behind_the_time_go_with_it() -> None:
    english = spoken_words(said("en", "x"))
    assert english
    assert strip_spoken("1 minute, 3 seconds, Hello", 63, english) == "Hello"


def test_words_that_say_their_own_number_follow_a_comma_only_behind_others() -> None:
    arabic = spoken_words(said("ar", "x"))
    assert arabic
    assert strip_spoken("ساعة، دقيقتانxq", 3720, arabic) == "xq"
    assert strip_spoken("، دقيقتانxq", 120, arabic) is None


def test_eleven_is_not_counted_like_one() -> None:
    russian = spoken_words(said("ru", "x"))
    assert russian
    rests = [("11 минута", 11), ("21 минута", 21), ("12 минуты", 12), ("22 минуты", 22)]
    assert [strip_spoken(rest, 60 * n, russian) for rest, n in rests] == ["а", "", "ы", ""]
    assert strip_spoken("111 час", 111 * 3600, russian) is None
    assert strip_spoken("121 час", 121 * 3600, russian) == ""


def test_a_language_that_fits_all_times_goes_before_one_that_takes_more_letters() -> None:
    russian = [*(Stamp(300, "5 минута потом") for _ in range(10)), Stamp(120, "2 минутыпотом")]
    known = spoken_words(russian)
    assert known
    assert {strip_spoken(s.rest, s.start, known) for s in russian} == {"а потом", "потом"}


@pytest.mark.parametrize("word", ["минути", "секунди", "minuter", "minutės"])
def test_of_languages_that_fit_as_often_the_one_that_takes_more_letters_is_meant(word: str) -> None:
    known = spoken_words([Stamp(2, f"2 {word}xq"), Stamp(5, f"5 {word}xq")])
    assert known
    assert strip_spoken(f"2 {word}xq", 2, known) == "xq"


def test_a_time_with_nothing_behind_it_tells_its_language_too() -> None:
    assert spoken_words([Stamp(n, f"{n} seconds") for n in range(2, 8)])


def test_words_are_known_only_where_most_times_have_them() -> None:
    words = [Stamp(n, f"{n} secondshello") for n in range(2, 8)]
    others = [Stamp(n, "hello") for n in range(2, 8)]
    assert spoken_words([*words, *others[:5]])
    assert spoken_words([*words, *others]) is None
    assert spoken_words([]) is None


def test_the_language_is_told_by_the_whole_transcript() -> None:
    short = [Stamp(n, f"{n} sekundxq") for n in range(5, 21)]
    hours = [Stamp(3600 * n, f"{n} godzinxq") for n in range(5, 21)]
    for stamps in (short * 20 + hours, hours + short * 20):
        known = spoken_words(stamps)
        assert known
        assert {strip_spoken(s.rest, s.start, known) for s in stamps} == {"xq"}


@pytest.mark.parametrize(
    ("line", "seconds", "spoken"),
    [
        ("3 wibbles", 3, True),
        ("1 wobble 3 wibbles", 63, True),
        ("4 wibbles", 3, False),
        ("3 wibbles of", 3, True),
        ("3 wibbles of it", 3, False),
        ("3 seconds of it all", 3, False),
        ("3", 3, True),
        ("two wibbles", 2, False),
        ("3 wibbles " + "x" * 60, 3, False),
        ("59 de minute și 20 de secunde", 3560, True),
    ],
)
def test_in_unknown_words_the_numbers_tell(line: str, seconds: int, spoken: object) -> None:
    assert is_spoken(line, seconds) is spoken
