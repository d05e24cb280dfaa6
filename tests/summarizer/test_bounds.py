"""Of a file that holds more than is read the beginning is read, and the page says so.

The bounds are high: here each is low, so that a small file goes beyond it.
"""

from __future__ import annotations

import pytest

from summarizer import Omission, read_page
from summarizer.datafiles.literals import read_literals

TIMED = "1\n00:00:01,000 --> 00:00:02,000\n"
MOST = 500


@pytest.fixture(autouse=True)
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    for bound in (
        "captions.cues.MOST_LINES",
        "containers.rtf.MOST_TOKENS",
        "datafiles.literals.MOST_TOKENS",
        "datafiles.records.MOST_PIECES",
        "page.kinds.chats.logs.MOST_MESSAGES",
    ):
        monkeypatch.setattr(f"summarizer.{bound}", MOST)


def test_of_a_cue_of_very_many_lines_the_first_are_read() -> None:
    page = read_page(TIMED + "Bread rises. \n" * (MOST + 10))
    assert page.transcript[0].text.count("Bread") == MOST
    assert Omission("too-long", 1) in page.omissions


def test_of_very_many_cues_the_first_are_read() -> None:
    page = read_page("".join(f"[00:01.00]Loaf {i}\n" for i in range(MOST + 10)))
    assert len(page.transcript) == MOST
    assert Omission("too-long", MOST) in page.omissions


def test_of_rich_text_of_very_many_marks_the_beginning_is_read() -> None:
    begin, rest = "{\\rtf1 Bread rises overnight. ", "\\b0" * MOST + " Salt comes last."
    page = read_page((begin + rest).encode())
    assert "Salt" not in repr(page)
    assert any(omission.kind == "too-long" for omission in page.omissions)


def test_code_of_very_many_values_is_read_up_to_them() -> None:
    found = read_literals("[" + "1," * MOST + "2]")
    assert not found.whole
    assert 2 not in found.value


def test_of_very_many_messages_the_first_are_read() -> None:
    log = "".join(f"12/03/2025, 10:15 - Ana: loaf {i}\n" for i in range(MOST + 10))
    page = read_page(log)
    assert len(page.comments) == MOST
    assert Omission("too-long", MOST) in page.omissions


def test_of_a_table_of_very_many_rows_the_first_are_read() -> None:
    rows = "".join(f"Ana,loaf {i}\n" for i in range(MOST + 10))
    page = read_page(f"author,comment\n{rows}")
    assert len(page.comments) == MOST
    assert any(omission.kind == "too-long" for omission in page.omissions)


def test_code_that_is_prose_for_long_stays_prose(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "const a = [" + "bread " * 100 + "'salt', " * 60 + "]"
    assert not read_literals(code).prose
    monkeypatch.setattr("summarizer.datafiles.literals.MOST_WORDS", 90)
    assert read_literals(code).prose


def test_a_line_of_more_cells_than_a_table_has_columns_is_no_head() -> None:
    rows = "".join(f"loaf {i},{i}\n" for i in range(9))
    others = ",".join(f"column{i}" for i in range(1_999))
    assert read_page(f"comment,{others}\n{rows}").comments[0].text == "loaf 0"
    assert read_page(f"comment,{others},one more\n{rows}").comments[0].text == "comment"


def test_of_very_many_labels_the_first_name_who_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["ANNA", "BO"] * 6
    said = "".join(f"[00:{i:02}.00]{name}: Bread rises.\n" for i, name in enumerate(names))
    assert [cue.speaker for cue in read_page(said).transcript] == names
    monkeypatch.setattr("summarizer.page.parts.speakers.turns.MOST_LABELS", 8)
    page = read_page(f"[00:00.00]and at ten: we bake.\n{said}")
    assert [cue.text for cue in page.transcript[7:]] == ["Bread rises."] + [
        f"{name}: Bread rises." for name in names[7:]
    ]
