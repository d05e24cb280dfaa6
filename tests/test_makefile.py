"""What `make` says while it sets itself up, and where it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

STAND_IN = """#!/bin/sh
# A Python of version $VERSION; its pip ends with $STATUS.
case "$1 $2" in
*$MISSING*) exit 1;;
"-c "*print*) echo {version};;
"-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; touch "$3/pyvenv.cfg";;
"-m pip") echo "Collecting frog==1.0 (from -r x)"; echo "Installing collected packages: frog"
  echo "a word of pip"; exit {status};;
esac
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A checkout as far as make sees it."""
    if shutil.which("make") is None:
        pytest.skip("there is no make here")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def python(folder: Path, version: str = "one", status: int = 0) -> str:
    path = folder / f"python-{version}"
    path.write_text(STAND_IN.format(version=version, status=status))
    path.chmod(0o755)
    return f"PYTHON={path}"


def make(tree: Path, *arguments: str, missing: str = "nothing") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],  # noqa: S607 - any make
        cwd=tree,
        # Nothing else: the tests may run under make themselves.
        env={"PATH": os.environ["PATH"], "MISSING": missing},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        ("ensurepip", "This Python has no venv module; on Debian and Ubuntu: apt-get install"),
        ("version_info", "This needs a 64-bit Python 3.11 or newer; name one with: make PYTHON="),
    ],
)
def test_a_python_that_will_not_do_gets_one_clear_line(tree: Path, missing: str, line: str) -> None:
    done = make(tree, "setup", python(tree), missing=missing)
    assert done.returncode != 0
    assert done.stdout.startswith(line)
    assert len(done.stdout.splitlines()) == 1


def test_each_package_is_told_while_it_is_installed(tree: Path) -> None:
    done = make(tree, "setup", python(tree))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "into .venv, once:\n  frog==1.0\n  unpacking\n" in done.stdout
    assert "a word of pip" not in done.stdout
    assert make(tree, "setup", python(tree)).stdout.startswith("make: Nothing to be done")


def test_an_installation_that_fails_says_what_pip_said_and_is_tried_again(tree: Path) -> None:
    done = make(tree, "setup", python(tree, status=1))
    assert done.returncode != 0
    assert "a word of pip" in done.stdout
    assert "frog" in make(tree, "setup").stdout


def test_an_environment_of_another_python_is_made_anew(tree: Path) -> None:
    make(tree, "setup", python(tree, "one"))
    made = (tree / ".venv" / "bin" / "python").read_text
    assert "echo one" in made()
    make(tree, "setup", python(tree, "two"))
    assert "echo two" in made()
    assert "frog" not in make(tree, "setup").stdout  # where none is named, any will do


@pytest.mark.parametrize("part", ["ruff", "mypy", "pytest", "coverage", "nothing"])
def test_a_check_fails_where_a_part_of_it_does(tree: Path, part: str) -> None:
    make(tree, "setup", python(tree))
    lint = tree / ".venv" / "bin" / "lint-imports"
    lint.write_text("#!/bin/sh\necho the arrows point one way\n")
    lint.chmod(0o755)
    done = make(tree, "check", "COVERAGE=1", missing=part)
    assert (done.returncode == 0) == (part == "nothing"), done.stdout + done.stderr
    assert ("the arrows point one way" in done.stdout) == (part not in {"ruff", "mypy"})


def test_what_tests_cover_is_measured_where_that_is_asked_for(tree: Path) -> None:
    make(tree, "setup", python(tree))
    (tree / ".venv" / "bin" / "lint-imports").write_text("#!/bin/sh\n")
    (tree / ".venv" / "bin" / "lint-imports").chmod(0o755)
    assert make(tree, "check", missing="coverage").returncode == 0
