"""SAMI captions, .smi: HTML-like, one SYNC element a time, a P element a language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_SYNC = re.compile(
    r"<SYNC\s[^<>]{0,200}?Start\s?=\s?[\"']?(-?\d{1,12})[^<>]{0,200}>", re.IGNORECASE
)
_PARAGRAPH = re.compile(
    r"<P(?:\s[^<>]{0,200}?Class\s?=\s?[\"']?([\w-]{1,40})[^<>]{0,200})?>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)
_END = re.compile(r"</(?:BODY|SAMI)>", re.IGNORECASE)


def sniff(text: str) -> float:
    """How surely ``text`` is a SAMI file."""
    head = text[:4000].upper()
    return 1.0 if "<SAMI" in head or "<SYNC START" in head else 0.0


def read(text: str) -> Page | None:
    """The speech in the file's first language; None where it holds none."""
    text = _END.split(text, maxsplit=1)[0]
    syncs = list(_SYNC.finditer(text))
    ends = [*(s.start() for s in syncs[1:]), len(text)]
    said = [
        (int(sync[1]) / 1000, kind, body)
        for sync, end in zip(syncs, ends, strict=False)
        for kind, body in _paragraphs(text[sync.end() : end])
    ]
    first = next((kind for _, kind, body in said if _shown(body)), None)
    return page_of(Block(start, _shown(body)) for start, kind, body in said if kind == first)


def _paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """(class, content) of each P element; the text itself where there is none."""
    _, *rest = [*_PARAGRAPH.split(text)] if _PARAGRAPH.search(text) else ["", "", text]
    for kind, body in zip(rest[::2], rest[1::2], strict=False):
        yield (kind or "").lower(), body


def _shown(body: str) -> tuple[str, ...]:
    folded = " ".join(body.replace("&nbsp;", " ").split())
    return tuple(line for line in _BREAK.split(folded) if line.strip())
