"""Quoted lines of Markdown, "> words": those of a page that is quoted are read as its own.

A callout of Obsidian and GitHub is such a block with "[!kind] Title" in its first line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from summarizer.page.interface.clock import read_stamp
from summarizer.page.interface.vocabulary import Mark, find_marks

_CALLOUT = re.compile(r"\s{0,3}\[!([^\[\]\n|]{2,40})(?:\|[^\[\]\n]{0,40})?\][+-]?\s{0,4}(.{0,200})")
_HEADING = "#*_ :"
_MOSTLY = 0.6
"""Share of a text's lines from which on it is quoted as a whole."""

_FEWEST_TIMES = 3
"""Times in a quoted block that is a transcript."""

_SAMPLE = 200

Block = list[str]


def unquoted(parts: list[str]) -> list[str]:
    """The lines without the marks of quotation, where a page or a transcript is quoted.

    Callouts below that of a transcript go above it: nothing else is said there.
    """
    full = [part for part in parts if part.strip()]
    quoted = [part for part in full if _is_quoted(part)]
    if not quoted:
        return parts
    if len(quoted) >= _MOSTLY * len(full) and not any(map(_callout, quoted)):
        return [_bare(part) if _is_quoted(part) else part for part in parts]
    blocks = [list(some) for _, some in groupby(parts, key=_is_quoted)]
    return [part for block in _with_transcript_last(blocks) for part in block]


def _with_transcript_last(blocks: Sequence[Block]) -> Iterator[Block]:
    """``blocks`` read, the callouts below that of a transcript above it."""
    read = [_read(block, blocks[i - 1] if i else []) for i, block in enumerate(blocks)]
    named = [bool(block and _callout(block[0])) for block in blocks]
    said = next((i for i, block in enumerate(read) if named[i] and _is_panel(block[0])), None)
    if said is None:
        yield from read
        return
    moved = [i for i in range(said + 1, len(read)) if named[i]]
    yield from read[:said]
    yield from ([*read[i], ""] for i in moved)
    yield from (block for i, block in enumerate(read) if i >= said and i not in moved)


def _read(block: Block, above: Block) -> Block:
    """A block of lines without its marks, where it is a callout or a transcript."""
    if not _is_quoted(block[0]):
        return block
    bare = [_bare(part) for part in block]
    if callout := _callout(block[0]):
        title = callout[2].strip(_HEADING) or callout[1]
        return ["Transcript" if _is_panel(callout[1]) else title, *bare[1:]]
    heading = next((part for part in reversed(above) if part.strip()), "")
    times = sum(read_stamp(part.strip()) is not None for part in bare[:_SAMPLE])
    return bare if times >= _FEWEST_TIMES or _is_panel(heading) else block


def _is_quoted(part: str) -> bool:
    return part.startswith(">") and part[1:2] in {"", " "}


def _bare(part: str) -> str:
    return part[1:].removeprefix(" ")


def _callout(part: str) -> re.Match[str] | None:
    return _CALLOUT.fullmatch(part[1:]) if "[!" in part[:6] else None


def _is_panel(text: str) -> bool:
    return Mark.PANEL in find_marks(text.strip(_HEADING))
