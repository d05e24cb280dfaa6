"""Turns written with a dash behind the name: "Anna Berg — words", as playwrights set them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.page.interface import Line, read_line
from summarizer.page.parts.speakers.shapes import NAMES, Shape, shape_of
from summarizer.page.parts.speakers.turns import cut_turns

_TURN = re.compile(r"[*_]{0,2}([^\W\d_][^:–—\n-]{0,40}?)[*_]{0,2}\s[–—-]\s(\S.*)", re.DOTALL)
_DASHES = frozenset("–—-")
_REACH = 60
_FEWEST, _MOSTLY = 3, 0.75
"""Turns, and their share of the lines from the first one on."""


def with_colons(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with a colon behind the names, where dashes stand and each surely names someone."""
    turns = {i: turn for i, line in enumerate(lines) if (turn := _read(line.text))}
    first = next(iter(turns), len(lines))
    full = sum(1 for line in lines[first:] if line.text)
    if len(turns) < max(_FEWEST, _MOSTLY * full) or not any(map(_is_talk, turns.values())):
        return list(lines)
    texts = [turns.get(i, lines[i].text) for i in range(first, len(lines)) if lines[i].text]
    parts = cut_turns(texts) or []
    named = sum(some[-1].name is not None for some in parts if some)
    if named < len(turns):
        return list(lines)
    return [read_line(turns[i]) if i in turns else line for i, line in enumerate(lines)]


def _read(text: str) -> str | None:
    """The turn that ``text`` is, with a colon; None for other lines."""
    may_be = " " in text[:_REACH] and not _DASHES.isdisjoint(text[:_REACH])
    found = _TURN.fullmatch(text) if may_be else None
    words = found[1].split() if found else []
    return f"{found[1]}: {found[2]}" if found and shape_of(words) in NAMES else None


def _is_talk(turn: str) -> bool:
    """Whether somebody asks, or is named as a speaker: a list of places does neither."""
    name = turn.partition(":")[0]
    return turn.endswith(("?", "？", "؟")) or shape_of(name.split()) is Shape.ROLE
