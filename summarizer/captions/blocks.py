"""WebVTT, SubRip, SubViewer and their kin: a line with two times, and the text after it.

https://www.w3.org/TR/webvtt1/ is the only one with a specification; all are read leniently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from summarizer.captions.clock import CLOCK, seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page
from summarizer.page.interface import hours_in, is_tool_note, read_lines
from summarizer.page.parts import read_front_matter

HEAD = 20_000
"""Characters that a sniffer looks at."""

# A machine translates times too: "00: 00: 01, 500 -> 00: 00: 03, 000".
_TIME = rf"\d{{1,3}}: ?\d{{1,2}}: ?\d{{1,2}}(?:[.,] ?\d{{1,3}})?|{CLOCK}"
_ARROW = r"\s{0,4}(?:-{1,2} ?>|→|,|;|-|–)\s{0,4}"
# Avid sets two times with frames side by side.
_FRAMES = r"\d{2}:\d{2}:\d{2}[:;]\d{2}"
_SIDE = rf"(?<={_FRAMES})\s{{1,2}}(?={_FRAMES}\s*$)"
_SECONDS = r"\d{1,6}(?:[.,]\d{1,6})?s?"
_LABEL = r"[^\W\d_][^\[\]\n:]{0,40}?"
_SPAN = rf"(?P<start>{_TIME}|{_SECONDS}(?=\s?(?:-{{1,2}}>|→))){_ARROW}(?:{_TIME}|{_SECONDS})"
# Two times, whatever stands between them; brackets as Whisper prints them; text may follow.
_USUAL = re.compile(
    rf"\s{{0,8}}\[?(?P<start>{_TIME})(?:{_ARROW}|{_SIDE})(?:{_TIME})(?![\d:]),?\]?(?P<text>.*)"
)
_BRACKETED = (
    _USUAL,
    # faster-whisper: seconds alone.
    re.compile(rf"\s{{0,8}}\[(?P<start>{_SECONDS})\s?-{{1,2}}>\s?{_SECONDS}\](?P<text>.*)"),
    # Those that tell speakers apart: "[SPEAKER_00] [a --> b]: words", "Anna: [a - b] words".
    re.compile(rf"\s{{0,8}}\[(?P<who>{_LABEL})\]:?\s{{1,3}}\[?{_SPAN}\]?:?(?P<text>\s.*|$)"),
    re.compile(rf"\s{{0,8}}(?P<who>{_LABEL}):?\s{{1,3}}\[{_SPAN}\]:?(?P<text>.*)"),
)
"""Lines that begin a block, the commonest first."""

_SETTINGS = re.compile(r"\s{1,4}(?:align|line|position|size|vertical|region|X1|Y1|X2)[:=]?")
# Webex names who speaks over the times: 3 "Anna Berg" (129840).
_VOICE = re.compile(r"\d{1,6} \"([^\"\n]{1,80})\" \(\d{1,20}\)")
# Spruce sets how the next cues look on lines between them, "$Italic = TRUE", and has each cue on
# one line; it marks italics, bold and underlined.
_SPRUCE = re.compile(r"^\s{0,9}\$[A-Za-z]\w{1,30}\s{0,9}=", re.MULTILINE)
_STYLES = re.compile(r"\^[BIU]")
_TITLE = re.compile(r"(?=.{0,150}$)[^\[{<$*].{0,149}[^\W\d_]{2}")
_MARKS = re.compile(r"[\[\\<|]")
_BREAK = re.compile(r"\[br\]|\\N|<br\s?/?>|(?<=[^\s|])\|(?=[^\s|])", re.IGNORECASE)


class _Begin(NamedTuple):
    """A line with two times: the first in seconds, the words and the speaker beside them."""

    start: float | None
    text: str
    speaker: str | None


def sniff(text: str) -> float:
    """How surely ``text`` holds timed blocks, from 0 to 1."""
    if text.startswith("WEBVTT"):
        return 1.0
    timed = [line for line in text[:HEAD].split("\n") if _begin(line)]
    is_one_meeting = len(timed) == 1 and hours_in(timed[0])
    return min(0.98, 0.6 + len(timed) / 10) if timed and not is_one_meeting else 0.0


def read(text: str) -> Page | None:
    """The speech of a file of timed blocks, with what stands above it; None without speech."""
    lines = text.split("\n")
    if _SPRUCE.search(text[:HEAD]):
        lines = [line.replace(" | ", "|") for line in lines if _begin(line)]
    page = page_of(_blocks(lines, strict=text.startswith("WEBVTT")))
    if page is None or text.startswith("WEBVTT"):
        return page
    return _with_head(page, list(takewhile(lambda line: not _begin(line), lines)))


def _with_head(page: Page, above: list[str]) -> Page:
    """The page with what tools write above: "Title: ...", "Author: ...", or the title alone."""
    front = read_front_matter(read_lines("\n".join(above))[0])
    left = [line.text for line in front.lines if line.text and not is_tool_note(line.text)]
    title = left[0] if len(left) == 1 and _TITLE.match(left[0]) else None
    return replace(page, title=front.title or title, channel=front.channel, url=front.address)


def _blocks(lines: list[str], *, strict: bool) -> Iterator[Block]:
    begin: _Begin | None = None
    shown: list[str] = []
    above = ""
    for line in lines:
        if found := _begin(line):
            if begin:
                yield Block(begin.start, _text(_before_next(shown), strict=strict), begin.speaker)
            voice = _VOICE.fullmatch(above)
            begin = found._replace(speaker=voice[1]) if voice else found
            shown = [found.text] if found.text else []
        elif begin:
            shown.append(line)
        above = line
    if begin:
        yield Block(begin.start, _text(shown, strict=strict), begin.speaker)


def _begin(line: str) -> _Begin | None:
    """What begins in ``line``; the settings of WebVTT behind the times are no text."""
    if not ("[" in line or ":" in line):
        return None
    forms = _BRACKETED if "[" in line else (_USUAL,)
    found = next((found for form in forms if (found := form.match(line))), None)
    if found is None:
        return None
    rest = found["text"]
    who = found["who"] if "who" in found.re.groupindex else None
    is_said = not _SETTINGS.match(rest) and rest.strip(" ,\t]")
    start = found["start"].replace(" ", "")
    at = seconds(start) if ":" in start else float(start.rstrip("s").replace(",", "."))
    text = _STYLES.sub("", rest.lstrip(" ,\t")) if is_said else ""
    return _Begin(at, text, who)


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
