"""The key of the cache changes with the summarizer's code and tables, and with nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer
from handlers.fingerprint import fingerprint, summarizer_fingerprint
from handlers.source import Source

INSTALLED = Path(summarizer.__file__).parent
NOT_INSTALLED = shutil.ignore_patterns("__pycache__")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The summarizer, copied to another place."""
    return shutil.copytree(INSTALLED, tmp_path / "summarizer", ignore=NOT_INSTALLED)


def test_a_copy_of_the_same_code_has_the_same_fingerprint(copied: Path) -> None:
    assert fingerprint(copied) == summarizer_fingerprint()


@pytest.mark.parametrize(
    "file", ["data/valence.tsv", "data/rank.tsv", "model.py", "page/kinds/video_page.py"]
)
def test_one_changed_byte_gives_another_fingerprint(copied: Path, file: str) -> None:
    content = (copied / file).read_bytes()
    (copied / file).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert fingerprint(copied) != summarizer_fingerprint()


def test_a_renamed_or_another_file_gives_another_fingerprint(copied: Path) -> None:
    table = copied / "data" / "valence.tsv"
    table = table.rename(table.with_name("valency.tsv"))
    renamed = fingerprint(copied)
    table.rename(copied / "valence.tsv")
    assert len({renamed, fingerprint(copied), summarizer_fingerprint()}) == 3


def test_what_python_and_an_editor_leave_there_does_not_count(copied: Path) -> None:
    (copied / "__pycache__").mkdir()
    (copied / "__pycache__" / "model.cpython-311.pyc").write_bytes(b"compiled")
    (copied / ".model.py.swp").write_bytes(b"half written")
    assert fingerprint(copied) == summarizer_fingerprint()


def test_another_process_gives_the_same_page_the_same_key() -> None:
    program = "from handlers.source import Source; print(Source('How bread rises').key)"
    keys = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert keys == {Source("How bread rises").key}


def test_another_fingerprint_gives_the_same_page_another_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = Source("How bread rises").key
    monkeypatch.setattr("handlers.source.summarizer_fingerprint", lambda: "another")
    assert Source("How bread rises").key != before
