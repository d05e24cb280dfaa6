"""Sub Station Alpha scripts, .ass and .ssa (http://www.tcax.org/docs/ass-specs.htm)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, by_time, page_of
from summarizer.model import Page

_USUAL = [
    "layer",
    "start",
    "end",
    "style",
    "name",
    "marginl",
    "marginr",
    "marginv",
    "effect",
    "text",
]
_CODES = re.compile(r"(\{[^{}]{0,2000}\})")
_SCALE = re.compile(r"\\p(\d)")
_TITLE = re.compile(r"^[ \t]{0,20}Title:\s?(.{1,300})$", re.MULTILINE)
_DIALOGUE = re.compile(r"^[ \t]{0,20}Dialogue:", re.MULTILINE)
_NO_TITLES = frozenset({"default aegisub file", "<untitled>", "untitled"})


def sniff(text: str) -> float:
    """How surely ``text`` is such a script."""
    head = text[:100_000]
    if "[script info]" in head[:3000].lower():
        return 1.0
    return 0.9 if _DIALOGUE.search(head) and "[Events]" in head else 0.0


def read(text: str) -> Page | None:
    """The speech of a script in the order of its times; None where it holds none."""
    blocks = by_time(_said(text.split("\n")))
    once = [b for i, b in enumerate(blocks) if i == 0 or b[:2] != blocks[i - 1][:2]]
    title = _TITLE.search(text[:3000])
    named = title[1].strip() if title else ""
    return page_of(once, None if named.lower() in _NO_TITLES or " " not in named else named)


def _said(lines: list[str]) -> Iterator[Block]:
    columns = _USUAL
    events = False
    for line in map(str.strip, lines):
        key, _, value = line.partition(":")
        if line.startswith("["):
            events = line.lower() == "[events]"
        elif events and key == "Format":
            columns = [column.strip().lower() for column in value.split(",")]
        elif events and key == "Dialogue":
            yield _block(columns, value.strip())


def _block(columns: list[str], value: str) -> Block:
    fields = dict(zip(columns, value.split(",", len(columns) - 1), strict=False))
    text = _worded(fields.get("text", "")).replace("\\h", " ")
    who = fields.get("name") or fields.get("actor") or ""
    return Block(
        seconds(fields.get("start", "")), tuple(re.split(r"\\[Nn]", text)), who.strip() or None
    )


def _worded(text: str) -> str:
    """``text`` without its codes, and without the shapes drawn from a code "p1" up to "p0"."""
    is_shape = False
    words: list[str] = []
    for piece in _CODES.split(text):
        if _CODES.fullmatch(piece):
            scales = _SCALE.findall(piece)
            is_shape = scales[-1] != "0" if scales else is_shape
        elif not is_shape:
            words.append(piece)
    return "".join(words)
