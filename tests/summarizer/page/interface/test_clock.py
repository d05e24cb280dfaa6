"""Times at the start of lines, as panels, players, tools and people write them."""

from __future__ import annotations

import pytest

from summarizer.page.interface.clock import Stamp, read_stamp


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("0:00", Stamp(0, "")),
        ("1:03", Stamp(63, "")),
        ("59:59", Stamp(3599, "")),
        ("75:20", Stamp(4520, "")),
        ("100:00", Stamp(6000, "")),
        ("1:02:03", Stamp(3723, "")),
        ("12:00:00", Stamp(43_200, "")),
        ("100:59:59", Stamp(363_599, "")),
        ("00:00:07", Stamp(7, "")),
        ("٠:٠٧", Stamp(7, "")),
        ("0:07 words said", Stamp(7, "words said")),
        ("0:07words", Stamp(7, "words")),
        ("0:033 secondsHello", Stamp(3, "3 secondsHello")),
        ("1:02:031 hour, 2 minutes", Stamp(3723, "1 hour, 2 minutes")),
    ],
)
def test_a_time_is_read_in_seconds_with_the_words_behind_it(line: str, stamp: Stamp) -> None:
    assert read_stamp(line) == stamp


@pytest.mark.parametrize(
    ("line", "start", "rest"),
    [
        ("0:07.480 words", 7, "words"),
        ("0:07,480 words", 7, "words"),
        ("0:07.4801 words", 7, ".4801 words"),
        ("1:02 - 1:09 words", 62, "words"),
        ("1:02 --> 1:09 words", 62, "words"),
        ("1:02–1:09 words", 62, "words"),
        ("00:01:02,000 → 00:01:09,500 words", 62, "words"),
        ("1:02—1:09 words", 62, "words"),
        ("1:02  -  1:09 words", 62, "words"),
        ("1:02 to 1:09", 62, ""),
        ("0:07 - words", 7, "words"),
        ("0:07 — words", 7, "words"),
        ("0:07 · words", 7, "words"),
        ("0:07 • words", 7, "words"),
        ("0:07 – : words", 7, "words"),
        ("0:07 words \t", 7, "words"),
        ("0:07 | words", 7, "words"),
        ("0:07 – | – words", 7, "– words"),
        ("0:07 > words", 7, "words"),
        ("0:07, words", 7, "words"),
        ("- 0:07 words", 7, "words"),
    ],
)
def test_what_joins_a_time_to_its_words_is_not_one_of_them(
    line: str, start: float, rest: str
) -> None:
    assert read_stamp(line) == Stamp(start, rest)


@pytest.mark.parametrize(
    "line",
    [
        "[0:07] words",
        "(0:07) words",
        "[00:00:07.480] words",
        "**0:07** · words",
        "*0:07* words",
        "`0:07` words",
        "_0:07_ words",
        "~0:07~ words",
        "[0:07](https://a.example/?t=7) words",
        "**[0:07](https://a.example/?t=7)** words",
        "[7.4s] words",
        "(7 s) words",
        "[0:07 - 0:09] words",
    ],
)
def test_marks_around_a_time_are_told(line: str) -> None:
    assert read_stamp(line) == Stamp(7, "words", opened=True)


def test_marks_that_belong_to_lists_and_quotes_open_nothing() -> None:
    assert read_stamp("- 0:07 words") == Stamp(7, "words", opened=False)
    assert read_stamp("> 0:07 words") == Stamp(7, "words", opened=True)


def test_a_time_has_at_most_six_marks_before_it() -> None:
    assert read_stamp("**[(`_0:07 words") == Stamp(7, "words", opened=True)
    assert read_stamp("***[(`_0:07 words") is None


def test_seconds_in_brackets_may_be_many() -> None:
    assert read_stamp("[123456.7s] words") == Stamp(123_456, "words", opened=True)
    assert read_stamp("[1234567s] words") is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "words",
        "words at 0:07",
        "7",
        ":07",
        "0:7",
        "0:60",
        "0:99 words",
        "1:60:00",
        "1:75:03 words",
        "1000:00",
        "0:00 / 8:41",
        "0:00/8:41",
        "1:02:03:04",
        "0:07 : words",
        "7.4s words",
        "[7.4] words",
        "[words] 0:07",
        "(((((((0:07",
        "3 seconds",
    ],
)
def test_other_lines_start_with_no_time(line: str) -> None:
    assert read_stamp(line) is None


def test_a_time_is_alone_where_nothing_stands_behind_it() -> None:
    assert [Stamp(0, "").alone, Stamp(0, "words").alone] == [True, False]
    alone = [stamp.alone for text in ("0:07", "[0:07]", "0:07 -") if (stamp := read_stamp(text))]
    assert alone == [True, True, True]
