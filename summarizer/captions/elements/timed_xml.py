"""Timed text in XML: TTML and DFXP (https://www.w3.org/TR/ttml2/), YouTube's srv1 to srv3."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, by_time, page_of
from summarizer.model import Page
from summarizer.page.parts import is_person
from summarizer.xmlstream import Event, as_bytes, events

_ROOT = re.compile(r"<(?:\w{1,20}:)?(tt|timedtext|transcript)(?:\s[^>]{0,4000})?>")
_OFFSET = re.compile(r"(\d{1,15}(?:[.,]\d{1,9})?)\s?(h|ms|m|s|f|t)?")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001, None: 1.0}
# What a span of ruby says of itself where it stands small over a word.
_SMALL = frozenset({"text", "textContainer", "delimiter"})
# Elements that hold speech, and those inside that do not.
_SPEECH = frozenset({"p", "text"})
_SENTENCE = "sentence"
"""What Apple's podcasts call a span with a time of its own inside a speaker's turn."""
# Stands where a timed span begins: between words some files write a blank, some nothing.
_JOINT = "\ue001"
_SPACED = re.compile(rf"(?:\s|^){_JOINT}")
_SYLLABLES = 0.2
"""Share of timed spans with a blank before them, from which on the others are parts of words."""
_SILENT = frozenset(
    {"ruby", "metadata", "title", "desc", "copyright", "style", "styling", "layout"}
)


def sniff(text: str) -> float:
    """How surely ``text`` is timed text in XML."""
    return 1.0 if _ROOT.search(text[:6000]) and "<html" not in text[:6000].lower() else 0.0


def read(text: str) -> Page | None:
    """The speech of a TTML or YouTube timed-text file; None where it holds none."""
    reader = _Reader()
    blocks = by_time(reader.blocks(events(as_bytes(text))))
    title = " ".join(" ".join(reader.titles).split()) or None
    return page_of(_spaced(blocks, is_worded=reader.is_worded), title)


def _spaced(blocks: list[Block], *, is_worded: bool) -> Iterator[Block]:
    """``blocks`` with a blank, or nothing, where a timed span begins."""
    inside = [line for block in blocks for line in block.lines if _JOINT in line]
    joints = sum(line.strip(_JOINT + " ").count(_JOINT) for line in inside)
    spaced = sum(len(_SPACED.findall(line.strip(_JOINT + " "))) for line in inside)
    blank = "" if spaced > _SYLLABLES * joints and not is_worded else " "
    for block in blocks:
        yield block._replace(lines=tuple(line.replace(_JOINT, blank) for line in block.lines))


@dataclass(slots=True)
class _Reader:
    """What is known on the way through the file."""

    titles: list[str] = field(default_factory=list)
    rate: Callable[[str | None], float | None] = lambda _: None
    agents: dict[str, str] = field(default_factory=dict)
    path: list[tuple[str, float | None]] = field(default_factory=list)
    """The open elements, each with when it begins, or the one around it does."""
    agent: str = ""
    words: list[str] = field(default_factory=list)
    start: float | None = None
    speaker: str | None = None
    is_worded: bool = False

    def blocks(self, stream: Iterator[Event]) -> Iterator[Block]:
        for kind, name, attributes in stream:
            if kind == "text":
                self._take(name)
            elif kind == "start":
                self._open(name, attributes)
            elif self._close():
                yield Block(self.start, tuple("".join(self.words).split("\n")), self.speaker)
                self.words = []

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        name = _named(name, attributes)
        if not self.path:
            self.rate = _clock(attributes)
        outer = self.path[-1][1] if self.path else None
        begin = self._begin(name, attributes, outer)
        if name in _SPEECH:
            self.words, self.start = [], begin if begin is not None else outer
            self.speaker = self._speaker(attributes.get("agent", ""))
        elif name == _SENTENCE:
            self.start = begin if begin is not None else outer
        elif name == "br":
            self.words.append("\n")
        elif name == "agent":
            self.agent = attributes.get("id", "")
        elif begin is not None and self.start is None:
            self.start = begin
        if name == "span" and begin is not None:
            self.words.append(_JOINT)
            self.is_worded = self.is_worded or attributes.get("unit") == "word"
        self.path.append((name, outer if begin is None else begin))

    def _speaker(self, agent: str) -> str | None:
        """The name of an agent; a number that a recogniser gives it is one too."""
        return self.agents.get(agent) or (agent if is_person(agent) else None)

    def _begin(self, name: str, attributes: dict[str, str], outer: float | None) -> float | None:
        """When the element begins, in seconds; ``outer`` is when the one around it does."""
        begin = self.rate(attributes.get("begin") or attributes.get("start"))
        if begin is None and name in _SPEECH and "t" in attributes:
            begin = _milliseconds(attributes["t"])
        if begin is None or outer is None:
            return begin
        is_relative = begin < outer and name not in {
            "span",
            _SENTENCE,
        }  # to its parent, as TTML has it
        return outer + begin if is_relative else begin

    def _take(self, text: str) -> None:
        names = [name for name, _ in self.path]
        if not _SPEECH.isdisjoint(names) and _SILENT.isdisjoint(names):
            self.words.append(re.sub(r"\s+", " ", text))
        elif names[-1:] == ["title"]:
            self.titles.append(text)
        elif names[-1:] == ["name"]:
            self.agents[self.agent] = " ".join(text.split())

    def _close(self) -> bool:
        """Whether the element that ends here ends a cue."""
        name = self.path.pop()[0] if self.path else ""
        return name in _SPEECH or name == _SENTENCE


def _named(name: str, attributes: dict[str, str]) -> str:
    """What an element is by its name, or by what a span says of itself."""
    if attributes.get("ruby") in _SMALL:
        return "ruby"
    return _SENTENCE if attributes.get("unit") == _SENTENCE else name


def _clock(root: dict[str, str]) -> Callable[[str | None], float | None]:
    """How times read under the rates that the root element states."""
    rate = _number(root.get("frameRate")) or 30.0
    above, below, *_ = [*re.findall(r"\d{1,9}", root.get("frameRateMultiplier", "")), "1", "1"]
    frames = rate * int(above) / max(1, int(below))
    ticks = _number(root.get("tickRate")) or frames

    def read(text: str | None) -> float | None:
        if text is None:
            return None
        match = _OFFSET.fullmatch(text.strip())
        if not match:
            return seconds(text, frames or 30.0)
        value = float(match[1].replace(",", "."))
        if match[2] in {"f", "t"}:
            return round(value / ((frames if match[2] == "f" else ticks) or 1.0), 3)
        return round(value * _UNITS[match[2]], 3)

    return read


def _number(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"[0-9]{1,11}", text) else None


def _milliseconds(text: str) -> float | None:
    value = _number(text.strip())
    return None if value is None else value / 1000
