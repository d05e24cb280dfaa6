"""``python -m bot ask``: passages with times, or that nothing answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.handlers.pages import BREAD


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "bread.txt"
    path.write_text(BREAD, encoding="utf-8")
    return str(path)


def test_the_sentence_that_answers_is_shown_with_its_time(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", page, "What does yeast eat?"]) == 0
    shown = capsys.readouterr().out
    assert "0:00  Yeast is a living thing that eats sugar and breathes out gas." in shown


def test_what_the_page_does_not_say_is_said_and_ends_with_status_1(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", page, "Which planet has most moons?"]) == 1
    assert capsys.readouterr().out.startswith("Nothing in this video answers that.")


def test_json_holds_the_passages(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", page, "Why does salt slow the yeast down?"]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert answers["passages"][0]["start"] == 24
    assert answers["passages"][0]["text"].startswith("Salt slows the yeast down")


def test_a_file_that_cannot_be_read_gets_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", str(tmp_path / "missing.txt"), "Why?"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
