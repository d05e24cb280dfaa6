"""The title of a PDF that states none: the largest words of its first sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from summarizer.containers.pdf.sheets import Sheet
from summarizer.containers.titles import LARGER, is_title


def drawn_title(sheets: Sequence[Sheet]) -> str:
    """The words of the first sheet that are drawn larger than all others, or ``""``."""
    first = [piece for piece in sheets[0] if piece.text.strip()] if sheets else []
    usual = Counter[int]()
    for sheet in sheets:
        for piece in sheet:
            usual[_height(piece.size)] += len(piece.text.strip())
    text_height = max(usual, key=usual.__getitem__, default=0)
    drawn = groupby(first, key=lambda piece: _height(piece.size))
    runs = [(size, " ".join(" ".join(p.text for p in run).split())) for size, run in drawn]
    large = [run for run in runs if run[0] >= LARGER * text_height and is_title(run[1])]
    return max(large, key=lambda run: run[0], default=(0, ""))[1]


def _height(size: float) -> int:
    return round(4 * size)
