"""Subtitles in XML whose cues are elements with a time; data/timed_elements.tsv has the formats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, by_time, page_of
from summarizer.data import rows
from summarizer.model import Page
from summarizer.xmlstream import Event, as_bytes, events

_HEAD = 6000
_NONE = "-"
# "5s", "100/25s" and "21.8", as editors of film count; "00:00:02:125" counts in 1/250 of a second.
_FRACTION = re.compile(r"(-?\d{1,15}(?:\.\d{1,9})?)(?:/(\d{1,12}))?s?")
_TICKS = re.compile(r"\d{2}:\d{2}:\d{2}:\d{3}")
_TICKS_A_SECOND = 250.0
_NESTED = "offset"
"""The attribute whose time counts from the beginning of the clip around the cue."""


class Layout(NamedTuple):
    """A row of the table, its list of names apart; ``root`` finds where that element begins."""

    name: str
    root: re.Pattern[str]
    cues: frozenset[str]
    begin: str
    words: str
    title: str


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    return 1.0 if _layout(text) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    layout = _layout(text)
    if layout is None:
        return None
    reader = _Reader(layout)
    blocks = by_time(reader.blocks(events(as_bytes(text))))
    return page_of(blocks, " ".join("".join(reader.title).split()) or None)


@lru_cache(maxsize=1)
def _layouts() -> tuple[Layout, ...]:
    return tuple(
        Layout(
            name,
            re.compile(rf"<(?:\w{{1,20}}:)?{root}[\s>]"),
            frozenset(cues.split()),
            begin,
            words,
            title,
        )
        for name, root, cues, begin, words, title in rows("timed_elements")
    )


def _layout(text: str) -> Layout | None:
    head = text[:_HEAD]
    return next((one for one in _layouts() if one.root.search(head)), None)


@dataclass(slots=True)
class _Reader:
    """What is known on the way through the file."""

    layout: Layout
    title: list[str] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    origins: list[float] = field(default_factory=lambda: [0.0])
    """For each open element the time, in seconds, that times inside it count from."""

    lines: list[str] = field(default_factory=list)
    start: float | None = None
    depth: int = 0
    """How many elements are open where a cue is; 0 outside of cues."""

    def blocks(self, stream: Iterator[Event]) -> Iterator[Block]:
        for kind, name, attributes in stream:
            if kind == "text":
                self._take(name)
            elif kind == "start":
                self._open(name, attributes)
            elif self._close():
                yield Block(self.start, tuple(self.lines))

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        self.path.append(name)
        element, _, attribute = self.layout.title.partition("@")
        if attribute and name == element:
            self.title.append(attributes.get(attribute, ""))
        begins = _time(attributes.get(self.layout.begin))
        if self.layout.begin == _NESTED:
            begins = self._within(name, begins, attributes)
        if name in self.layout.cues and not self.depth:
            self.start, self.lines, self.depth = begins, [""], len(self.path)
        elif self.depth and name in {self.layout.words, "br"}:
            self.lines.append("")

    def _within(
        self, name: str, begins: float | None, attributes: Mapping[str, str]
    ) -> float | None:
        """When a clip begins that stands in another one; what is in it counts from its start."""
        at = None if begins is None else self.origins[-1] + begins
        start = _time(attributes.get("tcStart" if name == "sequence" else "start")) or 0.0
        origin = self.origins[-1] if at is None else at
        moved = at is not None or name == "sequence"
        self.origins.append(origin - start if moved else origin)
        return at

    def _take(self, text: str) -> None:
        if self.depth:
            if self.layout.words == _NONE or self.layout.words in self.path[self.depth :]:
                self.lines[-1] += text
        elif self.path[-1:] == [self.layout.title]:
            self.title.append(text)

    def _close(self) -> bool:
        """Whether the element that ends here ends a cue."""
        if self.path:
            self.path.pop()
        if len(self.origins) > 1:
            self.origins.pop()
        is_end = self.depth > 0 and len(self.path) < self.depth
        self.depth = 0 if is_end else self.depth
        return is_end


def _time(written: str | None) -> float | None:
    """Seconds."""
    if written is None:
        return None
    if found := _FRACTION.fullmatch(written.strip()):
        return round(float(found[1]) / max(1, int(found[2] or 1)), 3)
    return seconds(written, _TICKS_A_SECOND if _TICKS.fullmatch(written.strip()) else 30.0)
