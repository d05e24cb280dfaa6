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
from typing import Any, NamedTuple

from summarizer.captions.speech import Entry, cues_of
from summarizer.data import rows
from summarizer.datafiles.fields import moment
from summarizer.model import Cue, Page

_NONE = "-"


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


@lru_cache(maxsize=1)
def _layouts() -> tuple[Layout, ...]:
    return tuple(map(_layout, rows("recognisers")))


def _layout(row: list[str]) -> Layout:
    name, units, text, start, speaker, turns, unit, needs, ends = (
        "" if cell == _NONE else cell for cell in row
    )
    return Layout(name, units, text, start, speaker, tuple(turns.split()), float(unit), needs, ends)


_MACHINES = frozenset({"system", "tool", "tool_calls", "tool_call_result"})
"""What a program that talks is told, or tells itself."""

_NO_SPEAKERS = frozenset({"", "uu", "none", "unknown"})
_HESITATION = re.compile(r"%HESITATION|\[pause\]|<unk>|<eps>")
_ISO = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,8}(?:\.\d{1,9})?)S)?")
_LATE = 0.02
"""Seconds that a word may begin before its speaker's turn."""
_SAMPLE, _LOOKED_AT = 20, 1000
"""Units by which a layout is told, and entries of a list that are looked at for them."""


class _Unit(NamedTuple):
    """A word or phrase, and the objects around it, the outermost first."""

    value: Any
    around: tuple[dict[str, Any], ...]


def sniff(value: object) -> bool:
    """Whether plain values may be such an answer."""
    return isinstance(value, dict | list)


def read(value: object) -> Page | None:
    """The speech in the answer of a known service; None where it is none."""
    for layout in _layouts():
        if _fits(layout, value):
            once = _without_repetition(layout, list(_follow(value, layout.units)))
            cues = cues_of(list(_entries(layout, value, once)), in_seconds=True)
            return Page(transcript=_named(cues, value)) if cues else None
    return None


def _fits(layout: Layout, value: object) -> bool:
    """Whether the first units have what the layout says; some lack a time, or are blanks."""
    first = _follow(value, layout.units, _LOOKED_AT)
    sample = [unit.value for unit in islice(first, _SAMPLE)]
    told = [one for one in sample if isinstance(_first(one, layout.text), str)]
    timed = [one for one in told if not layout.start or _time(layout, one) is not None]
    is_there = not layout.needs or any(True for _ in _follow(value, layout.needs, _LOOKED_AT))
    return bool(timed) and 2 * len(told) >= len(sample) and is_there


def _follow(value: object, path: str, most: int | None = None) -> Iterator[_Unit]:
    """What ``path`` leads to, by the first entries of each list; one at its end is its entries."""
    units: Iterator[_Unit] = iter([_Unit(value, ())])
    for step in path.split("/") if path else ():
        units = _through(units, step, most)
    for unit in units:
        yield from _entries_of(unit, most)


def _through(units: Iterator[_Unit], step: str, most: int | None) -> Iterator[_Unit]:
    for unit in units:
        yield from _step(unit, step, most)


def _step(unit: _Unit, step: str, most: int | None) -> Iterator[_Unit]:
    """What one ``step`` leads to from ``unit``, or from the entries of a list."""
    if step.isdigit():
        entries = unit.value if isinstance(unit.value, list) else []
        yield from (_Unit(one, unit.around) for one in entries[int(step) : int(step) + 1])
        return
    for one in _entries_of(unit, most):
        if isinstance(one.value, dict):
            inner = one.value.values() if step == "*" else [one.value.get(step)]
            around = (*one.around, one.value)
            yield from (_Unit(value, around) for value in inner if value is not None)


def _entries_of(unit: _Unit, most: int | None) -> Iterator[_Unit]:
    if isinstance(unit.value, list):
        yield from (_Unit(one, unit.around) for one in unit.value[:most])
    else:
        yield unit


def _first(value: object, paths: str) -> object:
    """What the first of several ``paths`` that is there leads to in ``value``, else None."""
    for path in paths.split("|") if paths else ():
        found = value
        for step in path.split("/"):
            found = _inner(found, step)
        if found is not None:
            return found
    return None


def _inner(value: object, step: str) -> object:
    if isinstance(value, dict):
        return value.get(step)
    is_entry = isinstance(value, list) and step.isdigit() and int(step) < len(value)
    return value[int(step)] if isinstance(value, list) and is_entry else None


def _time(layout: Layout, value: object) -> float | None:
    """When a unit begins, in seconds."""
    return _seconds(_first(value, layout.start), layout.unit)


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


def _without_repetition(layout: Layout, units: Sequence[_Unit]) -> Sequence[_Unit]:
    """``units`` once: with speakers told apart, Google says all of them again at the end."""
    half = (len(units) + 1) // 2
    texts = [_first(unit.value, layout.text) for unit in units]
    is_twice = len(units) > 1 and texts[:half] == texts[half:]
    starts = [_time(layout, unit.value) or 0.0 for unit in units[::half]] if is_twice else []
    return units[half:] if is_twice and starts[1] <= starts[0] else units


def _entries(layout: Layout, value: object, units: Sequence[_Unit]) -> Iterator[Entry]:
    """The units with their times; one without is said when the one before it is."""
    turns = sorted(_turns(layout, value))
    is_timed = layout.start or any(_end(layout, unit) is not None for unit in units[:1])
    last = 0.0 if is_timed else None
    for unit in units:
        text, who = _first(unit.value, layout.text), _speaker(layout, unit)
        if isinstance(text, str) and who not in _MACHINES:
            time = _time(layout, unit.value)
            last = last if time is None else time
            if who is None and turns and last is not None:
                who = turns[max(bisect_right(turns, (last + _LATE, "")) - 1, 0)][1]
            yield last, _HESITATION.sub("", text), who
            end = _end(layout, unit)
            last = last if end is None else end


def _end(layout: Layout, unit: _Unit) -> float | None:
    """When a unit ends, as an object around it tells: the next one begins then."""
    ends = (_first(one, layout.ends) for one in unit.around[-3:]) if layout.ends else ()
    return next((time for end in ends if (time := _seconds(end, layout.unit)) is not None), None)


def _turns(layout: Layout, value: object) -> Iterator[tuple[float, str]]:
    """Who begins to speak when."""
    path, start, speaker = layout.turns or ("", "", "")
    for unit in _follow(value, path) if path else ():
        time, who = _seconds(_first(unit.value, start), layout.unit), _first(unit.value, speaker)
        if time is not None and isinstance(who, str | int):
            yield time, str(who)


def _speaker(layout: Layout, unit: _Unit) -> str | None:
    """Who says a unit, as it or what stands around it tells."""
    objects = (unit.value, *reversed(unit.around))
    found = (_first(one, layout.speaker) for one in objects)
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
