"""ELAN's annotations, .eaf.

https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from summarizer.captions.annotations.tiers import Annotation, Tier, read_tiers
from summarizer.model import Page
from summarizer.xmlstream import as_bytes, events

_HEAD = 4000
_DEEPEST = 50
"""Tiers on tiers that are followed."""


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    return 1.0 if "<ANNOTATION_DOCUMENT" in text[:_HEAD] else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    return read_tiers(_Reader().tiers(text))


@dataclass(slots=True)
class _Reader:
    """What is known on the way through the file."""

    slots: dict[str, float] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    starts: dict[str, float | None] = field(default_factory=dict)
    """When each annotation begins: others refer to it and have no time of their own."""

    last: float = 0.0
    tier: Mapping[str, str] = field(default_factory=dict)
    said: list[Annotation] = field(default_factory=list)
    start: float | None = None
    words: list[str] | None = None

    def tiers(self, text: str) -> Iterator[Tier]:
        for kind, name, attributes in events(as_bytes(text)):
            if kind == "text":
                if self.words is not None:
                    self.words.append(name)
            elif kind == "start":
                self._open(name, attributes)
            elif name == "ANNOTATION_VALUE" and self.words is not None:
                self.said.append(Annotation(self.start, " ".join("".join(self.words).split())))
                self.words = None
            elif name == "TIER":
                yield self._tier()

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "TIME_SLOT":
            # A slot without a time lies between those around it.
            self.last = _seconds(attributes.get("TIME_VALUE"), self.last)
            self.slots[attributes.get("TIME_SLOT_ID", "")] = self.last
        elif name == "TIER":
            self.tier, self.said = attributes, []
            self.parents[attributes.get("TIER_ID", "")] = attributes.get("PARENT_REF", "")
        elif name in {"ALIGNABLE_ANNOTATION", "REF_ANNOTATION"}:
            refers = self.starts.get(attributes.get("ANNOTATION_REF", ""))
            self.start = self.slots.get(attributes.get("TIME_SLOT_REF1", ""), refers)
            self.starts[attributes.get("ANNOTATION_ID", "")] = self.start
        elif name == "ANNOTATION_VALUE":
            self.words = []

    def _tier(self) -> Tier:
        name = self.tier.get("TIER_ID", "")
        root = name
        for _ in range(_DEEPEST):
            root = self.parents.get(root) or root
        return Tier(name, root, self.tier.get("PARTICIPANT") or None, self.said)


def _seconds(milliseconds: str | None, last: float) -> float:
    return int(milliseconds[:12]) / 1000 if milliseconds and milliseconds.isdecimal() else last
