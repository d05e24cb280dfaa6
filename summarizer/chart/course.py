"""The timeline's block: bars from the first second to the last, with what lies where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.chart.glyphs import width
from summarizer.chart.sheet import INNER, MARGIN, WIDTH, Bar, Sheet, Text
from summarizer.chart.timeline import Timeline
from summarizer.clock import clock

_BAR, _LANE, _SENTENCE, _MOMENT = 44.0, 30.0, 8.0, 14.0
"""Pixels: the heights of the bars of chapters and sentences, the widths of what marks a sentence
and a moment."""

_LOW, _HIGH = 18.0, 84.0
"""How high the mark of a moment is at least, and that of the one that most name."""

_SIZE = 28.0
"""Of the letters that name times: smaller ones are not read on a phone."""

_APART, _GAP = 4.0, 16.0
"""Pixels between two chapters, and at least between two names of times."""


def draw_course(sheet: Sheet, timeline: Timeline) -> None:
    """The moments, under them the chapters, the sentences, the times of both ends."""
    if timeline.moments:
        _moments(sheet, timeline)
    if timeline.chapters:
        _chapters(sheet, timeline)
    if timeline.sentences or not timeline.chapters:
        _sentences(sheet, timeline)
    _ends(sheet, timeline)
    _legend(sheet, timeline)


def _at(second: float, timeline: Timeline, wide: float) -> float:
    """Where a mark of ``wide`` pixels stands that begins at ``second``."""
    return MARGIN + (INNER - wide) * min(second / timeline.length, 1.0)


def _chapters(sheet: Sheet, timeline: Timeline) -> None:
    """A piece of a bar for each chapter, with its number where that fits."""
    middle = sheet.y + _BAR / 2
    starts = [one.start or 0.0 for one in timeline.chapters]
    places = [MARGIN, *(_at(start, timeline, 0) for start in starts), MARGIN + INNER]
    for number, (left, right) in enumerate(pairwise(places)):
        room = right - left - (_APART if right < MARGIN + INNER else 0)
        if room > 0:
            sheet.items.append(Bar(left, middle, room, _BAR, sheet.theme.track))
        name = str(number)
        if number and width(name, _SIZE) + 2 * _SENTENCE <= room:
            sheet.items.append(Text(left + _SENTENCE, middle, name, _SIZE, sheet.theme.faint))
    sheet.y += _BAR + _APART


def _sentences(sheet: Sheet, timeline: Timeline) -> None:
    """A mark for each sentence on a bar of its own."""
    middle = sheet.y + _LANE / 2
    sheet.items.append(Bar(MARGIN, middle, INNER, _LANE, sheet.theme.track))
    for second in timeline.sentences:
        x = _at(second, timeline, _SENTENCE)
        sheet.items.append(Bar(x, middle, _SENTENCE, _LANE, sheet.theme.ink))
    sheet.y += _LANE + _APART


def _moments(sheet: Sheet, timeline: Timeline) -> None:
    """A mark above the bar for each moment, the higher the more people name it."""
    most = max(one.people for one in timeline.moments)
    for x, name in _names(timeline):
        sheet.items.append(Text(x, sheet.y + _SIZE * 0.7, name, _SIZE, sheet.theme.ink))
    sheet.y += _SIZE * 1.4 + _HIGH
    for one in timeline.moments:
        high = _LOW + (_HIGH - _LOW) * one.people / most
        x = _at(one.start, timeline, _MOMENT)
        sheet.items.append(Bar(x, sheet.y - high / 2, _MOMENT, high, sheet.theme.moment))
    sheet.y += 2 * _APART


def _names(timeline: Timeline) -> Iterator[tuple[float, str]]:
    """The times of the moments that most people name, as far as they do not touch."""
    taken: list[tuple[float, float]] = []
    for one in sorted(timeline.moments, key=lambda one: (-one.people, one.start)):
        name = clock(one.start)
        wide = width(name, _SIZE)
        middle = _at(one.start, timeline, _MOMENT) + _MOMENT / 2
        left = min(max(middle - wide / 2, MARGIN), WIDTH - MARGIN - wide)
        if _is_free(left - _GAP, left + wide + _GAP, taken):
            taken.append((left, left + wide))
            yield left, name


def _is_free(left: float, right: float, taken: Sequence[tuple[float, float]]) -> bool:
    return all(right <= begin or end <= left for begin, end in taken)


def _ends(sheet: Sheet, timeline: Timeline) -> None:
    end, middle = clock(timeline.length), sheet.y + _SIZE * 0.7
    sheet.items += (
        Text(MARGIN, middle, clock(0), _SIZE, sheet.theme.faint),
        Text(WIDTH - MARGIN, middle, end, _SIZE, sheet.theme.faint, right=True),
    )
    sheet.y += _SIZE * 1.4


def _legend(sheet: Sheet, timeline: Timeline) -> None:
    """What the marks mean, in words."""
    sentences, moments = len(timeline.sentences), len(timeline.moments)
    most = max((one.people for one in timeline.moments), default=0)
    both = (
        ("chart.sentences", sentences, sheet.theme.ink),
        ("chart.moments", moments, sheet.theme.moment),
    )
    for key, number, colour in both:
        if number:
            middle = sheet.y + _SIZE * 0.7
            sheet.items.append(Bar(MARGIN, middle, _MOMENT, _SIZE, colour))
            text = sheet.words(key, n=number, most=most)
            sheet.items.append(Text(MARGIN + 28, middle, text, _SIZE, sheet.theme.faint))
            sheet.y += _SIZE * 1.4
