"""What recognisers of speech answer: words or phrases with their times, each service its own way.

Only what the names of fields alone do not tell; other answers are read as records.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from summarizer.captions.speech import Entry, cues_of
from summarizer.data import rows
from summarizer.datafiles.fields import moment
from summarizer.datafiles.layouts.paths import Place, at, follow
from summarizer.model import Cue, Page

_NONE = "-"
_MACHINES = frozenset({"system", "tool", "tool_calls", "tool_call_result"})
"""What a program that talks is told, or tells itself."""

_NO_SPEAKERS = frozenset({"", "uu", "none", "unknown"})
_HESITATION = re.compile(r"%HESITATION|\[pause\]|<unk>|<eps>")
_ISO = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,8}(?:\.\d{1,9})?)S)?")
_LATE = 0.02
"""Seconds that a word may begin before its speaker's turn."""

_SAMPLE, _LOOKED_AT = 20, 1000
"""Units by which a layout is told, and entries of a list that are looked at for them."""


class Layout(NamedTuple):
    """A row of data/recognisers.tsv: paths to what was said, and in one of those to its parts.

    ``unit`` is how many of its units of time make a second; ``needs`` leads to what other answers
    with the same fields lack; ``ends`` to when a phrase ends, where its beginning is not said.
    """

    name: str
    units: str
    text: str
    start: str
    speaker: str
    turns: tuple[str, ...]
    unit: float
    needs: str
    ends: str


def read(value: object) -> Page | None:
    """The speech in the answer of a known service; None where it is none."""
    for layout in _layouts():
        if _fits(layout, value):
            once = _without_repetition(layout, list(follow(value, layout.units)))
            cues = cues_of(list(_entries(layout, value, once)), in_seconds=True)
            return Page(transcript=_named(cues, value)) if cues else None
    return None


@lru_cache(maxsize=1)
def _layouts() -> tuple[Layout, ...]:
    return tuple(map(_layout, rows("recognisers")))


def _layout(row: list[str]) -> Layout:
    name, units, text, start, speaker, turns, unit, needs, ends = (
        "" if cell == _NONE else cell for cell in row
    )
    return Layout(name, units, text, start, speaker, tuple(turns.split()), float(unit), needs, ends)


def _fits(layout: Layout, value: object) -> bool:
    """Whether the first units have what the layout says; some lack a time, or are blanks."""
    first = follow(value, layout.units, _LOOKED_AT)
    sample = [unit.value for unit in islice(first, _SAMPLE)]
    told = [one for one in sample if isinstance(at(one, layout.text, empty=True), str)]
    timed = [one for one in told if not layout.start or _time(layout, one) is not None]
    is_there = not layout.needs or any(True for _ in follow(value, layout.needs, _LOOKED_AT))
    return bool(timed) and 2 * len(told) >= len(sample) and is_there


def _time(layout: Layout, value: object) -> float | None:
    """When a unit begins, in seconds."""
    return _seconds(at(value, layout.start, empty=True), layout.unit)


def _seconds(value: object, unit: float) -> float | None:
    """A time as a number of ``unit`` a second, as a clock, as ISO 8601, as seconds and nanos."""
    if isinstance(value, dict):
        parts = moment(value.get("seconds") or 0), moment(value.get("nanos") or 0)
        return None if None in parts else (parts[0] or 0.0) + (parts[1] or 0.0) / 1e9
    if isinstance(value, str) and (found := _ISO.fullmatch(value)):
        hours, minutes, seconds = (float(part or 0) for part in found.groups())
        return 3600 * hours + 60 * minutes + seconds
    time = moment(value)
    return None if time is None else time / unit


def _without_repetition(layout: Layout, units: Sequence[Place]) -> Sequence[Place]:
    """``units`` once: with speakers told apart, Google says all of them again at the end."""
    half = (len(units) + 1) // 2
    texts = [at(unit.value, layout.text, empty=True) for unit in units]
    is_twice = len(units) > 1 and texts[:half] == texts[half:]
    starts = [_time(layout, unit.value) or 0.0 for unit in units[::half]] if is_twice else []
    return units[half:] if is_twice and starts[1] <= starts[0] else units


def _entries(layout: Layout, value: object, units: Sequence[Place]) -> Iterator[Entry]:
    """The units with their times; one without is said when the one before it is."""
    turns = sorted(_turns(layout, value))
    is_timed = layout.start or any(_end(layout, unit) is not None for unit in units[:1])
    last = 0.0 if is_timed else None
    for unit in units:
        text, who = at(unit.value, layout.text, empty=True), _speaker(layout, unit)
        if isinstance(text, str) and who not in _MACHINES:
            time = _time(layout, unit.value)
            last = last if time is None else time
            if who is None and turns and last is not None:
                who = turns[max(bisect_right(turns, (last + _LATE, "")) - 1, 0)][1]
            yield last, _HESITATION.sub("", text), who
            end = _end(layout, unit)
            last = last if end is None else end


def _end(layout: Layout, unit: Place) -> float | None:
    """When a unit ends, as an object around it tells: the next one begins then."""
    ends = (at(one, layout.ends, empty=True) for one in unit.around[-3:]) if layout.ends else ()
    return next((time for end in ends if (time := _seconds(end, layout.unit)) is not None), None)


def _turns(layout: Layout, value: object) -> Iterator[tuple[float, str]]:
    """Who begins to speak when."""
    path, start, speaker = layout.turns or ("", "", "")
    for unit in follow(value, path) if path else ():
        time, who = _seconds(at(unit.value, start), layout.unit), at(unit.value, speaker)
        if time is not None and isinstance(who, str | int):
            yield time, str(who)


def _speaker(layout: Layout, unit: Place) -> str | None:
    """Who says a unit, as it or what stands around it tells."""
    objects = (unit.value, *reversed(unit.around))
    found = (at(one, layout.speaker, empty=True) for one in objects)
    who = next((one for one in found if isinstance(one, str | int) and one != ""), None)
    return None if who is None or str(who).casefold() in _NO_SPEAKERS else str(who)


def _named(cues: Sequence[Cue], value: object) -> tuple[Cue, ...]:
    """``cues`` in the order of their times, with the names that the answer lists for numbers."""
    listed = value.get("speakers") if isinstance(value, dict) else None
    names = {
        str(one.get("id", one.get("spkid", number))): str(one["name"])
        for number, one in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(one, dict) and one.get("name") and "time" not in one
    }
    if all(cue.start is not None for cue in cues):
        cues = sorted(cues, key=lambda cue: cue.start or 0.0)
    return tuple(
        replace(cue, speaker=names.get(cue.speaker, cue.speaker)) if cue.speaker else cue
        for cue in cues
    )
