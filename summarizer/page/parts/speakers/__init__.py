"""Cues come in, the same words go out with who says them, as far as that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import Final

from summarizer.model import Cue, Page
from summarizer.page.parts.speakers.dashes import with_colons
from summarizer.page.parts.speakers.evidence import names_return
from summarizer.page.parts.speakers.labels import CLOCK, Place, Written, find_labels
from summarizer.page.parts.speakers.shapes import NAMES, Shape, is_addressed, shape_of
from summarizer.page.parts.speakers.turns import Part, cut_turns

__all__ = [
    "CLOCK",
    "Part",
    "called",
    "cut_turns",
    "is_addressed",
    "is_name",
    "is_person",
    "is_speaker",
    "may_name",
    "name_speakers",
    "names_return",
    "with_colons",
]

_DASH = re.compile(r"[-–—]\s")
_PEOPLE: Final = (Shape.FULL, Shape.NUMBERED)
_NOBODY: Final = (Shape.HEADING, Shape.ASKED)


def name_speakers(page: Page, above: str = "") -> Page:
    """``page`` with the speakers that its transcript names, and the labels taken out of it.

    ``above`` is what stands above it, perhaps a list of those present. Nothing changes where the
    format itself has told who speaks, or nobody is named.
    """
    cues = page.transcript
    if any(cue.speaker for cue in cues):
        return page
    about = f"{page.title or ''}\n{page.description}\n{above}"
    parts = cut_turns([cue.text for cue in cues], about)
    if parts is None:
        return page
    begins = [0, *accumulate(len([part for part in some if part.text]) for some in parts)]
    chapters = tuple(replace(c, cue=begins[min(c.cue, len(cues))]) for c in page.chapters)
    return replace(page, transcript=_spoken(cues, parts), chapters=chapters)


def called(text: str) -> str | None:
    """The words before a colon that a line opens with and that may name who speaks, else None."""
    first = next(find_labels(text), None)
    if first is None or first.place is not Place.LINE or first.written is not Written.COLON:
        return None
    return None if first.shape is Shape.HEADING else first.name


def is_person(name: str) -> bool:
    """Whether ``name`` has the form of a person's or a numbered speaker's: "Anna Berg"."""
    return _shape(name) in _PEOPLE


def is_speaker(name: str) -> bool:
    """Whether ``name`` has such a form, or says what a speaker is: "Unknown Speaker"."""
    return is_person(name) or _shape(name) is Shape.ROLE


def is_name(name: str) -> bool:
    """Whether ``name`` has a form that names of speakers have."""
    return _shape(name) in NAMES


def may_name(name: str) -> bool:
    """Whether ``name`` may be that of a speaker: not "Chapter 2"."""
    return _shape(name) not in _NOBODY


@lru_cache(maxsize=4096)
def _shape(name: str) -> Shape:
    return shape_of(name.split())


def _spoken(cues: Sequence[Cue], parts: Sequence[Sequence[Part]]) -> tuple[Cue, ...]:
    spoken: list[Cue] = []
    speaker: str | None = None
    turn = False
    for cue, some in zip(cues, parts, strict=True):
        for part in some:
            marked = part.goes_on and _DASH.match(part.text) is not None
            speaker = None if marked else speaker if part.goes_on else part.name
            turn = turn or marked or not part.goes_on
            if part.text:
                start = cue.start if part.start is None else part.start
                spoken.append(Cue(part.text, start, speaker, turn))
                turn = False
    return tuple(spoken)
