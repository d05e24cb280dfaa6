"""What `make` says where it cannot set itself up."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        ("import venv", "This Python has no venv module; on Debian and Ubuntu: apt-get install"),
        ("version_info", "This needs a 64-bit Python 3.11 or newer; name one with: make PYTHON="),
    ],
)
def test_a_python_that_will_not_do_gets_one_clear_line(
    tmp_path: Path, missing: str, line: str
) -> None:
    if shutil.which("make") is None:
        pytest.skip("there is no make here")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\ncase "$2" in *"{missing}"*) exit 1;; esac\nexit 0\n')
    python.chmod(0o755)
    done = subprocess.run(
        ["make", "--no-print-directory", "setup", f"PYTHON={python}"],  # noqa: S607 - any make
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]},  # the tests may run under make themselves
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert done.stdout.startswith(line)
    assert len(done.stdout.splitlines()) == 1
