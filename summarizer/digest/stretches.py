"""A talk longer than is read at a time: stretches of it, spread evenly over the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from typing import NamedTuple

from summarizer.model import Cue

MOST = 45_000
"""Words that are read: five hours of speech, so that any talk takes a second."""
STRETCH = 500
"""Words of a stretch: some three minutes."""

# Words as a digest takes time for them: a short line costs as much as three, a sentence as five.
_A_CUE, _A_STOP = 3, 5
_LETTERS = 6
"""Of a word and the blank behind it, where blanks are few."""
_LONG = 600
_PART = re.compile(rf".{{1,{_LONG}}}(?!\S)|.{{1,{_LONG}}}", re.DOTALL)
"""Parts that a long cue is taken in, which end with a word where there are words."""


class Stretches(NamedTuple):
    """``cues`` that are read, and the number that each has in the whole transcript."""

    cues: Sequence[Cue]
    numbers: Sequence[int]
    is_all: bool = True


class _Unit(NamedTuple):
    """Letters ``begin`` to ``end`` of cue ``number``, and the words they count for."""

    number: int
    begin: int
    end: int
    weight: int


def stretches_of(cues: Sequence[Cue]) -> Stretches:
    """All ``cues`` where they have up to `MOST` words, else stretches with the first and the last.

    Nothing that is said goes on from one stretch to the next: each begins with a turn.
    """
    weights = [_weight(cue.text) for cue in cues]
    if sum(weights) <= MOST:
        return Stretches(cues, range(len(cues)))
    units: list[_Unit] = []
    for number, (cue, weight) in enumerate(zip(cues, weights, strict=True)):
        units += _parts(number, cue.text, weight)
    kept = list(_spread(units))
    read = [_cut(cues[run[0].number], run, is_first=is_first) for run, is_first in kept]
    return Stretches(read, [run[0].number for run, _ in kept], is_all=False)


def _weight(text: str) -> int:
    """The words of ``text``, or as many as take the time that it takes."""
    stops = text.count(".") + text.count("?") + text.count("。")
    return max(_A_CUE, text.count(" ") + 1, len(text) // _LETTERS, _A_STOP * stops)


def _parts(number: int, text: str, weight: int) -> list[_Unit]:
    if len(text) <= _LONG:
        return [_Unit(number, 0, len(text), weight)]
    spans = (part.span() for part in _PART.finditer(text))
    return [_Unit(number, begin, end, _weight(text[begin:end])) for begin, end in spans]


def _spread(units: Sequence[_Unit]) -> Iterator[tuple[list[_Unit], bool]]:
    """Runs of ``units`` of a cue that are kept, each with whether a stretch begins with it."""
    before = list(accumulate((unit.weight for unit in units), initial=0))
    apart = (before.pop() - STRETCH) / (MOST // STRETCH - 1)
    kept = (
        (unit, at // apart) for unit, at in zip(units, before, strict=True) if at % apart < STRETCH
    )
    last = -1.0
    for (stretch, _), run in groupby(kept, key=lambda pair: (pair[1], pair[0].number)):
        yield [unit for unit, _ in run], stretch != last
        last = stretch


def _cut(cue: Cue, run: Sequence[_Unit], *, is_first: bool) -> Cue:
    text = cue.text[run[0].begin : run[-1].end]
    return replace(cue, text=text, turn=cue.turn or is_first)
