"""The chart's blocks, set under one another."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.chart.course import draw_course
from summarizer.chart.glyphs import showable, shows, width, wrap
from summarizer.chart.sheet import INNER, MARGIN, WIDTH, Bar, Sheet, Text
from summarizer.chart.theme import COLOURS, DARK, LIGHT
from summarizer.chart.timeline import Timeline
from summarizer.chart.words import Words
from summarizer.english import English
from summarizer.opinions import Mood, Pole, Share

LANGUAGES_SHOWN = 6

_LABEL, _LABEL_GAP = 210.0, 24.0
"""Pixels for the name of a pole, left of its bar, at least; a longer name keeps a gap."""

_ROW = 76.0
"""Pixels from one bar to the next."""

_BAR = 46.0
_SPACE = 40.0
_BETWEEN = "\u00a0· "


def draw(mood: Mood, title: str, timeline: Timeline | None, words: Words, *, dark: bool) -> bytes:
    """The whole chart as a PNG."""
    written = words if shows(words("chart.course")) else English()
    sheet = Sheet(DARK if dark else LIGHT, written)
    _heading(sheet, mood, title)
    _poles(sheet, mood)
    _course(sheet, timeline)
    _languages(sheet, mood)
    _terms(sheet, mood)
    _set_aside(sheet, mood)
    return sheet.paint()


def _heading(sheet: Sheet, mood: Mood, title: str) -> None:
    """The title in at most two lines, and how many comments were read."""
    for line in wrap(_visible(title, sheet.words), 46, INNER, 2, bold=True):
        sheet.line(line, 46, sheet.theme.ink, bold=True)
    sheet.y += 10
    counted = sum(_counts(mood).values())
    comments = sheet.words("chart.comments" if counted else "chart.no-comments", n=counted)
    sheet.line(comments, 34, sheet.theme.faint)
    if mood.shares:
        sheet.line(sheet.words("chart.interval"), 28, sheet.theme.faint)
    sheet.y += _SPACE / 2


def _visible(title: str, words: Words) -> str:
    """The title without emoji; a remark where nothing can be shown of it."""
    seen = showable(title)
    if any(char.isalnum() for char in seen) or not any(char.isalnum() for char in title):
        return seen
    return words("chart.title-hidden")


def _poles(sheet: Sheet, mood: Mood) -> None:
    """A bar for each pole and its count; from a hundred comments on its share and interval."""
    counts = _counts(mood)
    shares = {share.pole: share for share in mood.shares}
    numbers = {pole: _count(count, shares.get(pole), sheet.words) for pole, count in counts.items()}
    right = max(width(number, 36, bold=True) for number in numbers.values()) + 20
    names = {pole: sheet.words(f"chart.{pole}") for pole in counts}
    label = max(_LABEL, *(width(name, 36) + _LABEL_GAP for name in names.values()))
    left, room, total = MARGIN + label, INNER - label - right, sum(counts.values())
    unit = room / max(1, *counts.values(), *(total * share.high for share in mood.shares))
    for pole, count in counts.items():
        middle, share = sheet.y + _ROW / 2, shares.get(pole)
        sheet.items += (
            Text(MARGIN, middle, names[pole], 36, sheet.theme.ink),
            Bar(left, middle, room, _BAR, sheet.theme.track),
            Bar(left, middle, unit * count, _BAR, COLOURS[pole]),
            Text(WIDTH - MARGIN, middle, numbers[pole], 36, sheet.theme.ink, bold=True, right=True),
        )
        if share:
            low, high = (left + unit * total * end for end in (share.low, share.high))
            sheet.items.append(Bar(low, middle, high - low, 5, sheet.theme.ink))
        sheet.y += _ROW


def _course(sheet: Sheet, timeline: Timeline | None) -> None:
    """The talk from left to right, and the names of its chapters."""
    if timeline is None:
        return
    colour = sheet.theme.moment if timeline.moments else sheet.theme.ink
    _title(sheet, sheet.words("chart.course"), colour)
    draw_course(sheet, timeline)
    titles = [showable(chapter.title) for chapter in timeline.chapters]
    names = [f"{number}\u00a0{title}" for number, title in enumerate(titles, 1) if title]
    if titles:
        shown = _BETWEEN.join(_with_hidden(names, len(titles) - len(names), sheet.words))
        _block(sheet, sheet.words("chart.chapters"), shown, sheet.theme.faint)


def _languages(sheet: Sheet, mood: Mood) -> None:
    """The languages with their counts, the rare ones as one number."""
    if not mood.languages:
        return
    shown = mood.languages[:LANGUAGES_SHOWN]
    words = sheet.words
    parts = [words("chart.language", name=words.name_of(code), n=count) for code, count in shown]
    others = len(mood.languages) - len(shown)
    parts += [words("chart.more-languages", n=others)] if others else []
    _block(sheet, words("chart.languages"), _BETWEEN.join(parts), sheet.theme.faint)


def _terms(sheet: Sheet, mood: Mood) -> None:
    """The words that set each pole apart; what the font cannot show is counted."""
    for pole, terms in mood.terms:
        seen = [term for term in terms if shows(term)]
        shown = _BETWEEN.join(_with_hidden(seen, len(terms) - len(seen), sheet.words))
        heading = sheet.words("chart.terms", pole=sheet.words(f"chart.{pole}"))
        _block(sheet, heading, shown, COLOURS[pole])


def _with_hidden(seen: Sequence[str], hidden: int, words: Words) -> list[str]:
    """What is shown, and how many could not be."""
    return [*seen, words("chart.hidden", n=hidden)] if hidden else [*seen]


def _set_aside(sheet: Sheet, mood: Mood) -> None:
    """What was not counted."""
    aside = (("chart.duplicates", mood.duplicates), ("chart.spam", mood.spam))
    parts = [sheet.words(why, n=count) for why, count in aside if count]
    if parts:
        _block(sheet, sheet.words("chart.not-counted"), _BETWEEN.join(parts), sheet.theme.faint)


def _block(sheet: Sheet, heading: str, text: str, colour: str) -> None:
    """A small heading, and up to three lines under it."""
    _title(sheet, heading, colour)
    for line in wrap(text, 36, INNER, 3):
        sheet.line(line, 36, sheet.theme.ink)


def _title(sheet: Sheet, heading: str, colour: str) -> None:
    """A small heading with a coloured mark."""
    sheet.y += _SPACE
    sheet.items.append(Bar(MARGIN, sheet.y + 21, 12, 30, colour))
    sheet.items.append(Text(MARGIN + 28, sheet.y + 21, heading, 30, sheet.theme.faint))
    sheet.y += 50


def _counts(mood: Mood) -> dict[Pole, int]:
    """The poles in the order of the reply; *unread* only where there is something unread."""
    counts: dict[Pole, int] = {
        "positive": mood.positive,
        "negative": mood.negative,
        "neutral": mood.neutral,
        "unclear": mood.unclear,
    }
    return counts | ({"unread": mood.unread} if mood.unread else {})


def _count(count: int, share: Share | None, words: Words) -> str:
    number = words.number(count)
    return f"{number} · {words.percent(share.share)}" if share else number
