"""WebVTT, SubRip, SubViewer and their kin: a line with two times, and the text after it.

https://www.w3.org/TR/webvtt1/ is the only one with a specification; all are read leniently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from summarizer.captions.clock import CLOCK, seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page
from summarizer.page.interface import read_lines
from summarizer.page.parts import read_front_matter

HEAD = 20_000
"""Characters that a sniffer looks at."""

# A machine translates times too: "00: 00: 01, 500 -> 00: 00: 03, 000".
_TIME = rf"\d{{1,3}}: ?\d{{1,2}}: ?\d{{1,2}}(?:[.,] ?\d{{1,3}})?|{CLOCK}"
# Two times, whatever stands between them; brackets as Whisper prints them; text may follow.
_TIMES = re.compile(
    rf"\s{{0,8}}\[?({_TIME})\s{{0,4}}(?:-{{1,2}} ?>|→|,|;|-)\s{{0,4}}({_TIME})(?![\d:]),?(\]?)(.*)"
)
_SETTINGS = re.compile(r"\s{1,4}(?:align|line|position|size|vertical|region|X1|Y1|X2)[:=]?")
_TITLE = re.compile(r"(?=.{0,150}$)[^\[{<$*].{0,149}[^\W\d_]{2}")
_MARKS = re.compile(r"[\[\\<|]")
_BREAK = re.compile(r"\[br\]|\\N|<br\s?/?>|(?<=[^\s|])\|(?=[^\s|])", re.IGNORECASE)


def sniff(text: str) -> float:
    """How surely ``text`` holds timed blocks, from 0 to 1."""
    if text.startswith("WEBVTT"):
        return 1.0
    times = sum(1 for line in text[:HEAD].split("\n") if _TIMES.match(line))
    return min(0.98, 0.6 + times / 10) if times else 0.0


def read(text: str) -> Page | None:
    """The speech of a file of timed blocks, with what stands above it; None without speech."""
    lines = text.split("\n")
    page = page_of(_blocks(lines, strict=text.startswith("WEBVTT")))
    if page is None or text.startswith("WEBVTT"):
        return page
    return _with_head(page, list(takewhile(lambda line: not _TIMES.match(line), lines)))


def _with_head(page: Page, above: list[str]) -> Page:
    """The page with what tools write above: "Title: ...", "Author: ...", or the title alone."""
    front = read_front_matter(read_lines("\n".join(above))[0])
    left = [line.text for line in front.lines if line.text]
    title = left[0] if len(left) == 1 and _TITLE.match(left[0]) else None
    return replace(page, title=front.title or title, channel=front.channel, url=front.address)


def _blocks(lines: list[str], *, strict: bool) -> Iterator[Block]:
    start: float | None = None
    shown: list[str] | None = None
    for line in lines:
        if times := _TIMES.match(line):
            if shown is not None:
                yield Block(start, _text(_before_next(shown), strict=strict))
            start, shown = seconds(times[1].replace(" ", "")), _same_line(times)
        elif shown is not None:
            shown.append(line)
    if shown is not None:
        yield Block(start, _text(shown, strict=strict))


def _same_line(times: re.Match[str]) -> list[str]:
    """The text after the times, as Whisper and Spruce write it; WebVTT's settings are none."""
    rest = times[4]
    return [] if _SETTINGS.match(rest) or not rest.strip(" ,\t]") else [rest.lstrip(" ,\t")]


def _before_next(shown: list[str]) -> list[str]:
    """The lines of a cue without the number or name that stands directly over the next one."""
    if not shown or not shown[-1].strip():
        return shown
    alone = len(shown) == 1 or not shown[-2].strip()
    return shown[:-1] if shown[-1].strip().isdigit() or (alone and len(shown) > 1) else shown


def _text(shown: list[str], *, strict: bool) -> tuple[str, ...]:
    """Up to the first empty line after some text; SubRip may have empty lines inside."""
    kept: list[str] = []
    for line in shown:
        if strict and not line and any(map(str.strip, kept)):
            break
        if strict and not kept and line.startswith(("NOTE", "STYLE", "REGION")):
            break
        kept.extend(_BREAK.split(line) if _MARKS.search(line) else [line])
    return tuple(kept)
