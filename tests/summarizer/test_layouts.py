"""Small inputs in layouts of programs and sites, each with what is to be read in it.

docs/inputs.md says where each layout is from, and what was read in it when it was first tried.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer import read_page
from summarizer.model import UnreadableError

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "layouts"
READINGS = FOLDER / "readings.json"
FILES = sorted(path for path in FOLDER.iterdir() if path != READINGS)
EXPECTED: dict[str, Any] = json.loads(READINGS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_layout_is_read_as_a_person_reads_it(path: Path) -> None:
    assert reading(path) == EXPECTED[path.name]


def test_the_list_of_inputs_names_each_of_them() -> None:
    listed = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if f"`{path.name}`" not in listed] == []


def reading(path: Path) -> dict[str, Any]:
    """What is read in a file: how much, by whom, and its first words of each part."""
    try:
        page = read_page(path.read_bytes())
    except UnreadableError as refusal:
        return {"refused": refusal.advice}
    return {
        "title": page.title,
        "channel": page.channel,
        "description": page.description,
        "cues": len(page.transcript),
        "speakers": sorted({str(cue.speaker) for cue in page.transcript}),
        "first_cue": [[c.start, c.speaker, c.text] for c in page.transcript[:1]],
        "last_cue": [[c.start, c.speaker, c.text] for c in page.transcript[-1:]],
        "comments": len(page.comments),
        "authors": sorted({str(comment.author) for comment in page.comments}),
        "first_comment": [[c.author, c.likes, c.age, c.text] for c in page.comments[:1]],
        "last_comment": [[c.author, c.likes, c.age, c.text] for c in page.comments[-1:]],
    }
