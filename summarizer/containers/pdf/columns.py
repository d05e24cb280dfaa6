"""The order in which a sheet is read: one column after the other, where it has two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from summarizer.containers.pdf.sheets import Piece, Sheet

_FEWEST, _MOST = 5, 0.4
"""Lines of a second column, and their share of all lines of the sheet, at least."""

_NEAR = 3.0
"""Points by which the lines of a column may begin apart."""

_FROM, _TO = 0.35, 0.7
"""Where a second column may begin, as shares of the width: times stand further left."""

_NARROW = 0.38
"""Width of a letter at least, in heights: what is wider so than a column goes over both."""

_WORDS = 3
"""Words of a line of the first column in the mean."""


def in_order(sheet: Sheet) -> str:
    """The text of a sheet as it is read."""
    edge = _second_column(sheet)
    if edge is None:
        return "".join(piece.text for piece in sheet)
    read: list[str] = []
    columns: tuple[Sheet, Sheet] = ([], [])
    for piece in sheet:
        if _goes_over(piece, edge):
            read += map(_joined, columns)
            columns = ([piece], [])
        else:
            columns[piece.x >= edge].append(piece)
    return "\n".join(filter(None, (*read, *map(_joined, columns))))


def _second_column(sheet: Sheet) -> float | None:
    """Where the second column begins; None where there is one alone."""
    full = [piece for piece in sheet if piece.text.strip()]
    rows: defaultdict[int, Sheet] = defaultdict(list)
    for piece in full:
        rows[round(piece.y)].append(piece)
    if not full:
        return None
    left, right = min(p.x for p in full), max(p.x + _width(p) for p in full)
    begins = Counter(x for row in rows.values() for x in {round(p.x / _NEAR) for p in row})
    allowed = {
        x: n for x, n in begins.items() if _FROM <= (x * _NEAR - left) / (right - left) <= _TO
    }
    best = max(allowed, key=allowed.__getitem__, default=None)
    if best is None or allowed[best] < max(_FEWEST, _MOST * len(rows)):
        return None
    edge = (best - 1) * _NEAR
    beside = [piece for piece in full if piece.x < edge and not _goes_over(piece, edge)]
    return edge if _are_words(beside, allowed[best]) else None


def _are_words(beside: Sheet, lines: int) -> bool:
    """Whether what stands left of so many lines is a column of words too."""
    found = {round(piece.y) for piece in beside}
    words = sum(len(piece.text.split()) for piece in beside)
    return len(found) >= _FEWEST and 2 * len(found) >= lines and words >= _WORDS * len(found)


def _goes_over(piece: Piece, edge: float) -> bool:
    """Whether a line that begins in the first column ends in the second."""
    return piece.x < edge < piece.x + _width(piece)


def _width(piece: Piece) -> float:
    return _NARROW * piece.size * len(piece.text.strip())


def _joined(pieces: Sequence[Piece]) -> str:
    """The text of a column, a line each, whose ends may have been told of the other column."""
    text: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        is_below = before is not None and abs(piece.y - before.y) > before.size / 2
        if is_below and text[-1:] and not text[-1].endswith("\n"):
            text.append("\n")
        text.append(piece.text if piece.text.strip() else " ")
        before = piece if piece.text.strip() else before
    return "".join(text).strip()
