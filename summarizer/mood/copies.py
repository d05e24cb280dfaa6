"""Which comments are copies of one another, a few words or signs changed.

Two texts are copies when they share enough of their runs of three letters (Broder, "On the
Resemblance and Containment of Documents", 1997). MinHash finds the pairs that may, in linear time;
the share itself decides. `tools/measure_copies.py` prints how many copies are found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from summarizer.rank.tokens import UNSPACED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint32]

ALIKE = 0.6
"""Jaccard index from which on two texts are copies."""

FEWEST_WORDS, FEWEST_SINGLES = 5, 10
"""Words, or characters of a script without blanks, under which two people write the same by chance
("Love it!" they do); the longer of two that are not quite the same has one more."""

LONGEST_REMARK = 8
"""Words of a short remark, its signs and what is said twice among them."""

T = TypeVar("T")

READ = 500
"""Characters that are compared."""

SIZE = 3
BANDS, ROWS = 16, 2
"""Pairs with an index of 0.6 meet in one of the bands 99 times of 100, with 0.1 once in 7."""

COMPARED = 3
"""Texts after it in its bucket that a text is compared with: a bucket may hold thousands."""

AGREEING = 14
"""Of the 32 least hashes those in which likely copies agree: at 0.6 it is 19, give or take 3."""

_HIDDEN = re.compile(r"[^\w\s]|_")
_SINGLE = re.compile(f"[{UNSPACED}]")
_ODD = 0x85EBCA6B


def first_of_copies(texts: Sequence[str]) -> list[int]:
    """For each text the place of the first one that it is a copy of; its own where it is none."""
    folded = each_once(_fold, texts)
    first: dict[str, int] = {}
    same = [first.setdefault(text, i) if _is_long(text) else i for i, text in enumerate(folded)]
    different = [i for i, place in enumerate(same) if i == place and _is_long(folded[i])]
    groups = _groups([folded[i] for i in different])
    found = {place: different[group] for place, group in zip(different, groups, strict=True)}
    return [found.get(place, place) for place in same]


def each_once(read: Callable[[str], T], texts: Sequence[str]) -> list[T]:
    """What ``read`` makes of each of ``texts``; equal ones, as short remarks are, are read once."""
    known = {text: read(text) for text in dict.fromkeys(texts)}
    return [known[text] for text in texts]


def wording_of(text: str) -> str:
    """What copies that differ only in case, blanks, emoji and marks have in common."""
    return _fold(text)


def remark_of(text: str) -> str:
    """What remains of a short remark when case, signs, marks and words said twice do not count.

    "" where there are only signs, and of a longer text, which copies are found of otherwise.
    """
    if len(text) > READ or text.count(" ") >= LONGEST_REMARK:
        return ""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    words = [word for word, _ in groupby(_fold(plain).split())]
    return " ".join(words)


def _fold(text: str) -> str:
    """Small letters, digits and single blanks, nothing that is only seen or not seen at all."""
    return " ".join(_HIDDEN.sub("", text[:READ]).lower().split())


def _is_long(folded: str, more: int = 0) -> bool:
    if folded.count(" ") + 1 >= FEWEST_WORDS + more:
        return True
    return not folded.isascii() and len(_SINGLE.findall(folded)) >= FEWEST_SINGLES + more


def _groups(folded: Sequence[str]) -> list[int]:
    """For each of some texts the first of its group."""
    firsts = list(range(len(folded)))
    runs = lru_cache(maxsize=5000)(lambda place: _runs(folded[place]))
    long = [_is_long(text, 1) for text in folded]
    for one, other in _likely_pairs(_least_hashes(folded)) if folded else ():
        a, b = sorted((_root(firsts, one), _root(firsts, other)))
        if a != b and long[one] | long[other] and _alike(runs(one), runs(other)):
            firsts[b] = a
    return [_root(firsts, place) for place in range(len(firsts))]


def _root(firsts: list[int], place: int) -> int:
    """The first of the group that ``place`` is in."""
    while firsts[place] != place:
        firsts[place] = firsts[firsts[place]]
        place = firsts[place]
    return place


def _runs(folded: str) -> frozenset[str]:
    return frozenset(folded[i : i + SIZE] for i in range(len(folded) - SIZE + 1))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= ALIKE * (len(one) + len(other) - shared)


def _likely_pairs(rows: Hashes) -> list[tuple[int, int]]:
    """Pairs of texts that meet in a band, and agree in as many rows as copies do."""
    import numpy as np

    texts = rows.shape[1]
    met = [np.zeros(0, np.int64)]
    for band in range(0, len(rows), ROWS):
        keys = rows[band] ^ (rows[band + 1] * _ODD)
        order = np.argsort(keys, kind="stable")
        for step in range(1, COMPARED + 1):
            same = keys[order[step:]] == keys[order[:-step]]
            met.append(order[:-step][same] * texts + order[step:][same])
    pairs = np.sort(np.concatenate(met))
    one, other = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], texts)
    agreeing = sum((row[one] == row[other]).astype(np.int64) for row in rows)
    likely = agreeing >= AGREEING
    pairs = np.stack((one[likely], other[likely]), axis=1)
    return [(a, b) for a, b in pairs.tolist()]


def _least_hashes(folded: Sequence[str]) -> Hashes:
    """The least hash of each text's runs under many orders; shape (orders, texts)."""
    import numpy as np

    codes = np.frombuffer("".join(folded).encode("utf-32-le", "replace"), "<u4")
    ends = np.cumsum([len(text) for text in folded])
    begins = np.concatenate(([0], ends[:-1]))
    runs = np.zeros_like(codes)
    runs[:-2] = (codes[:-2] * _ODD + codes[1:-1]) * _ODD + codes[2:]
    for last in range(1, SIZE):  # what would run over the end of a text repeats its last run
        runs[ends - last] = runs[ends - SIZE]
    least = np.empty((BANDS * ROWS, len(folded)), np.uint32)
    mixed, shifted = np.empty_like(runs), np.empty_like(runs)
    for order, row in enumerate(least):
        _mix(runs, order, mixed, shifted)
        np.minimum.reduceat(mixed, begins, out=row)
    return least


def _mix(runs: Hashes, order: int, mixed: Hashes, shifted: Hashes) -> None:
    """Write another order of ``runs`` into ``mixed``; ``shifted`` is room to do it in."""
    import numpy as np

    np.multiply(runs, np.uint32((2 * order + 1) * 0x9E3779B1 & 0xFFFFFFFF), out=mixed)
    np.right_shift(mixed, np.uint32(15), out=shifted)
    np.bitwise_xor(mixed, shifted, out=mixed)
    np.multiply(mixed, np.uint32(0x846CA68B), out=mixed)
    np.right_shift(mixed, np.uint32(16), out=shifted)
    np.bitwise_xor(mixed, shifted, out=mixed)
