"""Scenarist captions, .scc: the codes of ANSI/CTA-608-E as pairs of bytes in hexadecimal.

Codes and letters: https://www.govinfo.gov/content/pkg/CFR-2010-title47-vol1/pdf/CFR-2010-title47-vol1-sec15-119.pdf
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_LINE = re.compile(r"(\d{2}:\d{2}:\d{2}[:;]\d{2})\s{1,9}([0-9A-Fa-f][0-9A-Fa-f \t]{3,})")
_PAIR = re.compile(r"\b([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})\b")
_BASIC = str.maketrans("*\\^_`{|}~\x7f", "áéíóúç÷Ññ█")
_SPECIAL = "®°½¿™¢£♪à èâêîôû"
_EXTENDED = {
    0x12: "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»",
    0x13: "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤¦ÅåØø┌┐└┘",
}
_CHANNEL = 0x08  # set in the codes of the second language
_ERASE, _RETURN, _SHOW, _FORGET = 0x2C, 0x2D, 0x2F, 0x2E
_LOAD, _PAINT, _ROLL = 0x20, 0x29, (0x25, 0x26, 0x27)


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    return 1.0 if text.lstrip().startswith("Scenarist_SCC") else 0.0


def read(text: str) -> Page | None:
    """The speech of the first channel; None where it holds none."""
    screen = _Screen()
    blocks = [block for line in text.split("\n") for block in screen.lines_of(line)]
    return page_of([*blocks, *screen.end()])


@dataclass(slots=True)
class _Screen:
    """What was loaded and is not yet given on, and when it began to show."""

    start: float | None = None
    letters: list[str] = field(default_factory=list)
    is_loaded: bool = False
    is_other: bool = False
    last: tuple[int, int] = (0, 0)

    def lines_of(self, line: str) -> Iterator[Block]:
        found = _LINE.match(line.strip())
        time = seconds(found[1].replace(";", ":"), 29.97) if found else None
        for pair in _PAIR.finditer(found[2]) if found else ():
            high, low = int(pair[1], 16) & 0x7F, int(pair[2], 16) & 0x7F
            is_doubled = (high, low) == self.last and 0x10 <= high < 0x20  # noqa: PLR2004 - codes
            self.last = (0, 0) if is_doubled else (high, low)
            if not is_doubled:
                yield from self._take(high, low, time)

    def end(self) -> Iterator[Block]:
        """What was shown last."""
        text = "".join(self.letters)
        self.letters = []
        if text.strip():
            yield Block(self.start, tuple(text.split("\n")))

    def _take(self, high: int, low: int, time: float | None) -> Iterator[Block]:
        if not 0x10 <= high < 0x20:  # noqa: PLR2004 - letters
            self._write("".join(chr(c) for c in (high, low) if c >= 0x20), time)  # noqa: PLR2004
            return
        self.is_other = bool(high & _CHANNEL)
        high &= ~_CHANNEL
        if high in {0x14, 0x15} and low < 0x30:  # noqa: PLR2004 - commands
            yield from self._command(low, time)
        elif low >= 0x40:  # noqa: PLR2004 - a row
            self._add("\n" if self.letters else "", time)
        elif high in _EXTENDED and low >= 0x20:  # noqa: PLR2004 - written over a plain letter
            del self.letters[-1:]
            self._add(_EXTENDED[high][low - 0x20], time)
        elif high == 0x11:  # noqa: PLR2004 - special letters, or a change of colour
            self._add(_SPECIAL[low - 0x30] if low >= 0x30 else " ", time)  # noqa: PLR2004

    def _command(self, low: int, time: float | None) -> Iterator[Block]:
        if low == _SHOW:
            self.start = time
            yield from self.end()
        elif low in {_LOAD, _FORGET}:
            yield from () if self.is_loaded else self.end()
            self.letters, self.is_loaded = [], True
        elif low in {_PAINT, _RETURN, *_ROLL} or (low == _ERASE and not self.is_loaded):
            yield from self.end()
            self.is_loaded = False

    def _write(self, text: str, time: float | None) -> None:
        for letter in text.translate(_BASIC):
            self._add(letter, time)

    def _add(self, letter: str, time: float | None) -> None:
        if not self.is_other and letter:
            self.start = self.start if self.letters else time
            self.letters.append(letter)
