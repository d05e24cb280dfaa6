"""MPlayer's own subtitles, .mpsub: a wait and a length in seconds above the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_HEAD = 2000
_FORMAT = re.compile(r"^FORMAT=(TIME|\d{1,3}(?:\.\d{1,3})?)\s*$", re.MULTILINE)
_TITLE = re.compile(r"^TITLE=(.{2,200})$", re.MULTILINE)
_TIMES = re.compile(r"(-?\d{1,7}(?:\.\d{1,6})?) (\d{1,7}(?:\.\d{1,6})?)\s*")


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    return 1.0 if _FORMAT.search(text[:_HEAD]) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    unit = _FORMAT.search(text[:_HEAD])
    title = _TITLE.search(text[:_HEAD])
    rate = 1.0 if unit is None or unit[1] == "TIME" else max(float(unit[1]), 1.0)
    return page_of(_blocks(text, rate), title[1].strip() if title else None)


def _blocks(text: str, rate: float) -> Iterator[Block]:
    """Each cue begins so long after the end of the one before it; times at ``rate`` a second."""
    end = 0.0
    start: float | None = None
    shown: list[str] = []
    for line in [*text.split("\n"), "0 0"]:
        times = _TIMES.fullmatch(line)
        if times:
            if start is not None:
                yield Block(round(start, 3), tuple(shown))
            start = end + float(times[1]) / rate
            end, shown = start + float(times[2]) / rate, []
        elif start is not None:
            shown.append(line)
