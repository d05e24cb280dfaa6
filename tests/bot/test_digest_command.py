"""``python -m bot digest``: what comes out, what is refused, with which status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.terminal import ERASE
from tests.handlers.pages import BEES, BREAD

ROOT = Path(__file__).resolve().parents[2]
PAGE = """\
A walk in the rain
Rain fell on the old town all day long. Most walkers carried umbrellas over the bridge.
The road to the harbour was wet and empty.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "walk.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_page_is_digested_for_a_reader(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digest", str(page)]) == 0
    shown = capsys.readouterr().out
    assert "A walk in the rain" in shown
    assert "Most walkers carried umbrellas over the bridge." in shown


def test_json_gives_one_line_a_file_with_its_source(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = page.with_name("other.txt")
    other.write_text(PAGE, encoding="utf-8")
    assert main(["digest", "--json", "--sentences", "2", str(page), str(other)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["source"] for row in rows] == [str(page), str(other)]
    assert rows[0]["page"]["title"] == "A walk in the rain"
    assert len(rows[0]["digest"]["summary"]) == 2


def test_what_cannot_be_read_is_said_in_a_line_each_and_the_others_still_come_out(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = page.with_name("empty.txt")
    empty.touch()
    missing = page.with_name("missing.txt")
    assert main(["digest", str(empty), str(missing), str(page)]) == 1
    out, err = capsys.readouterr()
    assert "A walk in the rain" in out
    complaints = [line for line in err.splitlines() if not line[0].isdigit()]
    assert [line.split(":")[0] for line in complaints] == [str(empty), str(missing)]


def test_a_folder_is_read_whole_with_progress_and_without_hidden_files(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = page.parent / "more"
    inner.mkdir()
    (inner / "second.txt").write_text(PAGE, encoding="utf-8")
    (inner / ".hidden.txt").write_text(PAGE, encoding="utf-8")
    assert main(["digest", "--json", str(page.parent)]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err.splitlines()[0].startswith("1/2 ")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_in_a_terminal_a_bar_shows_the_progress_and_refusals_have_lines_of_their_own(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = page.with_name("empty.txt")
    empty.touch()
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["digest", "--json", str(page), str(empty), str(page)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    refused, last, nothing = terminal.getvalue().split("\n")
    assert refused.rpartition(ERASE)[2].startswith(str(empty))
    assert f"[{'#' * 10}{' ' * 20}] 1/3{ERASE}" in refused
    assert (last.rpartition(ERASE)[2], nothing) == (f"[{'#' * 30}] 3/3", "")


def test_standard_input_is_a_page_too_and_the_output_is_utf_8_whatever_the_console_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "digest", "-"],
        input="Der Fluß\nDer Fluß ist über die Ufer getreten. Alle haben geholfen.\n".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        cwd=ROOT,
        check=True,
    )
    assert "Der Fluß ist über die Ufer getreten." in done.stdout.decode("utf-8")


@pytest.mark.parametrize("method", ["blend", "lexrank", "luhn"])
def test_every_method_can_be_named(
    method: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["digest", "--method", method, str(page)]) == 0
    assert "Summary" in capsys.readouterr().out


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_number_of_sentences_that_makes_no_sense_is_refused(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["digest", "--sentences", number, "x"])
    assert stopped.value.code == 2
    assert "whole number" in capsys.readouterr().err


def test_a_page_cannot_write_to_the_terminal_by_control_characters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Title\x1b[2J\n" + "Words \x1b]0;owned\x07 of the page. " * 3, encoding="utf-8")
    main(["digest", str(path)])
    assert "\x1b]0" not in capsys.readouterr().out


def test_a_reader_that_has_seen_enough_is_no_error(page: Path) -> None:
    done = subprocess.run(  # noqa: S602 - the pipe is what is tested
        f'"{sys.executable}" -m bot digest --json {" ".join([str(page)] * 50)} | head -c 10',
        shell=True,
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_reader_that_reads_nothing_is_no_failure_of_ours(
    page: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(["digest", *options, str(page)]) == 0


def test_a_name_that_is_no_text_is_shown_with_its_bytes(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = os.fsencode(page.parent) + b"/od\xff.txt"
    try:
        os.link(os.fsencode(page), odd)
    except OSError:
        pytest.skip("this file system has text alone for names")
    assert main(["digest", "--json", os.fsdecode(odd)]) == 0
    assert json.loads(capsys.readouterr().out)["source"].endswith("od\\xff.txt")


# StringIO has no encoding to change, as a notebook's console has none.
def test_a_console_that_cannot_be_reconfigured_is_used_as_it_is(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = io.StringIO()
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert main(["digest", str(page)]) == 0
    assert "A walk in the rain" in console.getvalue()


def test_of_several_pages_in_a_file_each_has_its_digest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "two.txt"
    path.write_text(f"{BREAD}\n\n{BEES}", encoding="utf-8")
    assert main(["digest", "--json", str(path)]) == 0
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert row["digest"]["title"] == "How bread rises"
    assert [other["digest"]["title"] for other in row["others"]] == ["How bees fly home"]
    assert main(["digest", str(path)]) == 0
    shown = capsys.readouterr().out
    assert all(title in shown for title in ("How bread rises", "How bees fly home"))


def test_a_table_has_a_line_for_each_file_and_says_what_went_wrong(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page.with_name("empty.txt").touch()
    page.with_name("two.txt").write_text(f"{BREAD}\n\n{BEES}", encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["digest", "--table", str(page.parent)]) == 1
    head, empty, bread, bees, walk = capsys.readouterr().out.splitlines()
    assert head.split() == ["file", "title", "sentences", "comments", "what", "went", "wrong"]
    assert "empty.txt" in empty
    assert "0" not in empty.rpartition("empty.txt")[2]
    assert "How bread rises" in bread
    assert "How bees fly home" in bees
    assert walk.split()[-2:] == ["3", "0"]
    assert terminal.getvalue().endswith("3/3\n")


def test_cells_of_a_table_are_cut_and_cannot_write_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    title = "パンの\x1b[2J焼き方とその長い長い" * 4
    path.write_text(f"# {title}\n" + "パンは朝早く焼きます。" * 3, encoding="utf-8")
    main(["digest", "--table", str(path)])
    [_, row] = capsys.readouterr().out.splitlines()
    assert "\x1b" not in row
    assert "…" in row
