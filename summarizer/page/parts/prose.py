"""Speech written as prose: a whole talk in a paragraph, or an article in many."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Cue
from summarizer.page.interface import Line

_LONG = 200
"""Characters of a line that is a whole speech rather than a line of a description."""

_ARTICLE = 1.5
"""Prose behind the first long line, for its length, that makes a text an article."""


def is_prose(line: Line) -> bool:
    """Whether the line is a whole speech or paragraph, not a line of a list."""
    return len(line.text) >= _LONG and "://" not in line.text


def split_prose(lines: Sequence[Line]) -> tuple[tuple[Cue, ...], Sequence[Line]]:
    """Speech, and the lines of the description below it, between a title and the comments.

    The first long line is the speech; where most long lines follow it, it is an article, all said.
    """
    full = [(i, line) for i, line in enumerate(lines) if line.text]
    if not full or not is_prose(full[0][1]):
        return (), lines
    at, speech = full[0]
    more = sum(len(line.text) for _, line in full[1:] if is_prose(line))
    if more > _ARTICLE * len(speech.text):
        return tuple(Cue(line.text) for _, line in full), []
    return (Cue(speech.text),), lines[at + 1 :]


def find_channel(title: str) -> str | None:
    """The channel of a title line like "title • channel"."""
    name, dot, channel = title.rpartition(" • ")
    return channel if dot and name and channel else None
