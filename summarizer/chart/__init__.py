"""A Mood as a picture that is readable on a phone, on light and dark backgrounds."""

from __future__ import annotations

from summarizer.chart.timeline import Timeline, timeline_of
from summarizer.chart.words import Words
from summarizer.english import English
from summarizer.opinions import Mood

__all__ = ["Timeline", "Words", "draw_chart", "timeline_of"]

_ENGLISH = English()


def draw_chart(
    mood: Mood,
    title: str,
    timeline: Timeline | None = None,
    words: Words = _ENGLISH,
    *,
    dark: bool = False,
) -> bytes:
    """A PNG, 1080 pixels wide: the poles with their counts, the talk, the languages, the terms.

    The talk is drawn from left to right where its ``timeline`` is known; ``words`` are the
    chart's own, in the reader's language; in English where the font lacks its letters. The same
    values give the same bytes. Characters that the font cannot show are left out and said to be,
    never drawn as boxes.
    """
    from summarizer.chart.drawing import draw

    return draw(mood, title, timeline, words, dark=dark)
