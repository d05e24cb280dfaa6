"""The documents hold to their own shape."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DECISIONS = sorted(p for p in (ROOT / "docs" / "decisions").glob("*.md") if p.stem != "README")
PARTS = ["Question.", "What was tried.", "Chosen.", "Look again"]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_what_was_asked_tried_chosen_and_when_to_look_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"^\*\*(.+?)\*\*", text, flags=re.MULTILINE) == PARTS
    assert len(text.splitlines()) <= 50


def test_the_list_of_decisions_is_whole() -> None:
    text = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\(([\w-]+)\.md\)", text)) == [path.stem for path in DECISIONS]


def test_the_operator_is_told_which_switches_the_modes_need() -> None:
    text = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    settings, readme = ((ROOT / file).read_text("utf-8") for file in (".env.example", "README.md"))
    modes = re.findall(r"^(\w+)_MODE=no$", settings, flags=re.MULTILINE)
    assert modes == ["GUEST", "INLINE"]
    for mode in modes:
        assert f"| `{mode}_MODE=yes` | {mode.title()} Mode |" in text
        assert f"`{mode}_MODE=yes`" in readme


def test_the_changelog_tells_of_the_version_at_hand() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"].removesuffix(".dev0")
    headings = re.findall(
        r"^## (.+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version in headings[0]
