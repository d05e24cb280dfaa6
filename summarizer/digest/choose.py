"""Chooses the sentences shown from a ranking: each stands alone, together they cover all parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.digest.phrases import Kind
from summarizer.model import Sentence

Group = tuple[int, ...]
"""Sentences that come together or not at all."""


def choose(
    sentences: Sequence[Sentence],
    order: Sequence[int],
    parts: Sequence[int],
    wanted: range,
    kinds: Sequence[Kind],
) -> list[int]:
    """As many indices as ``wanted`` from its first number to its last, in the order of the text.

    ``order`` is best first. A sentence that leans on the one before comes with it or not at all;
    fragments and asides are left out while the others are enough, and lines said before always.
    """
    number = wanted[-1]
    groups = list(_groups(kinds, order, max(2 * number, len(order) // 5)))
    seats = _seats(parts, number)
    choice = _Choice([_plain(s.text) for s in sentences], parts, number)
    for group in groups:
        choice.take(group, seats)
    for group in groups:
        choice.take(group)
    if len(choice.taken) < wanted[0]:
        # Short lines, as of a song, are better than hardly any.
        for i in sorted(order, key=lambda i: kinds[i] is Kind.ASIDE):
            choice.take((i,))
    return sorted(choice.taken)


def _groups(kinds: Sequence[Kind], order: Sequence[int], deep: int) -> Iterator[Group]:
    """Groups best first: among the ``deep`` best those that stand alone, then those that join."""
    for ranks in (order[:deep], order[deep:]):
        for i in ranks:
            if kinds[i] is Kind.ALONE:
                yield (i,)
            elif kinds[i] is Kind.REFERS and i and kinds[i - 1] is Kind.ALONE:
                yield (i - 1, i)
        yield from ((i,) for i in ranks if kinds[i] is Kind.JOINS)


class _Choice:
    """What is taken so far: never more than ``number``, no line twice."""

    def __init__(self, lines: Sequence[str], parts: Sequence[int], number: int) -> None:
        self.taken: set[int] = set()
        self._lines, self._parts, self._number = lines, parts, number
        self._said: set[str] = set()

    def take(self, group: Group, seats: dict[int, int] | None = None) -> None:
        """Takes ``group`` if there is room for it: in all, and in its part's ``seats``."""
        new = [i for i in group if i not in self.taken]
        part = self._parts[group[0]]
        if len(self.taken) + len(new) > self._number or any(
            self._lines[i] in self._said for i in new
        ):
            return
        if seats is not None:
            if seats.get(part, 0) < len(new):
                return
            seats[part] -= len(new)
        self.taken.update(new)
        self._said.update(self._lines[i] for i in new)


def _seats(parts: Sequence[int], number: int) -> dict[int, int]:
    """``number`` seats shared among the parts by size, as Sainte-Laguë does."""
    sizes = Counter(parts)
    seats = dict.fromkeys(sizes, 0)
    for _ in range(number if sizes else 0):
        best = max(sizes, key=lambda part: (sizes[part] / (2 * seats[part] + 1), -part))
        seats[best] += 1
    return seats


def _plain(text: str) -> str:
    """Letters and digits of ``text``: two lines with the same ones are one line said twice."""
    return "".join(filter(str.isalnum, text.casefold()))
