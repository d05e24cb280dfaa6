"""Blocks to a terminal: coloured where it can, plain text where it is a file."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from typing import TextIO

from wcwidth import wrap

from handlers.message import Block, Span

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_STYLES = {"plain": "", "bold": "\x1b[1m", "italic": "\x1b[3m"}
_CYAN, _DIM, _END = "\x1b[36m", "\x1b[2m", "\x1b[0m"
"""ECMA-48: Select Graphic Rendition."""

_LINK = "\x1b]8;;{}\x1b\\"
"""A hyperlink begins with its address, and ends with none; most terminals know it."""

QUOTE_INDENT = 4

ERASE = "\r\x1b[K"
"""Back to the beginning of the line, and away with it."""

_BAR = 30
"""Characters of a bar of progress."""


def show(blocks: Iterable[Block], stream: TextIO) -> None:
    """Write the blocks, a blank line after each; a page's control characters are left out."""
    write = _styled if _colours(stream) else _plain
    for block in blocks:
        lines = ["".join(map(write, line)) for line in block.lines]
        stream.write("\n".join(_wrapped(lines, block) if stream.isatty() else lines) + "\n\n")


def bar(number: int, total: int) -> str:
    """How many of ``total`` are begun, as a bar: "[###   ] 150/300"."""
    return f"[{'#' * (_BAR * number // total):{_BAR}}] {number}/{total}"


def plain(text: str) -> str:
    """``text`` without the characters that would do something to the terminal."""
    return _CONTROLS.sub("", text)


def _colours(stream: TextIO) -> bool:
    """Whether the stream is a terminal that can colour, and its owner wants it (no-color.org)."""
    return stream.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")


def _wrapped(lines: list[str], block: Block) -> Iterable[str]:
    """The lines cut to the terminal's width, those of a folded block set in."""
    indent = " " * QUOTE_INDENT if block.folded else ""
    width = shutil.get_terminal_size().columns
    for line in lines:
        yield from wrap(
            line, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )


def _plain(span: Span) -> str:
    return _text(span) + (f" {plain(span.url)}" if span.url and span.quoted else "")


def _styled(span: Span) -> str:
    style = _STYLES[span.style]
    if span.url is None:
        return f"{style}{_text(span)}{_END}" if style else _text(span)
    address = plain(span.url)
    shown = f"{_LINK.format(address)}{style}{_CYAN}{_text(span)}{_END}{_LINK.format('')}"
    return f"{shown} {_DIM}{address}{_END}" if span.quoted else shown


def _text(span: Span) -> str:
    return plain(span.text)
