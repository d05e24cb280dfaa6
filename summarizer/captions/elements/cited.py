"""Podcasting 2.0 transcripts in HTML: ``<cite>`` a speaker, ``<time>`` and ``<p>`` what is said.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_HEAD = 20_000
_FEWEST = 2
_TAG = re.compile(r"<(/?)(cite|time|p|h1|title)(?:\s[^<>]{0,300})?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)


def sniff(text: str) -> float:
    """How surely ``text`` sets names and times in elements of their own."""
    head = text[:_HEAD]
    if not head.lstrip().startswith("<"):
        return 0.0
    found = list(_elements(head))
    timed = sum(kind == "time" and seconds(words) is not None for kind, words in found)
    beside = {"cite", "p"} <= {kind for kind, _ in found}
    return 0.97 if beside and timed >= _FEWEST else 0.0


def read(text: str) -> Page | None:
    """The speech of such a file; None where it holds none."""
    titles = [words for kind, words in _elements(text[:_HEAD]) if kind in {"h1", "title"}]
    return page_of(_blocks(text), " ".join(titles[0].split()) if titles else None)


def _elements(text: str) -> Iterator[tuple[str, str]]:
    """Name and content of the elements that a transcript has, one not closed left out."""
    opened, begin = "", 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not tag[1]:
            opened, begin = name, tag.end()
        elif name == opened:
            yield name, text[begin : tag.start()].strip()
            opened = ""


def _blocks(text: str) -> Iterator[Block]:
    """Each paragraph with the time and the name above it."""
    start: float | None = None
    speaker: str | None = None
    for kind, words in _elements(text):
        if kind == "cite":
            speaker = " ".join(words.split()).rstrip(" :：") or None
        elif kind == "time":
            start = seconds(words)
        elif kind == "p":
            yield Block(start, tuple(_BREAK.split(" ".join(words.split()))), speaker)
