"""Pages of many kinds in tests/pages, each beside what a reader finds in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.page import read_text

PAGES = sorted((Path(__file__).parents[2] / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_a_person_reads_it(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as handle:
        page = read_text(handle.read())
    expected: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert {
        "title": page.title,
        "channel": page.channel,
        "url": page.url,
        "description": page.description,
        "transcript": [[c.start, c.speaker, c.text] for c in page.transcript],
        "chapters": [[c.title, c.start, c.cue] for c in page.chapters],
        "comments": [[c.author, c.likes, c.age, c.reply, c.pinned, c.text] for c in page.comments],
        "comments_stated": page.comments_stated,
        "omissions": [omission.kind for omission in page.omissions],
    } == expected
