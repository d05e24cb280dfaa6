"""Structural tests: functions and files small enough to read, a true map, tables with a note."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "handlers", "summarizer", "tools")
SOURCES = sorted(p for d in PACKAGES[:3] for p in (ROOT / d).rglob("*.py"))
DATA = ROOT / "summarizer" / "data"
TABLES = sorted(p for p in DATA.iterdir() if p.suffix in {".tsv", ".npz"})
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAP = CONTRIBUTING.partition("| step | modules |")[2].partition("\n\n")[0]
NAMED = re.findall(r"`([\w/*.]+(?:\.py|\.toml|/))`", MAP)
LONGEST_FUNCTION = 25
LONGEST_FILE = 250


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_function_and_file_is_small_enough_to_read_at_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [f.name for f in functions if _code_lines(f) > LONGEST_FUNCTION]
    assert not long
    assert text.count("\n") <= LONGEST_FILE


def test_the_map_in_contributing_names_each_module_and_folder() -> None:
    parts = [p for d in PACKAGES for p in (ROOT / d).iterdir() if p.is_dir() or p.suffix == ".py"]
    unnamed = {p.name for p in parts if not any(p.match(name) for name in NAMED)}
    assert unnamed <= {"__init__.py", "__pycache__"}


def test_each_module_that_the_map_in_contributing_names_is_there() -> None:
    parts = [p for d in PACKAGES for p in (ROOT / d).rglob("*")]
    assert len(NAMED) > 50
    assert [name for name in NAMED if not any(p.match(name) for p in parts)] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.name)
def test_a_text_beside_each_table_says_what_it_holds(path: Path) -> None:
    notes = [p.read_text(encoding="utf-8") for p in DATA.glob("*.txt")]
    assert any(path.name in note for note in notes)


def _code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0
