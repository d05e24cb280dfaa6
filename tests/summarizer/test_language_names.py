"""One table holds what each language is called, and the libraries know those names."""

from __future__ import annotations

from importlib.resources import files

import punkt
import pytest
import Stemmer

from summarizer.data import rows
from summarizer.language_names import (
    is_named,
    language_name,
    punkt_name,
    snowball_name,
    usual_code,
)

CODES = [row[0] for row in rows("languages")]
STOP_WORDS = files("sumy") / "data" / "stopwords"


@pytest.mark.parametrize("code", CODES)
def test_each_library_knows_the_name_that_the_table_gives_it(code: str) -> None:
    stemmed, split = snowball_name(code), punkt_name(code)
    if stemmed:
        with_stop_words = (STOP_WORDS / f"{stemmed}.txt").is_file()
        assert stemmed in Stemmer.algorithms() or with_stop_words
    if split:
        assert punkt.tokenizer_for(split)


def test_the_table_is_in_order_and_names_each_language_once() -> None:
    assert sorted(set(CODES)) == CODES
    names = [language_name(code) for code in CODES]
    assert len(set(names)) == len(names)


def test_a_language_is_called_as_each_reader_of_its_name_calls_it() -> None:
    assert (language_name("sl"), snowball_name("sl"), punkt_name("sl")) == (
        ("Slovenian", None, "slovene")
    )
    assert (language_name("zh"), snowball_name("zh"), punkt_name("zh")) == (
        ("Chinese", "chinese", None)
    )


@pytest.mark.parametrize("code", ["", "qq", "-", None])
def test_what_is_not_in_the_table_has_no_name_but_its_code(code: str | None) -> None:
    assert snowball_name(code) is None
    assert punkt_name(code) is None
    assert not is_named(code or "")
    assert language_name(code or "") == (code or "")


def test_dialects_and_twins_are_read_as_the_language_whose_words_are_known() -> None:
    assert [usual_code(code) for code in ("nb", "nn", "yue", "en", "qq", "-")] == (
        ["no", "no", "zh", "en", "qq", "-"]
    )
