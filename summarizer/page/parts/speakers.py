"""Transcripts that say who speaks: "NAME: words", or a line "Name 0:05" above the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.model import Cue, Page
from summarizer.page.interface.clock import read_stamp
from summarizer.page.interface.lines import Line, join

_CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
# "NAME: words", "**Name:** words", "[SPEAKER_00]: words", "Name (00:12): words".
_NAMED = re.compile(
    r"(?:>>\s*)?[*_\[]{0,3}([^\W\d_][^:：\n]{0,39}?)[*_\]]{0,3}"
    rf"(?:\s[\[(]({_CLOCK})[\])])?\s?[:：][*_]{{0,2}}\s+(\S.*)"
)
# Zoom puts the name in brackets, and the hour of the day behind it.
_HEADED = re.compile(
    r"[*_]{0,2}(\[?)([^\W\d_][^:\n]{0,50}?)\]?[*_]{0,2}[\s,]{0,3}[\[(]?"
    rf"({_CLOCK})[\])]?:?[*_]{{0,2}}"
)
# A name on a line of its own above the words of a cue.
_ABOVE = re.compile(r"[^\W\d_a-z][^\s:]{0,24}(?: [^\s:]{1,24}){0,3}(?<![.,!?…])")
_MOST_WORDS = 4
_FEWEST = 3
_SAMPLE = 2000
"""Lines that are enough to know a talk between people."""


class _Said(NamedTuple):
    """The words of a line, who says them and when, as far as the line tells."""

    name: str | None
    words: str
    start: float | None = None


def name_speakers(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues with their speakers, where enough of them begin with a name that returns."""
    named = [_split(cue.text) for cue in cues]
    if not _returns([said.name for said in named if said.name], len(cues) / 12):
        return tuple(cues)
    speaker: str | None = None
    spoken: list[Cue] = []
    for cue, said in zip(cues, named, strict=True):
        speaker = said.name or speaker
        start = cue.start if said.start is None else said.start
        spoken.append(replace(cue, text=said.words, start=start, speaker=speaker))
    return tuple(spoken)


def weigh_speakers(lines: Sequence[Line]) -> float:
    """The share of lines that begin with a returning name, or stand below a name and a time."""
    lines = lines[:_SAMPLE]
    full = [line.text for line in lines if line.text]
    named = [name for text in full if (name := _split(text).name)]
    headed = _headers(lines)
    shares = [2 * len(headed) / len(full) if _headed_well(lines, headed) else 0.0]
    if full and _returns(named, len(full) / 3):
        shares.append(len(named) / len(full))
    return min(max(shares), 1.0)


def read_speakers(lines: Sequence[Line]) -> Page:
    """The transcript in ``lines``, below a title if there is one."""
    headed = _headers(lines)
    if _headed_well(lines, headed):
        return Page(_title(lines[: headed[0]]), transcript=tuple(_below_headers(lines, headed)))
    first = next(i for i, line in enumerate(lines) if _split(line.text).name)
    cues = [Cue(line.text) for line in lines[first:] if line.text]
    return Page(_title(lines[:first]), transcript=name_speakers(cues))


def _split(text: str) -> _Said:
    """What a line says and who: no name and ``text`` for a line that names nobody."""
    if "\n" in text:
        name, _, words = text.partition("\n")
        return _Said(name, words) if _ABOVE.fullmatch(name) else _Said(None, text)
    found = _NAMED.fullmatch(text)
    if not found or len(found[1].split()) > _MOST_WORDS or "//" in found[1]:
        return _Said(None, text)
    stamp, behind = read_stamp(found[2] or ""), read_stamp(found[3])
    if behind and behind.opened and behind.rest:
        return _Said(found[1], behind.rest, behind.start)
    return _Said(found[1], found[3], stamp.start if stamp else None)


def _returns(names: Sequence[str], fewest: float) -> bool:
    """Whether there are enough names, and few different ones: people, not labels."""
    return len(names) >= max(_FEWEST, fewest) and 2 * len(set(names)) <= len(names) + 1


def _headers(lines: Sequence[Line]) -> list[int]:
    return [i for i, line in enumerate(lines) if line.text and _HEADED.fullmatch(line.text[:90])]


def _headed_well(lines: Sequence[Line], headed: Sequence[int]) -> bool:
    names = [found[2] for i in headed if (found := _HEADED.fullmatch(lines[i].text))]
    return bool(names) and _returns(names, _FEWEST)


def _below_headers(lines: Sequence[Line], headed: Sequence[int]) -> list[Cue]:
    cues = []
    ends = [*headed[1:], len(lines)]
    for i, end in zip(headed, ends, strict=True):
        found = _HEADED.fullmatch(lines[i].text)
        stamp = read_stamp(found[3]) if found and not found[1] else None
        text = join(lines[i + 1 : end])
        if text and found:
            cues.append(Cue(text, stamp.start if stamp else None, found[2]))
    return cues


def _title(lines: Sequence[Line]) -> str | None:
    """The first line above the speech."""
    return next((line.text for line in lines if line.text and not line.marks), None)
