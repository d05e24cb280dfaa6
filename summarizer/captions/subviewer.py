"""SubViewer 1, .sub: a time in brackets on a line of its own, and the words on the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_HEAD = 4000
_TIME = re.compile(r"\[(\d{1,2}:\d{2}:\d{2})\]")
_TITLE = re.compile(r"^\[TITLE\]\s{0,9}([^\[\]\n]{2,200})$", re.MULTILINE)


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    head = text[:_HEAD]
    return 0.99 if "START SCRIPT" in head and _TIME.search(head) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    title = _TITLE.search(text[:_HEAD])
    return page_of(_blocks(text), title[1].strip() if title else None)


def _blocks(text: str) -> Iterator[Block]:
    start: float | None = None
    for line in map(str.strip, text.split("\n")):
        if found := _TIME.fullmatch(line):
            start = seconds(found[1])
        elif start is not None and line and not line.startswith(("[", "***")):
            yield Block(start, tuple(line.split("|")))
            start = None
