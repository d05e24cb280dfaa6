"""Titles: what is none, and what the file's name gives instead."""

from __future__ import annotations

import pytest

from summarizer import read_page
from summarizer.page.parts import is_title

PROSE = (
    "and it will be made of one sheet of plywood, as we hope.\n\n"
    "forty screws go into it and nothing else at all.\n\nit floats.\n"
)


@pytest.mark.parametrize(
    "text",
    ["[Music]", "[संगीत]", "[موسيقى]", "(upbeat music)", "♪", "♪♪♪", "[Applause] [Music]",
     "WEBVTT", "WEBVTT - a boat",
     "Kind: captions", "Language: en", "2024-05-12", "May 12, 2024", "Sunday, 12 May 2024",
     "12. Mai 2024", "12 мая 2024 г.", "2024年5月12日", "12:30", "1:02:03", "English",
     "English (auto-generated)",
     "Deutsch", "中文", "Transcript", "Untertitel"],
)  # fmt: skip
def test_notes_dates_times_and_names_of_formats_and_languages_are_no_titles(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    "text",
    ["One sheet canoe", "1917", "May 2024 in boats", "English for carpenters", "The music of bees",
     "12:30 to London", "[Official] One sheet canoe", "船"],
)  # fmt: skip
def test_words_are_titles(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize(
    "above",
    ["[Music]\n", "WEBVTT\nKind: captions\nLanguage: en\n\n", "2024-05-12\n\n", "12:30\n\n",
     "17\n\n", "English\n\n", "Hello everyone and welcome to the shed\n\n",
     "So today we build a boat\n\n", "So can we begin?\n\nYes.\n\n",
     "[a saw is heard far away]\n\n"],
)  # fmt: skip
def test_where_no_title_stands_above_the_speech_the_name_of_the_file_is_it(above: str) -> None:
    page = read_page((above + PROSE).encode(), "One_sheet_canoe_(720p)_en.txt")
    assert page.title == "One sheet canoe"
    words = " ".join(cue.text for cue in page.transcript)
    assert words.endswith("it floats.")
    assert "captions" not in words
    assert "2024" not in words


def test_a_title_below_a_date_is_found() -> None:
    page = read_page(
        "May 12, 2024\n\nOne sheet canoe\n\nIt floats. We built it in a day.\n\nIt does.\n"
    )
    assert page.title == "One sheet canoe"
