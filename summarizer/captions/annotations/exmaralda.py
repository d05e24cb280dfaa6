"""EXMARaLDA's basic transcriptions, .exb (https://exmaralda.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from summarizer.captions.annotations.tiers import Annotation, Tier, read_tiers
from summarizer.captions.clock import plain_seconds
from summarizer.model import Page
from summarizer.xmlstream import as_bytes, events

_HEAD = 4000
_SAID = frozenset({"v", "ort", ""})
"""Categories of tiers with what is said: others describe or translate it."""


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    return 1.0 if "<basic-transcription" in text[:_HEAD] else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    reader = _Reader()
    tiers = list(reader.tiers(text))
    return read_tiers(tiers, " ".join("".join(reader.title).split()) or None)


@dataclass(slots=True)
class _Reader:
    """What is known on the way through the file."""

    title: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    times: dict[str, float] = field(default_factory=dict)
    speaker: str = ""
    last: float = 0.0
    tier: Mapping[str, str] = field(default_factory=dict)
    said: list[Annotation] = field(default_factory=list)
    start: float | None = None
    words: list[str] = field(default_factory=list)

    def tiers(self, text: str) -> Iterator[Tier]:
        for kind, name, attributes in events(as_bytes(text)):
            if kind == "text":
                self.words.append(name)
            elif kind == "start":
                self._open(name, attributes)
            else:
                self._close(name)
                if name == "tier" and self.tier.get("category", "") in _SAID:
                    speaker = self.tier.get("speaker", "")
                    own = self.tier.get("id", speaker)
                    yield Tier(own, speaker or own, self.names.get(speaker), self.said)

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        self.words = []
        if name == "speaker":
            self.speaker = attributes.get("id", "")
        elif name == "tli":
            # A point without a time lies between those around it.
            time = plain_seconds(attributes.get("time", ""))
            self.last = self.last if time is None else time
            self.times[attributes.get("id", "")] = self.last
        elif name == "tier":
            self.tier, self.said = attributes, []
        elif name == "event":
            self.start = self.times.get(attributes.get("start", ""))

    def _close(self, name: str) -> None:
        text = " ".join("".join(self.words).split())
        if name == "abbreviation" and text:
            self.names[self.speaker] = text
        elif name == "transcription-name":
            self.title.append(text)
        elif name == "event":
            self.said.append(Annotation(self.start, text))
        self.words = []
