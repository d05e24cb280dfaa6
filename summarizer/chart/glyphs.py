"""The chart's font: which characters it has, how it shapes and measures a text."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from PIL import ImageFont

_FOLDER = Path(__file__).parent / "fonts"
_FILES = {False: _FOLDER / "DejaVuSans.ttf", True: _FOLDER / "DejaVuSans-Bold.ttf"}

_LONGEST = 600
"""Characters of a text that are looked at: more never fit."""

_PICTURES = range(0x2190, 0xA640)
_EMOJI = 0x1F000
"""Signs from arrows to Yi, then faces: the font would draw some of them, small and colourless."""

_NO_CHARACTER = "\U0010ffff"
"""Drawn as every character is that the font lacks."""

_reshape = ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False}).reshape


@lru_cache(maxsize=32)
def font(size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
    """The font, ``size`` in pixels.

    With Pillow's own layout: the other depends on a library that the machine may lack.
    """
    return ImageFont.truetype(_FILES[bold], size, layout_engine=ImageFont.Layout.BASIC)


def shaped(text: str) -> str:
    """The characters in the order and the forms in which they stand on the line (UAX #9)."""
    joined = "".join(c if _covers(c) else unicodedata.normalize("NFKC", c) for c in _reshape(text))
    return str(get_display(joined))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that ``text`` takes."""
    return font(size, bold=bold).getlength(shaped(text))


def shows(text: str) -> bool:
    """Whether the font has every character of ``text``."""
    return showable(text) == " ".join(unicodedata.normalize("NFC", text).split())


def showable(text: str) -> str:
    """``text`` without the characters that the font lacks, white space folded."""
    kept = (c for c in unicodedata.normalize("NFC", text) if c.isspace() or _covers(c))
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


@lru_cache(maxsize=4096)
def _covers(char: str) -> bool:
    """Whether both faces have ``char``."""
    if ord(char) in _PICTURES or ord(char) >= _EMOJI or unicodedata.category(char) == "Cs":
        return False
    return all(_drawn(char, bold) != _drawn(_NO_CHARACTER, bold) for bold in _FILES)


def _drawn(char: str, bold: bool) -> bytes:  # noqa: FBT001 - a face
    return bytes(font(20, bold=bold).getmask(char))
