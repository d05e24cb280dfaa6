"""A page that is written from the top down in pixels, then painted as a PNG."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from summarizer.chart.glyphs import font, shaped, wrap
from summarizer.chart.theme import Theme
from summarizer.chart.words import Words

WIDTH = 1080
MARGIN = 64
INNER = WIDTH - 2 * MARGIN

_LINES = 2
_ROUND = 10.0
_FINE = 4
"""A bar is drawn so many times larger, then made smaller, which smooths its ends."""

_RISE = 0.36
"""Half the height of a capital letter, in sizes of the font: the baseline is so far below y."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; ``y`` is its middle."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    right: bool = False
    """Whether it ends at ``x`` instead of beginning there."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with round ends; ``y`` is its middle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(slots=True)
class Sheet:
    """What was written so far; ``y`` is where the next line begins."""

    theme: Theme
    words: Words
    y: float = MARGIN
    items: list[Text | Bar] = field(default_factory=list)

    def line(self, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """A line of its own at the left margin, or two where one is too narrow."""
        height = size * 1.4
        for part in wrap(text, size, INNER, _LINES, bold=bold):
            self.items.append(Text(MARGIN, self.y + height / 2, part, size, colour, bold=bold))
            self.y += height

    def paint(self) -> bytes:
        """The sheet as a PNG."""
        image = Image.new("RGB", (WIDTH, round(self.y + MARGIN)), self.theme.background)
        draw = ImageDraw.Draw(image)
        for item in self.items:
            if isinstance(item, Bar):
                _bar(image, item)
            else:
                _letters(draw, item)
        out = io.BytesIO()
        image.save(out, "PNG")
        return out.getvalue()


def _bar(image: Image.Image, bar: Bar) -> None:
    left, top = math.floor(bar.x), math.floor(bar.y - bar.height / 2)
    x, y = bar.x - left, bar.y - bar.height / 2 - top
    size = math.ceil(x + bar.width), math.ceil(y + bar.height)
    if not all(size):
        return
    mask = Image.new("L", (size[0] * _FINE, size[1] * _FINE))
    corners = [part * _FINE for part in (x, y, x + bar.width, y + bar.height)]
    ends = min(_ROUND, bar.width / 2, bar.height / 2) * _FINE
    ImageDraw.Draw(mask).rounded_rectangle(corners, ends, fill=255)
    image.paste(bar.colour, (left, top), mask.resize(size, Image.Resampling.BOX))


def _letters(draw: ImageDraw.ImageDraw, text: Text) -> None:
    face = font(text.size, bold=text.bold)
    place = text.x, text.y + text.size * _RISE
    anchor = "rs" if text.right else "ls"
    draw.text(place, shaped(text.text), text.colour, face, anchor)
