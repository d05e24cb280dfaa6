"""A time on a line of its own, the words below: SubViewer 1, QuickTime's text tracks, AQTitle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from summarizer.captions.clock import FILM, seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_HEAD = 4000
_TITLE = re.compile(r"^\[TITLE\]\s{0,9}([^\[\]\n]{2,200})$", re.MULTILINE)
# Commands to the player: "{QTtext} {font:Geneva}", "[COLF]&HFFFFFF", "*** START SCRIPT ***".
_COMMANDS = re.compile(r"(?:\{[^{}\n]{1,100}\}\s{0,9}){1,20}")
_SCALE = re.compile(r"\{timeScale:\s?(\d{1,6})\}", re.IGNORECASE)


class _Form(NamedTuple):
    """What a file has in its head, a line with a time, and its seconds at a number of frames."""

    sign: re.Pattern[str]
    time: re.Pattern[str]
    start: Callable[[re.Match[str], float], float | None]


_FORMS = (
    _Form(
        re.compile("START SCRIPT"),
        re.compile(r"\[(\d{1,2}:\d{2}:\d{2})\]"),
        lambda found, _: seconds(found[1]),
    ),
    _Form(
        re.compile(r"\A\s{0,9}\{QTtext\}", re.IGNORECASE),
        re.compile(r"\[(\d{1,2}:\d{2}:\d{2})(?:[.:](\d{1,6}))?\]"),
        lambda found, rate: (seconds(found[1]) or 0.0) + round(int(found[2] or 0) / rate, 3),
    ),
    _Form(
        re.compile(r"\A\s{0,9}-->> \d{1,9}\s*$", re.MULTILINE),
        re.compile(r"-->> (\d{1,9})"),
        lambda found, _: round(int(found[1]) / FILM, 3),
    ),
)


def sniff(text: str) -> float:
    """How surely ``text`` is such a file."""
    return 0.99 if _form(text) else 0.0


def read(text: str) -> Page | None:
    """The speech of the file; None where it holds none."""
    title = _TITLE.search(text[:_HEAD])
    form = _form(text)
    blocks = _blocks(text, form) if form else ()
    return page_of(blocks, title[1].strip() if title else None)


def _form(text: str) -> _Form | None:
    head = text[:_HEAD]
    fits = (form for form in _FORMS if form.sign.search(head))
    return next(
        (form for form in fits if any(form.time.fullmatch(x.strip()) for x in head.split("\n"))),
        None,
    )


def _blocks(text: str, form: _Form) -> Iterator[Block]:
    scale = _SCALE.search(text[:_HEAD])
    rate = float(max(1, int(scale[1]))) if scale else 30.0
    start: float | None = None
    shown: list[str] = []
    for line in [*map(str.strip, text.split("\n")), ""]:
        found = form.time.fullmatch(line)
        if found and start is not None and shown:
            yield Block(start, tuple(shown))
        if found:
            start, shown = form.start(found, rate), []
        elif start is not None and line and not line.startswith(("[", "***")):
            shown += _COMMANDS.sub("", line).split("|")
    if start is not None and shown:
        yield Block(start, tuple(shown))
