"""Plurals and formats of each language, judged by Babel's copy of Unicode's CLDR."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from babel.numbers import format_decimal

from handlers.message.language_codes import languages
from handlers.message.plurals import OTHER, categories, category
from handlers.message.texts import Texts
from tools.cldr import LANGUAGES, customs, locale

FRACTIONS = [
    Decimal(text) for text in ("0.0", "0.5", "1.0", "1.5", "2.00", "10.1", "21.0", "100.25")
]
LARGE = [1_000_000, 1_000_001, 2_000_000, 12_345_678]


def judged(cldr: Locale, number: int | Decimal) -> str:
    return str(cldr.plural_form(number))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_has_the_category_that_unicode_gives_it(language: str) -> None:
    cldr = locale(language)
    for number in (*range(1001), *LARGE, *FRACTIONS):
        assert category(language, number) == judged(cldr, number), number


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_categories_that_unicode_gives_it(language: str) -> None:
    assert {*categories(language)} == {*locale(language).plural_form.tags, OTHER}


@pytest.mark.parametrize("language", sorted({*languages()} - {"en"}))
def test_numbers_days_and_lists_are_written_as_unicode_has_it(language: str) -> None:
    written, judge = Texts(language).format, customs(language)
    for number in (0, 999, 1234, 12_345, 1_234_567):
        assert written.number(number) == judge.number(number)
    assert written.share(0.45) == judge.share(0.45)
    assert written.day(1_772_700_000) == judge.day(1_772_700_000)
    assert written.listed("ab") == judge.listed("ab")
    assert written.right_to_left == judge.right_to_left


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_customs_group_numbers_as_babel_does(language: str) -> None:
    form = customs(language)
    for number in (7, 999, 54_321, 1_234_567):
        babels = format_decimal(number, locale=locale(language), numbering_system="default")
        assert form.number(number) == babels.translate(str.maketrans("0123456789", form.digits))


def test_english_writes_days_as_iso_8601_does() -> None:
    texts = Texts("en")
    assert (texts.day(1_772_700_000), texts.number(-1234), texts.percent(0.125)) == (
        "2026-03-05",
        "-1,234",
        "12%",
    )
