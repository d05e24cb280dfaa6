"""Captions that say all twice, in two languages: one is kept, for sentences are of one language."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby
from typing import NamedTuple

from summarizer.captions.speakers import Line, Spoken
from summarizer.language import detect

_PAIRS = 0.7
"""Share of times with two lines, from which on these may be two languages."""

_FEWEST, _TWO = 4, 2
_SAMPLE = 60


class Kept(NamedTuple):
    """What is read, and the code of the language that is left out."""

    blocks: Spoken
    left: str | None = None


def one_language(blocks: Spoken) -> Kept:
    """``blocks`` with the first language of two, all of them where they have one."""
    times = groupby(blocks, key=lambda block: block[0])
    merged = [(start, [*chain.from_iterable(x for _, x in some)]) for start, some in times]
    pairs = [lines for _, lines in merged if len(lines) == _TWO]
    said = sum(1 for _, lines in merged if lines)
    if len(pairs) < _FEWEST or len(pairs) < _PAIRS * said:
        return Kept(blocks)
    first, second = _language(pairs, 0), _language(pairs, 1)
    if not first or not second or first == second:
        return Kept(blocks)
    kept = [(start, lines[:1] if len(lines) == _TWO else lines) for start, lines in merged]
    return Kept(kept, second)


def _language(pairs: Sequence[Sequence[Line]], at: int) -> str | None:
    """The language of the first or the second lines, if it is that of most one by one, too."""
    texts = [pair[at].text for pair in pairs[:_SAMPLE]]
    code = detect(" ".join(texts))
    alike = sum(detect(text) == code for text in texts)
    return code if 2 * alike > len(texts) else None
