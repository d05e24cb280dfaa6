"""Numbers of likes and comments in the writing of many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.page.interface.amounts import find_amount, fold_amounts, parse_amount


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("3467", 3467),
        ("3.4k", 3400),
        ("12K", 12_000),
        ("1,234", 1234),
        ("19.924", 19_924),
        ("1 234", 1234),
        ("1\u202f234", 1234),
        ("1,23,456", 123_456),
        ("18 Mio.", 18_000_000),
        ("2,5 Tsd.", 2500),
        ("1,2 mil", 1200),
        ("1.24 lakh", 124_000),
        ("2 crore", 20_000_000),
        ("1,2 tn", 1200),
        ("1,2 тыс.", 1200),
        ("3,4 тис.", 3400),
        ("۱٫۲ هزار", 1200),
        ("١٢", 12),
        ("१.२ हज़ार", 1200),
        ("1.2万", 12_000),
        ("3億", 300_000_000),
        ("1.2천", 1200),
        ("4만", 40_000),
        ("2,5 N", 2500),
        ("5 rb", 5000),
        ("2 B", 2000),
    ],
)
def test_an_amount_is_read_as_its_language_writes_it(text: str, number: int) -> None:
    assert parse_amount(text) == number


@pytest.mark.parametrize(
    "text", ["", "1.2", "10/10", "3 min ago", "v2", "0:07", "k", "1 2", "5 kg"]
)
def test_other_writing_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


def test_the_number_of_a_whole_line_is_found() -> None:
    assert find_amount("12.034 Kommentare") == 12_034
    assert find_amount("コメント 97 件") == 97
    assert find_amount("no number") is None


def test_folding_leaves_the_words_between_the_amounts() -> None:
    assert fold_amounts("1,2 M de vues") == "0 de vues"
    assert fold_amounts("登録者数 6.03M人") == "登録者数 0人"
    assert fold_amounts("3 min ago") == "0 min ago"


@given(st.text(alphabet="0123456789.,kMل万 \u00a0", max_size=40))
def test_any_text_has_an_amount_of_at_least_nothing_or_none(text: str) -> None:
    number = parse_amount(text)
    assert number is None or number >= 0
