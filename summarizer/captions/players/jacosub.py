"""JACOsub scripts, .jss: two times, directives, and words with codes on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, by_time, page_of
from summarizer.model import Page

_HEAD = 6000
_MOST = 0.6
_TIMES = (
    r"(?P<clock>\d{1,2}:\d{2}:\d{2}\.\d{2}) \d{1,2}:\d{2}:\d{2}\.\d{2}"
    r"|@(?P<units>\d{1,9}) @\d{1,9}"
)
_LINE = re.compile(rf"(?:{_TIMES})\s(?P<rest>.*)")
_RATE = re.compile(r"^#T(?:IMERES)?\s{1,9}(\d{1,4})", re.MULTILINE)
_TITLE = re.compile(r"^#TITLE\s{1,9}(.{2,200})$", re.MULTILINE)
# What to do with the words: "D" for nothing, else capitals of places, fonts and effects.
_DIRECTIVE = re.compile(
    r"(?:\[[^\[\]\n]{0,60}\]\s{0,9})?"
    r"(?:(?:D|J[BCLR]|V[BLMTU]\d{0,3}|H[BCLR]\d{0,3}|[FC]\d{1,3}){1,6}(?:\s{1,9}|$))?"
)
_REMARK = re.compile(r"\{[^{}\n]{0,300}\}")
_BREAK = re.compile(r"\\n")
_CODE = re.compile(r"\\(?:[BIUNbiuND]|[CFcf][^\s\\]{0,3})|~(?=~)")


def sniff(text: str) -> float:
    """How surely most lines of ``text`` are such cues."""
    lines = [x for x in text[:_HEAD].split("\n") if x.strip() and not x.startswith("#")]
    cues = sum(_LINE.match(line) is not None for line in lines)
    return 0.99 if cues and cues >= _MOST * len(lines) else 0.0


def read(text: str) -> Page | None:
    """The speech of a script; None where it holds none."""
    stated = _RATE.search(text[:_HEAD])
    title = _TITLE.search(text[:_HEAD])
    blocks = _blocks(text.split("\n"), float(stated[1]) if stated and int(stated[1]) else 30.0)
    return page_of(by_time(blocks), title[1].strip() if title else None)


def _blocks(lines: list[str], rate: float) -> Iterator[Block]:
    """The cues at ``rate`` units of time a second."""
    for line in lines:
        if found := _LINE.match(line):
            rest = found["rest"].lstrip()
            directive = _DIRECTIVE.match(rest)
            words = _REMARK.sub("", rest[directive.end() :] if directive else rest)
            shown = tuple(_CODE.sub("", piece) for piece in _BREAK.split(words))
            yield Block(_start(found, rate), shown)


def _start(found: re.Match[str], rate: float) -> float | None:
    """Seconds: units alone, or a clock whose last part counts units."""
    if found["units"]:
        return round(int(found["units"]) / rate, 3)
    return seconds(found["clock"].replace(".", ":"), rate)
