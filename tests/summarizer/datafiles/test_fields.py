from __future__ import annotations

import pytest

from summarizer.datafiles.fields import age, amount, flag, moment
from summarizer.datafiles.values import text_of


@pytest.mark.parametrize(
    ("written", "count"),
    [
        (12, 12), (12.0, 12), ("1,204", 1204), ("1.204.000", 1204000), ("3.4K", 3400), ("12.0", 12),
        ("1,2 N", 1200), ("5万", 50000), ("1.2 lakh", 120000), ("1.204,5 тыс", 1204500), ("", None),
        ("many", None), ("3 apples", None), (None, None), (True, None), (1e20, None),
    ],
)  # fmt: skip
def test_counts_are_read_as_people_write_them(written: object, count: int | None) -> None:
    assert amount(written) == count


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("3 days ago", "3 days ago"), (1700000000, "2023-11-14"), ("1700000000000", "2023-11-14"),
        (1700000000.5, "2023-11-14"), (35, None), (None, None), (False, None), ("", None),
    ],
)  # fmt: skip
def test_ages_stay_as_written_and_numbers_become_dates(written: object, told: str | None) -> None:
    assert age(written) == told


@pytest.mark.parametrize(
    ("written", "seconds"),
    [(1.5, 1.5), ("12.5s", 12.5), ("1:02", 62.0), ("soon", None), (True, None), (None, None)],
)
def test_moments_are_numbers_or_clocks(written: object, seconds: float | None) -> None:
    assert moment(written) == seconds


def test_marks_say_yes_or_no() -> None:
    assert all(map(flag, (True, 1, "yes", "reply", "Ugx1")))
    assert not any(map(flag, (False, 0, None, "", "False", "root", "0")))


def test_words_are_found_inside_their_wrappers() -> None:
    assert text_of([{"text": "a"}, "b", 3, {"simpleText": "c"}]) == "abc"
    assert text_of({"content": {"message": ["a\r\n", {"text": "b"}, 4]}}) == "a\nb"
    assert text_of({"emoji": {"shortcuts": []}}) == text_of(None) == ""
    deep: object = "lost"
    for _ in range(9):
        deep = {"text": deep}
    assert text_of(deep) == ""
