"""Lines that are items of a list: ingredients, things to buy, steps; none goes on in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

FEWEST, COUNTED = 3, 2
"""Items of a list, and how many of them tell it by their amounts or bullets."""
LONGEST, PARAGRAPH = 60, 100
"""Characters of an item at most, and of a line at least that was not broken for its length."""
NAME = 3
"""Words of items that need no amount or bullet beside them."""

_GOES_ON = re.compile(r"(?:[.!?…。！？؟۔।][\"'”’»」』)\]]*|[,;،、，；])$")
_COUNTED = re.compile(r"[•*·▪◦‣●○☐✓✔➤►]|\(?\d|[^A-Za-zÀ-ʯͰ-ԯ]*\d")
"""A line with a bullet or number at its beginning; in a script without capitals, somewhere."""


def first_of_items(lines: Sequence[str], bulleted: Sequence[bool]) -> Iterator[int]:
    """The numbers of the ``lines`` that are items, and of the one behind each list.

    A list is a run of short lines without an end, none of which begins in small letters: counted or
    ``bulleted`` ones, mere names, or any where the text does not break its lines.
    """
    long = sum(len(line) for line in lines if len(line) >= PARAGRAPH)
    unbroken = 2 * long >= sum(map(len, lines))
    for is_item, run in groupby(range(len(lines)), key=lambda i: _may_be_item(lines[i])):
        at = list(run)
        if is_item and len(at) >= FEWEST:
            counted = sum(bulleted[i] or _COUNTED.match(lines[i]) is not None for i in at)
            if unbroken or counted >= COUNTED or all(_is_name(lines[i]) for i in at):
                yield from at
                yield at[-1] + 1


def _may_be_item(line: str) -> bool:
    return len(line) <= LONGEST and not line[0].islower() and not _GOES_ON.search(line[-4:])


def _is_name(line: str) -> bool:
    return line[0].isupper() and line.count(" ") < NAME
