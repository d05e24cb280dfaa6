"""RealText, .rt: a window, and in it times as elements without an end before the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.clock import plain_seconds, seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_HEAD = 3000
_WINDOW = re.compile(r"<window[\s>]", re.IGNORECASE)
_TIME = re.compile(
    r"<time\s[^<>]{0,200}?begin\s?=\s?[\"']?([\d:.]{1,20})s?[^<>]{0,200}>", re.IGNORECASE
)
_BREAK = re.compile(r"<(?:br|p)\s{0,4}/?>", re.IGNORECASE)


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    head = text[:_HEAD]
    return 1.0 if _WINDOW.search(head) and _TIME.search(head) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    return page_of(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    times = list(_TIME.finditer(text))
    ends = [*(time.start() for time in times[1:]), len(text)]
    for time, end in zip(times, ends, strict=False):
        said = " ".join(text[time.end() : end].split())
        yield Block(_seconds(time[1]), tuple(_BREAK.split(said)))


def _seconds(written: str) -> float | None:
    """Seconds of "3", ".5", "1:20" and "0:03:24.8", as the format has them."""
    alone = plain_seconds(written)
    return seconds(written) if alone is None else alone
