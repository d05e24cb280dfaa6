"""Rich text gives the words that its editor shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import read_page
from tests.summarizer.promise import keeps_its_promise


def words(body: str) -> list[str]:
    """The lines that a file of rich text is read as."""
    page = read_page(("{\\rtf1\\ansi\\ansicpg1252 " + body + "}").encode(), "notes.rtf")
    return [*([page.title] if page.title else []), *(cue.text for cue in page.transcript)]


def test_marks_and_tables_of_fonts_are_no_words() -> None:
    head = "{\\fonttbl{\\f0\\fswiss Helvetica;}}{\\colortbl;\\red255;}{\\*\\expandedcolortbl;;}"
    assert words(head + "\\f0\\b One sheet\\b0 , a week\\\nend.\\par Forty \\{screws\\}.") == [
        "One sheet, a week",
        "end.",
        "Forty {screws}.",
    ]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"caf\'e9 au lait", "café au lait"),
        (r"\u1051?\u1086?\u1076?\u1082?a", "Лодкa"),
        (r"\uc0\u1051 \u1086", "Ло"),
        (r"boat \u-10179?\u-8691? there", "boat \U0001f60d there"),
        (r"{\fonttbl{\f1\fnil\fcharset204 Arial;}}\f1\'cb\'ee\f0\'e9", "Лоé"),
        (r"a\emdash b\~c", "a—b\u00a0c"),
        (r"seen{\pict\pngblip 89504e47} and {\*\generator x;}heard", "seen and heard"),
    ],
)
def test_letters_are_those_that_the_file_means(body: str, shown: str) -> None:
    assert words(f"{body}\\par second line") == [shown, "second line"]


@given(st.lists(st.sampled_from(["{", "}", "\\par ", "\\u8364?", "\\'80", "\\*", "\\f9", "a "])))
def test_any_pieces_are_a_page_or_advice(pieces: list[str]) -> None:
    assert keeps_its_promise(("{\\rtf1 " + "".join(pieces)).encode())
