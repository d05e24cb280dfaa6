"""Text parted by commas or the like comes in, rows of cells go out."""

from __future__ import annotations

import csv
from collections.abc import Iterator

csv.field_size_limit(1 << 27)


def read_rows(text: str, separator: str, most: int) -> list[list[str]]:
    """The first ``most`` rows of ``text``, at least an empty one."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(_lines(text), delimiter=separator):
            if any(cell.strip(" -:") for cell in row):  # Markdown rules off its head
                rows.append(row)
            if len(rows) >= most:
                break
    except csv.Error:
        pass  # what stands before a broken line is still a table
    return rows or [[]]


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends, without a copy of the whole text; Excel's "sep=," left out."""
    at = text.index("\n") + 1 if text.startswith("sep=") and "\n" in text else 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end + 1
        yield text[at:end]
        at = end
