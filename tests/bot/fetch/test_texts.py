"""Each reason for which something does not come is a sentence of the table, and a short one."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from handlers.fetching import Fetched, Missing, page_of
from handlers.message import Texts, full_view, write
from summarizer import digest_page

ROOT = Path(__file__).resolve().parents[3]
SOURCES = [*(ROOT / "bot" / "fetch").rglob("*.py"), *(ROOT / "handlers" / "answers").rglob("*.py")]
STRINGS = {
    node.value
    for path in SOURCES
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}
KEYS = sorted(text for text in STRINGS if re.fullmatch(r"fetch-[a-z-]*[a-z]", text))
FOLDER = ROOT / "handlers" / "message" / "languages"
TABLE = tomllib.loads((FOLDER / "en.toml").read_text(encoding="utf-8"))["texts"]
ABOUT_ALL = {
    "fetch-instead", "fetch-site", "fetch-no-video", "fetch-playlist", "fetch-not-installed",
}  # fmt: skip
"""These are never the reason for which a part is missing."""


@pytest.mark.parametrize("key", KEYS)
def test_every_reason_has_its_sentence(key: str) -> None:
    said = Texts()(key, host="site.example", n=2)
    assert said.endswith((".", ":"))
    assert "{" not in said


@pytest.mark.parametrize("key", sorted(set(KEYS) - ABOUT_ALL))
def test_every_reason_has_its_short_form(key: str) -> None:
    assert key.replace("fetch-", "fetch-why-", 1) in TABLE


def said_of(*missing: Missing) -> str:
    files = (("a.info.json", b'{"title": "How a well is dug", "description": "A film on wells."}'),)
    page = page_of(Fetched(files, ("description",), missing), "https://v.example/1")
    return write(full_view(digest_page(page), Texts())).markup


def test_what_came_and_what_did_not_is_said_once() -> None:
    said = said_of(Missing("captions", "refused"), Missing("comments", "slow", 180, 720))
    assert "Fetched from v.example: description." in said
    assert "Not fetched: captions (refused by the site)." in said
    assert "Fetched of the comments: 180 of about 720 (there was no time left)." in said
    assert "Not on this page" not in said
    assert "loads more as you scroll" not in said


def test_without_captions_the_reader_is_told_how_to_bring_them() -> None:
    assert "What is said in it is not in this digest." in said_of(Missing("captions", "empty"))
    assert "What is said in it" not in said_of(Missing("comments", "off"))


def test_comments_without_a_number_are_the_first() -> None:
    said = said_of(Missing("comments", "limit", 200))
    assert "Fetched of the comments: the first 200 (more are not asked for at once)." in said
