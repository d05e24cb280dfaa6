"""A Mood as a picture that is readable on a phone, on light and dark backgrounds."""

from __future__ import annotations

from summarizer.opinions import Mood


def draw_chart(mood: Mood, title: str, *, dark: bool = False) -> bytes:
    """A PNG, 1080 pixels wide: the poles with their counts, the languages, the telling terms.

    The same values give the same bytes. Characters that the font cannot show are left out and said
    to be, never drawn as boxes.
    """
    from summarizer.chart.drawing import draw

    return draw(mood, title, dark=dark)
