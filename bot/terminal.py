"""Blocks to a terminal: coloured where it can, plain text where it is a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from handlers.message import Block, Line, Span

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
QUOTE_INDENT = 4


class _Pipe(Console):
    """A console that leaves it to its caller what to do when nobody reads on."""

    def on_broken_pipe(self) -> None:
        raise  # noqa: PLE0704 - rich calls it while it handles the error


def show(blocks: Iterable[Block], stream: TextIO) -> None:
    """Write the blocks, a blank line after each; a page's control characters are left out."""
    console = _Pipe(file=stream, highlight=False, markup=False, emoji=False)
    wrap = console.is_terminal
    for block in blocks:
        text = Text("\n").join(_line(line) for line in block.lines)
        shown = Padding(text, (0, 0, 0, QUOTE_INDENT)) if block.folded and wrap else text
        console.print(shown, soft_wrap=not wrap)
        console.print()


def _line(line: Line) -> Text:
    return Text.assemble(*(_span(span) for span in line))


def _span(span: Span) -> Text:
    style = {"plain": "", "bold": "bold", "italic": "italic"}[span.style]
    text = _CONTROLS.sub("", span.text)
    if span.url is None:
        return Text(text, style)
    address = Text(f" {span.url}", "dim") if span.quoted else Text("")
    return Text(text, f"{style} cyan link {span.url}".strip()) + address
