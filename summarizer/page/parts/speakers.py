"""Who speaks in a transcript, where each says so: "NAME: words"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.model import Cue
from summarizer.page.interface import read_stamp

CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
# "NAME: words", "**Name:** words", "[SPEAKER_00]: words", "Name (00:12): words".
_NAMED = re.compile(
    r"(?:>>\s*)?[*_\[]{0,3}([^\W\d_][^:：\n]{0,39}?)[*_\]]{0,3}"
    rf"(?:\s[\[(]({CLOCK})[\])])?\s?[:：][*_]{{0,2}}\s+(\S.*)"
)
# A name on a line of its own above the words of a cue.
_ABOVE = re.compile(r"[^\W\d_a-z][^\s:]{0,24}(?: [^\s:]{1,24}){0,3}(?<![.,!?…])")
_MOST_WORDS = 4
_FEWEST = 3
_CUES = 12
"""Cues for each one that begins with a name, at most."""


class Said(NamedTuple):
    """The words of a line, who says them and when, as far as the line tells."""

    name: str | None
    words: str
    start: float | None = None


def name_speakers(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues with their speakers, where enough of them begin with a name that returns."""
    said = [split_speaker(cue.text) for cue in cues]
    if not names_return([one.name for one in said if one.name], len(cues) / _CUES):
        return tuple(cues)
    speaker: str | None = None
    spoken: list[Cue] = []
    for cue, one in zip(cues, said, strict=True):
        speaker = one.name or speaker
        spoken.append(Cue(one.words, cue.start if one.start is None else one.start, speaker))
    return tuple(spoken)


def split_speaker(text: str) -> Said:
    """What a line says and who: no name and ``text`` for a line that names nobody."""
    if "\n" in text:
        name, _, words = text.partition("\n")
        return Said(name, words) if _ABOVE.fullmatch(name) else Said(None, text)
    found = _NAMED.fullmatch(text) if ":" in text or "：" in text else None
    if not found or len(found[1].split()) > _MOST_WORDS or "//" in found[1]:
        return Said(None, text)
    behind = read_stamp(found[3])
    if behind and behind.opened and behind.rest:
        return Said(found[1], behind.rest, behind.start)
    stamp = read_stamp(found[2]) if found[2] else None
    return Said(found[1], found[3], stamp.start if stamp else None)


def names_return(names: Sequence[str], fewest: float) -> bool:
    """Whether there are enough names, and few different ones: people, not labels."""
    return len(names) >= max(_FEWEST, fewest) and 2 * len(set(names)) <= len(names) + 1
