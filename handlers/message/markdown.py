"""Blocks to Markdown, for the file that Export sends."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handlers.message.blocks import Block, Line, Span

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the text round: a file's reader sees to that by himself."""
_MARKS = {"plain": "", "bold": "**", "italic": "*"}


def write_markdown(blocks: Iterable[Block]) -> str:
    """The blocks, a blank line between them; folded ones as quotes (CommonMark 0.31)."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def _block(block: Block) -> str:
    start = "> " if block.folded else ""
    return "  \n".join(start + _line(line) for line in block.lines)


def _line(line: Line) -> str:
    return "".join(_span(span) for span in line)


def _span(span: Span) -> str:
    text = _SPECIAL.sub(r"\\\1", _DIRECTION.sub("", span.text))
    if span.url:
        text = f"[{text}](<{span.url}>)"
    mark = _MARKS[span.style]
    return f"{mark}{text}{mark}" if text.strip() else text
