"""Transcriber's turns, .trs (https://trans.sourceforge.net)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from summarizer.captions.clock import plain_seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page
from summarizer.xmlstream import as_bytes, events

_HEAD = 4000
_ROOT = re.compile(r"<Trans[\s>]")


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    return 1.0 if _ROOT.search(text[:_HEAD]) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    return page_of(_Reader().blocks(text))


@dataclass(slots=True)
class _Reader:
    """What is known on the way through the file."""

    names: dict[str, str] = field(default_factory=dict)
    speakers: list[str] = field(default_factory=list)
    who: int = 0
    """Which of several who speak at once it is."""

    start: float | None = None
    words: list[str] = field(default_factory=list)

    def blocks(self, text: str) -> Iterator[Block]:
        """What stands between the marks of time, of people and of turns."""
        for kind, name, attributes in events(as_bytes(text)):
            if kind == "text":
                self.words.append(name)
            elif kind == "start" and name in {"Turn", "Sync", "Who"}:
                yield from self._said()
                self._begin(name, attributes)
            elif kind == "end" and name == "Turn":
                yield from self._said()
                self.speakers = []
            elif kind == "start" and name == "Speaker":
                self.names[attributes.get("id", "")] = " ".join(attributes.get("name", "").split())

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        time = plain_seconds(attributes.get("startTime" if name == "Turn" else "time", ""))
        self.start = self.start if time is None else time
        number = attributes.get("nb", "")
        self.who = int(number) - 1 if name == "Who" and re.fullmatch(r"[1-9]", number) else 0
        if name == "Turn":
            self.speakers = attributes.get("speaker", "").split()

    def _said(self) -> Iterator[Block]:
        text = " ".join("".join(self.words).split())
        self.words = []
        if text and self.start is not None:
            who = self.speakers[self.who] if self.who < len(self.speakers) else ""
            yield Block(self.start, (text,), self.names.get(who, who) or None)
