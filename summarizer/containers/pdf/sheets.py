"""The pieces of text of each sheet as they are drawn: where, how large, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.model import Omission

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 150
MOST_STEPS = 150_000
"""Drawing instructions followed: a few seconds of work, and an end to forms that draw forms."""

MOST_CONTENT = 3_000_000
"""Bytes of instructions, unpacked, of all sheets: some hundred of a transcript."""

MOST_TOKENS = 400_000
"""Operators and operands of all sheets: each is read before it is followed."""

_APART = re.compile(rb"[\s()<>\[\]/]+")
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_STEPS = frozenset({b"Td", b"TD"})
_MATRIX = 6
_FAR = 1.5
"""Heights of a letter."""

# An instruction that moves nothing: before it, pypdf tells the visitor what was shown so far.
_STAY: tuple[list[float], bytes] = ([1, 0, 0, 1, 0, 0], b"cm")


class Piece(NamedTuple):
    """What is drawn at once, from ``x`` and ``y`` in points on, with the line's end behind it."""

    text: str
    x: float
    y: float
    size: float
    """Height of the letters in points."""


Sheet = list[Piece]
"""The pieces in the order they are drawn."""


class EnoughError(Exception):
    """The budget of instructions is used up."""


def read_sheets(reader: PdfReader, into: list[Sheet]) -> Iterator[Omission]:
    """Add the pieces of the first sheets to ``into``; what is left out. Raises EnoughError."""
    steps, left, tokens = 0, MOST_CONTENT, MOST_TOKENS

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            raise EnoughError

    for number, sheet in enumerate(reader.pages):
        content = sheet.get_contents()
        drawn = content.get_data() if content is not None else b""
        left -= len(drawn)
        tokens -= len(_APART.findall(drawn)) if left >= 0 else 0
        if number == MOST_PAGES or left < 0 or tokens < 0:
            break
        pieces: Sheet = []
        if content is not None:
            _set_pieces_apart(sheet, reader)
        sheet.extract_text(visitor_operand_before=count, visitor_text=_collector(pieces))
        into.append(pieces)
    if len(into) < len(reader.pages):
        yield Omission("too-long", len(into), len(reader.pages))


def _set_pieces_apart(sheet: PageObject, reader: PdfReader) -> None:
    """Have what is shown behind each move told by itself, though it stands on the same line."""
    from pypdf.generic import ContentStream, NameObject

    content = ContentStream(sheet["/Contents"].get_object(), reader, "bytes")
    apart: list[tuple[Any, bytes]] = []
    size, place, is_far = 1.0, list[float](), False
    for operands, operator in content.operations:
        if operator in _SHOWS:
            apart += [_STAY] if is_far else []
            is_far = False
        elif operator in _STEPS:
            is_far = is_far or not _is_next(operands, size)
        elif operator == b"Tm":
            is_far = is_far or not _is_beside(operands, place, size)
            place = operands
        elif operator == b"Tf":
            size = operands[-1] if operands else size
        apart.append((operands, operator))
    content.operations = apart
    sheet[NameObject("/Contents")] = content


def _is_next(step: list[float], size: float) -> bool:
    """Whether a step goes from one letter to the next, as some programs write them."""
    try:
        right, up = step
        return not up and 0 <= right < _FAR * abs(size)
    except (TypeError, ValueError):  # no numbers, or not two of them
        return False


def _is_beside(place: list[float], before: list[float], size: float) -> bool:
    """The same for the text matrices of two letters."""
    if len(before) != len(place) or len(place) != _MATRIX or before[:4] != place[:4]:
        return False
    height = hypot(place[0], place[1])
    return _is_next([place[4] - before[4], place[5] - before[5]], size * height)


def _collector(into: Sheet) -> Any:  # noqa: ANN401 - what pypdf calls
    def collect(text: str, page: Sequence[float], line: Sequence[float], *font: Any) -> None:  # noqa: ANN401
        if not text:
            return
        x, y = line[4], line[5]
        height = hypot(line[2], line[3]) * hypot(page[2], page[3]) * abs(font[-1])
        across = x * page[0] + y * page[2] + page[4]
        into.append(Piece(text, across, x * page[1] + y * page[3] + page[5], height))

    return collect
