"""Tables of patterns: which comments laugh, weep, condemn, are ironic, or advertise."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from summarizer.data import rows
from summarizer.mood.comment_tokens import LONGEST
from summarizer.opinions import Pole

_DOUBTS: dict[Pole, tuple[str, ...]] = {
    "positive": ("doubts", "doubtful_praise", "insults"),
    "negative": ("doubts", "doubtful_blame", "insults"),
    "neutral": ("doubtful_neutral", "insults"),
}


_Rows = Sequence[tuple[Sequence[str], re.Pattern[str]]]
"""The literals one of which must be there, and the pattern."""


def laughs(texts: Sequence[str]) -> list[bool]:
    """Which hold laughter in any spelling: haha, jaja, kkk, ахах, ))), 草, ㅋㅋ, 😂."""
    return _found("laughter", texts)


def weeps(texts: Sequence[str]) -> list[bool]:
    """Which speak of tears, or show some: of sorrow or of joy."""
    return _found("tears", texts)


def without_tears(text: str) -> str:
    """``text`` without the words and faces that weep, in small letters."""
    small = text[:LONGEST].lower()
    for _, pattern in _rows("tears"):
        small = pattern.sub(" ", small)
    return small


def condemns(texts: Sequence[str]) -> list[bool]:
    """Which end in a verdict that leaves nothing open."""
    return _found("verdicts", texts)


def ironic(texts: Sequence[str]) -> list[bool]:
    """Which hold words, faces or scare quotes that often turn a remark round."""
    return _found("irony", texts)


def doubts(texts: Sequence[str], pole: Pole) -> list[int]:
    """For how many reasons a reader may not call each ``pole``.

    It means another one, or something else than the page.
    """
    found = (_found(table, texts) for table in _DOUBTS[pole])
    return [*map(sum, zip(*found, strict=True))]


def insults(text: str) -> bool:
    """Whether ``text`` abuses somebody who writes there, too."""
    return _found("insults", [text])[0]


def advertises(texts: Sequence[str]) -> list[bool]:
    """Which send the reader to a channel, a chat or easy money."""
    return _found("spam", texts)


def _found(table: str, texts: Sequence[str]) -> list[bool]:
    """Whether a pattern of the table is in each text.

    A pattern is only tried where one of its literals is there, once a text, and in none that
    another is found in. All texts are searched as one, and those in ASCII apart from others, since
    a string is searched fastest where letters are bytes.
    """
    small = [text[:LONGEST].lower() for text in texts]
    plain = [place for place, text in enumerate(small) if text.isascii()]
    others = [place for place, text in enumerate(small) if not text.isascii()]
    ascii_rows = [([word for word in words if word.isascii()], p) for words, p in _rows(table)]
    found = {*_matching(small, plain, ascii_rows), *_matching(small, others, _rows(table))}
    return [place in found for place in range(len(texts))]


def _matching(texts: Sequence[str], places: Sequence[int], table: _Rows) -> list[int]:
    """Those of ``places`` at which a pattern is in the text."""
    chosen = [texts[place] for place in places]
    whole, ends = "\n".join(chosen), [*accumulate(len(text) + 1 for text in chosen)]
    found: set[int] = set()
    for literals, pattern in table:
        holding = {number for one in literals for number in _holding(one, whole, ends)} - found
        found.update(number for number in holding if pattern.search(chosen[number]))
    return [places[number] for number in found]


def _holding(literal: str, whole: str, ends: Sequence[int]) -> Iterator[int]:
    """The numbers of the texts that hold ``literal``, of all that end at ``ends`` in ``whole``."""
    at = whole.find(literal)
    while at >= 0:
        number = bisect_right(ends, at)
        yield number
        at = whole.find(literal, ends[number])


@lru_cache(maxsize=16)
def _rows(table: str) -> _Rows:
    """The literals and the pattern of each line of a table."""
    return [(words.split(), re.compile(pattern)) for words, pattern in rows(table)]
