"""The chart's font, which comes with matplotlib: the characters it has, the width of a text."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, get_font

DPI = 100
_POINTS = 72 / DPI
"""Points a pixel."""

_FOLDER = Path(mpl.get_data_path()) / "fonts" / "ttf"
_FILES = {False: _FOLDER / "DejaVuSans.ttf", True: _FOLDER / "DejaVuSans-Bold.ttf"}

_LONGEST = 600
"""Characters of a text that are looked at: more never fit."""

_PICTURES = range(0x2190, 0xA640)
_EMOJI = 0x1F000
"""Signs from arrows to Yi, then faces: the font would draw some of them, small and colourless."""


def font(size: float, *, bold: bool) -> FontProperties:
    """The font, ``size`` in pixels."""
    return FontProperties(fname=_FILES[bold], size=size * _POINTS)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that ``text`` takes."""
    face = get_font(str(_FILES[bold]))
    face.set_size(size * _POINTS, DPI)
    face.set_text(text)
    return float(face.get_width_height()[0]) / 64


def shows(text: str) -> bool:
    """Whether the font has every character of ``text``."""
    return showable(text) == " ".join(unicodedata.normalize("NFC", text).split())


def showable(text: str) -> str:
    """``text`` without the characters that the font lacks, white space folded."""
    kept = (c for c in unicodedata.normalize("NFC", text) if c.isspace() or ord(c) in _covered())
    return " ".join("".join(kept).split())


def wrap(text: str, size: float, room: float, lines: int, *, bold: bool = False) -> list[str]:
    """``text`` in at most ``lines`` lines of at most ``room`` pixels; more ends in "…"."""
    rest, made = text[:_LONGEST], list[str]()
    while rest and len(made) < lines:
        end = _fitting(rest, lambda some: width(some, size, bold=bold) <= room)
        last = len(made) == lines - 1 and end < len(rest)
        made.append(f"{rest[: end - 1].rstrip()}…" if last else rest[:end].strip())
        rest = rest[end:].strip()
    return made


def _fitting(text: str, fits: Callable[[str], bool]) -> int:
    """How many characters of ``text`` fit, whole words where there are some; at least one."""
    if fits(text):
        return len(text)
    end = bisect_left(range(1, len(text)), x=True, key=lambda size: not fits(text[:size]))
    blank = text.rfind(" ", 0, end + 1)
    return blank if blank > 0 else max(end, 1)


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    """The code points of both faces."""
    maps = [set(get_font(str(path)).get_charmap()) for path in _FILES.values()]
    return frozenset(code for code in maps[0] & maps[1] if code < _EMOJI) - set(_PICTURES)
