"""What sites tell screen readers of a picture, above the name of whose it is.

"anna.b's profile picture" stands above "anna.b", in any language: a label is what returns around
the names below it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from summarizer.page.interface import BLANK, Line, next_full

_LONGEST, _LONGEST_NAME = 100, 50
_SHORTEST = 4
"""Characters of a label beside the name."""

_FEWEST = 2
"""Names with the same label."""


def without_picture_labels(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with such labels blanked out."""
    labels: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for at, name, label in _labels(lines):
        labels[label][at] = name
    told = (found for found in labels.values() if len(set(found.values())) >= _FEWEST)
    rest = list(lines)
    for at in (at for found in told for at in found):
        rest[at] = BLANK
    return rest


def _labels(lines: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    """The lines that hold the next one and more, that next one, and what is beside it."""
    for at, line in enumerate(lines):
        if not line.text or len(line.text) > _LONGEST or line.stamp:
            continue
        below = next_full(lines, at + 1, 2)
        name = lines[below].text if below < len(lines) else ""
        if not 1 < len(name) <= _LONGEST_NAME or name not in line.text:
            continue
        before, _, behind = line.text.partition(name)
        if len(before + behind) >= _SHORTEST and not (before[-1:] + behind[:1]).isalnum():
            yield at, name, f"{before}\0{behind}"
