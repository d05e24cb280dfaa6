"""A Mood as a picture that is readable on a phone, on light and dark backgrounds."""

from __future__ import annotations

from summarizer.chart.timeline import Timeline, timeline_of
from summarizer.opinions import Mood

__all__ = ["Timeline", "draw_chart", "timeline_of"]


def draw_chart(
    mood: Mood, title: str, timeline: Timeline | None = None, *, dark: bool = False
) -> bytes:
    """A PNG, 1080 pixels wide: the poles with their counts, the talk, the languages, the terms.

    The talk is drawn from left to right where its ``timeline`` is known. The same values give the
    same bytes. Characters that the font cannot show are left out and said to be, never drawn as
    boxes.
    """
    from summarizer.chart.drawing import draw

    return draw(mood, title, timeline, dark=dark)
