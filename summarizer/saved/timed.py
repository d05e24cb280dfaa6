"""A transcript whose lines carry their times as attributes, as Kanopy and web players write it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.captions.cues import Block, page_of
from summarizer.datafiles.fields import moment
from summarizer.saved.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from summarizer.model import Page

_TIMES = ("begin", "data-begin", "data-start", "data-start-time", "data-time", "data-timestamp")
"""Attributes in seconds or as clocks; the first one that most of the page's words stand under."""

_CLOCK = re.compile(r"^\s{0,9}[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?\s{1,9}")
_FEWEST, _MOST = 3, 0.5
_WORDS = 3
"""Words of a line in the mean: a page whose single words have times is read as its text."""
_LATEST = 200_000
"""Seconds; more is a date."""


def read_timed(tree: LexborHTMLParser) -> Page | None:
    """The speech in lines with times; None where most of the page is something else."""
    whole = len(tree.body.text().split()) if tree.body else 0
    for name in _TIMES:
        lines = [*_lines(tree.css(f"[{name}]"), name)]
        words = sum(len(text.split()) for _, text in lines)
        rises = all(one <= other for (one, _), (other, _) in pairwise(lines))
        if len(lines) >= _FEWEST and rises and words > max(_MOST * whole, _WORDS * len(lines)):
            return page_of(Block(start, (text,)) for start, text in lines)
    return None


def _lines(nodes: Sequence[LexborNode], name: str) -> Iterator[tuple[float, str]]:
    for node in nodes:
        start = moment(node.attributes.get(name))
        text = _CLOCK.sub("", " ".join(shown(node).split()))
        if start is not None and start < _LATEST and text:
            yield start, text
