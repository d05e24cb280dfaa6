"""A page that is written from the top down in pixels, then painted as a PNG."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch
from matplotlib.text import Text as Letters

from summarizer.chart.glyphs import DPI, font
from summarizer.chart.theme import Theme

WIDTH = 1080
MARGIN = 64
INNER = WIDTH - 2 * MARGIN

_ROUND = 10.0


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
    y: float = MARGIN
    items: list[Text | Bar] = field(default_factory=list)

    def line(self, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        """A line of its own at the left margin."""
        height = size * 1.4
        self.items.append(Text(MARGIN, self.y + height / 2, text, size, colour, bold=bold))
        self.y += height

    def paint(self) -> bytes:
        """The sheet as a PNG."""
        height = round(self.y + MARGIN)
        figure = Figure(
            figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=self.theme.background
        )
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        axes.axis("off")
        for item in self.items:
            axes.add_artist(_patch(item) if isinstance(item, Bar) else _letters(item))
        out = io.BytesIO()
        FigureCanvasAgg(figure).print_figure(out, dpi=DPI, metadata={"Software": None})
        return out.getvalue()


def _patch(bar: Bar) -> FancyBboxPatch:
    ends = min(_ROUND, bar.width / 2, bar.height / 2)
    return FancyBboxPatch(
        (bar.x, bar.y - bar.height / 2),
        bar.width,
        bar.height,
        boxstyle=f"round,pad=0,rounding_size={ends}",
        facecolor=bar.colour,
        linewidth=0,
    )


def _letters(text: Text) -> Artist:
    """A dollar sign is a dollar sign, not mathematics."""
    return Letters(
        text.x,
        text.y,
        text.text,
        color=text.colour,
        fontproperties=font(text.size, bold=text.bold),
        ha="right" if text.right else "left",
        va="center_baseline",
        parse_math=False,
    )
