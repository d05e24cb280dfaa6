"""Of a file that holds more than is read the beginning is read, and the page says so."""

from __future__ import annotations

from summarizer import Omission, read_page
from summarizer.captions.cues import MOST_LINES
from summarizer.containers.rtf import MOST_TOKENS as MOST_MARKS
from summarizer.datafiles.literals import MOST_TOKENS, read_literals
from summarizer.datafiles.values import MOST_PIECES
from summarizer.page.kinds.chats.logs import MOST_MESSAGES

TIMED = "1\n00:00:01,000 --> 00:00:02,000\n"


def test_of_a_cue_of_very_many_lines_the_first_are_read() -> None:
    page = read_page(TIMED + "Bread rises. \n" * (MOST_LINES + 10))
    assert page.transcript[0].text.count("Bread") == MOST_LINES
    assert Omission("too-long", 1) in page.omissions


def test_of_very_many_cues_the_first_are_read() -> None:
    page = read_page("".join(f"[00:01.00]Loaf {i}\n" for i in range(MOST_LINES + 10)))
    assert len(page.transcript) == MOST_LINES
    assert Omission("too-long", MOST_LINES) in page.omissions


def test_of_rich_text_of_very_many_marks_the_beginning_is_read() -> None:
    begin, rest = "{\\rtf1 Bread rises overnight. ", "\\b0" * MOST_MARKS + " Salt comes last."
    page = read_page((begin + rest).encode())
    assert "Salt" not in repr(page)
    assert any(omission.kind == "too-long" for omission in page.omissions)


def test_code_of_very_many_values_is_read_up_to_them() -> None:
    found = read_literals("[" + "1," * MOST_TOKENS + "2]")
    assert not found.whole
    assert 2 not in found.value


def test_of_very_many_messages_the_first_are_read() -> None:
    log = "".join(f"12/03/2025, 10:15 - Ana: loaf {i}\n" for i in range(MOST_MESSAGES + 10))
    page = read_page(log)
    assert len(page.comments) == MOST_MESSAGES
    assert Omission("too-long", MOST_MESSAGES) in page.omissions


def test_of_a_table_of_very_many_rows_the_first_are_read() -> None:
    rows = "".join(f"Ana,loaf {i}\n" for i in range(MOST_PIECES + 10))
    page = read_page(f"author,comment\n{rows}")
    assert len(page.comments) == MOST_PIECES
    assert any(omission.kind == "too-long" for omission in page.omissions)
