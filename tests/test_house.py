"""Structural tests: code small enough to read, a true map, noted tables, safe patterns."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.possessive import is_misread
from tests.statements import parsed, statements

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "handlers", "summarizer", "tools")
SOURCES = sorted(p for d in PACKAGES[:3] for p in (ROOT / d).rglob("*.py"))
ROOMS = sorted(p for d in PACKAGES for p in (ROOT / d).rglob("__init__.py"))
DATA = ROOT / "summarizer" / "data"
TABLES = sorted(p for p in DATA.iterdir() if p.suffix in {".tsv", ".npz"})
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAP = CONTRIBUTING.partition("| room | what goes on in it |")[2].partition("\n\n")[0]
NAMED = re.findall(r"`([\w/*.]+(?:\.py|\.toml|/))`", MAP)
Sources = Mapping[str, tuple[str, ast.Module]]
LONGEST_FUNCTION = 25
LONGEST_FILE = 250


@pytest.fixture(scope="module")
def sources() -> Sources:
    """The text and the syntax tree of each file, by its name."""
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in SOURCES}
    return {name: (texts[name], tree) for name, tree in zip(texts, parsed(SOURCES), strict=True)}


def test_every_function_and_file_is_small_enough_to_read_at_once(
    sources: Sources,
) -> None:
    long_files = [n for n, (text, _) in sources.items() if text.count("\n") > LONGEST_FILE]
    long_functions = [
        f"{name}: {node.name}"
        for name, (_, tree) in sources.items()
        for node in statements(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and _code_lines(node) > LONGEST_FUNCTION
    ]
    assert (long_files, long_functions) == ([], [])


def test_weights_and_tables_are_small() -> None:
    tables = (ROOT / "summarizer" / "data").iterdir()
    assert sum(table.stat().st_size for table in tables if table.is_file()) < 10_000_000


def test_the_map_in_contributing_names_each_room() -> None:
    rooms = [file.parent for d in PACKAGES for file in (ROOT / d).glob("*/__init__.py")]
    assert len(rooms) > 20
    assert [room.name for room in rooms if not any(room.match(name) for name in NAMED)] == []


def test_what_the_map_in_contributing_names_is_there() -> None:
    parts = [p for d in PACKAGES for p in ((ROOT / d), *(ROOT / d).rglob("*"))]
    assert len(NAMED) > 40
    assert [name for name in NAMED if not any(p.match(name) for p in parts)] == []


def test_a_room_says_in_a_sentence_what_goes_on_in_it() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in ROOMS}
    said = {path: ast.get_docstring(tree) or "" for path, tree in trees.items()}
    assert [p for p, words in said.items() if not words.partition("\n")[0].endswith(".")] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.name)
def test_a_text_beside_each_table_says_what_it_holds(path: Path) -> None:
    notes = [p.read_text(encoding="utf-8") for p in DATA.glob("*.txt")]
    assert any(path.name in note for note in notes)


def test_nothing_waits_in_a_way_that_loses_a_cancellation_in_python_3_11(
    sources: Sources,
) -> None:
    # asyncio.wait_for, mended in 3.12 (cpython issue 86296); asyncio.timeout does as well.
    assert [name for name, (text, _) in sources.items() if "asyncio.wait_for" in text] == []


@pytest.mark.long
def test_no_pattern_is_one_that_early_releases_of_python_3_11_misread() -> None:
    command = [sys.executable, "-m", "tests.possessive"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    compiled = json.loads(run.stdout)
    assert len(compiled) > 300
    assert [(file, p) for file, p, flags in compiled if is_misread(p, flags)] == []


def test_no_string_is_a_pattern_that_early_releases_of_python_3_11_misread(
    sources: Sources,
) -> None:
    nodes = ((name, node) for name, (_, tree) in sources.items() for node in ast.walk(tree))
    strings = ((name, node.value) for name, node in nodes if isinstance(node, ast.Constant))
    likely = [(n, s) for n, s in strings if isinstance(s, str | bytes) and _looks_possessive(s)]
    assert [(name, text) for name, text in likely if is_misread(text)] == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"(?:[^{}]|\{(?!x)\})*+", True),  # an assertion fails behind a brace that was read
        (r"(?:(?!C).)++", True),
        (r"(?:ab?c)*+", True),
        (r"(?:a(?:bc|de))*+", True),
        (r"(?:\.[a-z]++)*+", True),
        (r"(?:@[a-z]{3,9})?+", True),
        (r"((a)|b)*+", True),
        (r"a*+b++[^c]{2,3}+", False),
        (r"(?:\\.[^\\]*+)*+", False),
        (r"(?:x?+[a-z])++", False),
        (r"(?:ab|cd)*+", False),
        (r"(?:\.(?:[ab]++))*", False),
    ],
)
def test_the_patterns_that_are_misread_are_told(pattern: str, expected: bool) -> None:
    assert is_misread(pattern) is expected


def _looks_possessive(text: str | bytes) -> bool:
    written = text if isinstance(text, str) else text.decode("latin-1")
    if not re.search(r"[*+?}]\+", written):
        return False
    try:
        re.compile(written)
    except re.error:
        return False
    return True


def _code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body, its docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0
