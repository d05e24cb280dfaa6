"""The package: what it declares, what is locked, and that its wheel works where nothing else is."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.request
import venv
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.children import ended_with_us
from tests.statements import parsed, statements

ROOT = Path(__file__).resolve().parents[1]
WHEELS = Path(sys.prefix) / "wheels"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNNING = [Requirement(line) for line in PROJECT["dependencies"]]
CHECKING = [Requirement(line) for line in PROJECT["optional-dependencies"]["dev"]]
POSTGRES = [Requirement(line) for line in PROJECT["optional-dependencies"]["postgres"]]
FETCHING = [Requirement(line) for line in PROJECT["optional-dependencies"]["fetch"]]
PACKAGES = ("bot", "handlers", "summarizer")
OTHERS = ("tests", "tools")
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
USED_BY_SUMY = {"nltk"}

DRAW = """
from summarizer.chart import draw_chart
from summarizer.opinions import Mood
assert draw_chart(Mood(1, 2, 3, 4), "A title").startswith(b"\\x89PNG")
"""


def test_every_library_that_is_imported_is_declared() -> None:
    running = names(RUNNING)
    extra = names([*FETCHING, *POSTGRES])
    assert distributions(imported(PACKAGES)) - running - extra == set()
    assert distributions(imported(OTHERS)) - running - names(CHECKING) == set()


def test_every_library_that_is_declared_is_used() -> None:
    named = imported(PACKAGES) | {
        node.value
        for tree in trees(PACKAGES)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    here = {one.name for one in RUNNING if not one.marker or one.marker.evaluate()}
    assert names_of(here) - distributions(named) == USED_BY_SUMY


def test_what_is_locked_is_what_is_declared() -> None:
    running, checking, fetching = pins("run"), pins("dev"), pins("fetch")
    assert running.items() <= checking.items() & fetching.items()
    for lock, declared in ((running, RUNNING), (checking, CHECKING), (fetching, FETCHING)):
        for one in declared:
            assert one.specifier.contains(lock[canonicalize_name(one.name)]), one
    assert pins("build").items() <= running.items()


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_lock_has_a_hash_for_each_file_and_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "//" not in text
    assert "index" not in text
    wanted = [block for block in re.split(r"^(?=\w)", text, flags=re.MULTILINE) if "==" in block]
    assert len(wanted) == len(pins(path.stem)) > 0
    assert all("--hash=sha256:" in block for block in wanted)


@pytest.mark.long
def test_the_wheel_works_where_nothing_but_its_dependencies_is_installed(tmp_path: Path) -> None:
    if not WHEELS.is_dir():
        pytest.skip(f"no wheels in {WHEELS}: make setup puts them there")
    environment = tmp_path / "environment"
    venv.create(environment)
    python, program = (environment / "bin" / name for name in ("python", "video-digest"))
    pip = (sys.executable, "-m", "pip", "--python", str(python))
    local = ("--no-index", "--no-compile", "--find-links", str(WHEELS))
    run(*pip, "install", *local, str(wheel(tmp_path)), folder=tmp_path)
    assert run(str(program), "--version", folder=tmp_path).split()[1] == PROJECT["version"]
    example = str(ROOT / "bot" / "example.txt")
    assert "Summary" in run(str(program), "digest", example, folder=tmp_path)
    run(str(python), "-c", DRAW, folder=tmp_path)
    assert b"Digest the example page" in first_page(program, tmp_path)


def imported(folders: tuple[str, ...]) -> set[str]:
    """The top names of all modules that the folders' files import."""
    found = set[str]()
    for tree in trees(folders):
        for node in statements(tree):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


@cache
def trees(folders: tuple[str, ...]) -> list[ast.Module]:
    return parsed(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def distributions(modules: set[str]) -> set[str]:
    """The names under which those of the modules are installed that are somebody else's."""
    ours = {*PACKAGES, *OTHERS}
    known = packages_distributions()
    return names_of({name for module in modules - ours for name in known.get(module, ())[:1]})


def names(requirements: list[Requirement]) -> set[str]:
    return names_of({requirement.name for requirement in requirements})


def names_of(written: set[str]) -> set[str]:
    return {str(canonicalize_name(name)) for name in written}


def pins(lock: str) -> dict[str, str]:
    """The version of each distribution in a lock."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, flags=re.MULTILINE))


def wheel(folder: Path) -> Path:
    """The wheel of the project, built beside a copy of it."""
    source = folder / "source"
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        source.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, source)
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    build = ("wheel", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    run(sys.executable, "-m", "pip", *build, str(source), folder=folder)
    [built] = folder.glob("*.whl")
    return built


def run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def first_page(program: Path, folder: Path) -> bytes:
    """What the local chat's address answers with."""
    with subprocess.Popen(
        [program, "--local"], cwd=folder, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as local:
        with ended_with_us(local.pid):
            assert local.stdout
            [address] = re.findall(r"http://\S+", local.stdout.readline())
            with urllib.request.urlopen(address) as answer:  # noqa: S310 - loopback
                page: bytes = answer.read()
        local.terminate()
    return page
