"""Blocks to Markdown, for the file that Export sends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.message.blocks import Block, Line, Span

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the text round: a file's reader sees to that by himself."""
_MARKS = {"plain": "", "bold": "**", "italic": "*"}


def write_markdown(blocks: Iterable[Block]) -> str:
    """The blocks, a blank line between them; folded ones as quotes (CommonMark 0.31).

    The first begins with the title, a heading of the first level; the sections' are of the second,
    those of their parts of the third.
    """
    written = (_block(block, 2 if number else 1) for number, block in enumerate(blocks))
    return "\n\n".join(written) + "\n"


def _block(block: Block, level: int) -> str:
    if block.folded:
        return _lines(block.lines, "> ")
    if block.part:
        return "\n\n".join(_section(lines, level + 1) for lines in _at_headings(block.lines))
    return _section(block.lines, level)


def _section(lines: Sequence[Line], level: int) -> str:
    first, *rest = lines
    if not (level == 1 or _is_heading(first)):
        return _lines(lines)
    heading = f"{'#' * level} {_line(replace(span, style='plain') for span in first)}"
    return f"{heading}\n\n{_lines(rest)}".rstrip()


def _at_headings(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines, a group for each heading."""
    starts = [at for at, line in enumerate(lines) if at and _is_heading(line)]
    return (lines[start:end] for start, end in pairwise([0, *starts, len(lines)]))


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
