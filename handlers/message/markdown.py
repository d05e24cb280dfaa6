"""Blocks to Markdown, for the file that Export sends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from handlers.message.blocks import Block, Line, Span

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the text round: a file's reader sees to that by himself."""
_MARKS = {"plain": "", "bold": "**", "italic": "*"}


def write_markdown(blocks: Iterable[Block]) -> str:
    """The blocks, a blank line between them; folded ones as quotes (CommonMark 0.31).

    The first begins with the title, a heading of the first level; the sections' are of the second.
    """
    written = (_block(block, 2 if number else 1) for number, block in enumerate(blocks))
    return "\n\n".join(written) + "\n"


def _block(block: Block, level: int) -> str:
    first, *rest = block.lines
    if block.folded or not (level == 1 or _is_heading(first)):
        return _lines(block.lines, "> " if block.folded else "")
    heading = f"{'#' * level} {_line(replace(span, style='plain') for span in first)}"
    return f"{heading}\n\n{_lines(rest)}".rstrip()


def _is_heading(line: Line) -> bool:
    """Whether it begins with a heading of the bot's own."""
    return line[0].style == "bold" and not line[0].quoted


def _lines(lines: Iterable[Line], start: str = "") -> str:
    return "  \n".join(start + _line(line) for line in lines)


def _line(line: Iterable[Span]) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    text = _SPECIAL.sub(r"\\\1", _DIRECTION.sub("", span.text))
    if span.url:
        text = f"[{text}](<{span.url}>)"
    mark = _MARKS[span.style]
    return f"{mark}{text}{mark}" if text.strip() else text
