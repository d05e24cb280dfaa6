"""Sheets without what is printed above and below the text of each: names, dates, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from summarizer.containers.pdf.sheets import Sheet

_ROWS = 2
"""Rows at the top and at the bottom of a sheet, of more, that may be no part of its text."""

_NUMBER = re.compile(r"\d{1,9}")
_MOST_NUMBERS = 6
_ALTERNATE = 0.4
"""Share of the sheets that have such a row: left and right ones may differ."""

_FEWEST, _FEWEST_SURE = 3, 2
"""Sheets that say the same; of those that count themselves, or say when they were printed."""

# How browsers print where and when: "https://site.example/page", "5/12/24, 10:14 AM".
_ADDRESS = re.compile(r"(?:https?|file)://\S{1,2000}")
_MOMENT = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_WORD = re.compile(r"[^\W\d_]+")
_COUNTING = 2
"""Words that count sheets: "Page 1 of 2"."""

_DATED = 3
"""Numbers of a date."""


def without_running_lines(sheets: Sequence[Sheet]) -> list[Sheet]:
    """``sheets`` without the outer rows that return, be it with another number on each.

    A row that only says where and when it was printed, or which sheet of how many it is, need not.
    """
    outer = [_outer_rows(sheet) for sheet in sheets]
    whole = [{y: " ".join("".join(row).split()) for y, row in rows.items()} for rows in outer]
    forms = Counter(
        form
        for number, rows in enumerate(whole)
        for form in {form for text in rows.values() for form in _forms(text, number)}
    )
    count = len(sheets)
    returning = [
        {y for y in rows if _returns(rows[y], n, forms, count)} for n, rows in enumerate(whole)
    ]
    printed = [{y for y in rows if _is_printed(rows[y], n, count)} for n, rows in enumerate(outer)]
    found = zip(sheets, returning, printed, strict=True)
    return [_without(sheet, again | once) for sheet, again, once in found]


def _without(sheet: Sheet, heights: set[int]) -> Sheet:
    """``sheet``, of the rows at ``heights`` only the ends of their pieces' lines."""
    return [
        piece._replace(text="\n") if round(piece.y) in heights and piece.text.strip() else piece
        for piece in sheet
    ]


def _outer_rows(sheet: Sheet) -> dict[int, Sequence[str]]:
    """The pieces of the first and the last rows of a sheet, by their height on it."""
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for piece in sheet:
        if piece.text.strip():
            rows[round(piece.y)].append(piece.text)
    heights = sorted(rows) if len(rows) > _ROWS else []
    return {y: rows[y] for y in (*heights[:_ROWS], *heights[-_ROWS:])}


def _forms(text: str, number: int) -> Iterator[str]:
    """``text`` with each of its numbers as it is, and as that of the sheet and so many more."""
    numbers = _NUMBER.findall(text)
    if len(numbers) > _MOST_NUMBERS:
        return
    words = _NUMBER.split(text)
    for chosen in product(*((n, f"#{int(n) - number}") for n in numbers)):
        yield "".join(part for pair in zip(words, (*chosen, ""), strict=True) for part in pair)


def _is_printed(pieces: Sequence[str], number: int, sheets: int) -> bool:
    """Whether a row is a moment or the number of its sheet of so many, and an address at most."""
    bare = _ADDRESS.sub(" ", " ".join(pieces))
    rest = _MOMENT.sub(" ", bare)
    if not rest.strip():
        return rest != bare
    is_counted = [int(n) for n in _NUMBER.findall(rest)] == [number + 1, sheets]
    return is_counted and len(_WORD.findall(rest)) <= _COUNTING


def _returns(text: str, number: int, forms: Counter[str], sheets: int) -> bool:
    """Whether a row stands on enough of the sheets."""
    is_dated = len(_NUMBER.findall(text)) >= _DATED
    for form in _forms(text, number):
        is_sure = is_dated or form.count("#") > text.count("#")
        fewest = _FEWEST_SURE if is_sure else _FEWEST
        if forms[form] >= max(fewest, _ALTERNATE * sheets):
            return True
    return False
