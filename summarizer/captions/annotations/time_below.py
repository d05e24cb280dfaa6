"""Paragraphs that end in the time when they do, as f4 and its like write them: "#00:01:05-3#"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.captions.clock import seconds
from summarizer.captions.cues import Block, page_of
from summarizer.model import Page

_HEAD = 20_000
_FEWEST, _MOST = 2, 0.5
# "I:" and "B1:" stand for who asks and who is asked.
_LABEL = re.compile(r"([^\W\d_][\w .]{0,24}):\s{1,4}")
_TIME = re.compile(r"\s?#(\d{2}:\d{2}:\d{2})-\d#")


def sniff(text: str) -> float:
    """How surely paragraphs of ``text`` end in such times."""
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()]
    ends = sum(_TIME.search(line) is not None for line in lines)
    return 0.95 if ends >= max(_FEWEST, _MOST * len(lines)) else 0.0


def read(text: str) -> Page | None:
    """The speech, each piece from where the one before it ends; None where there is none."""
    return page_of(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    start, begin = 0.0, 0
    for time in _TIME.finditer(text):
        yield _block(start, text[begin : time.start()].strip())
        start, begin = seconds(time[1]) or start, time.end()
    yield _block(start, text[begin:].strip())


def _block(start: float, said: str) -> Block:
    who = _LABEL.match(said)
    return Block(start, tuple(said[who.end() if who else 0 :].split("\n")), who[1] if who else None)
