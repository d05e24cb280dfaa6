"""Pieces of speech without punctuation, joined where that makes them whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from summarizer.choice.phrases import stumbles
from summarizer.model import Sentence
from summarizer.sentences import Weighed
from summarizer.sentences.sureness import Sureness

TOGETHER = 3
"""Pieces of a span at most."""
SHORTEST, LONGEST = 7, 38
"""Words of a span that is shown."""
SURE, ENOUGH = 0.25, 5
"""The choice is among the surest spans: such a share of them, or so many times the number shown."""
STUMBLE = 0.3
"""What a filler, or a word said twice, takes from the score of a span."""
CERTAIN = None, Sureness()
"""The sureness of a piece that is not in doubt, or of which nothing is known."""


class Span(NamedTuple):
    """A sentence that may be shown; ``score`` is None where its ends are not in doubt."""

    sentence: Sentence
    score: float | None = None
    turn: int = 0


def spans_of(pieces: Sequence[Weighed]) -> list[Span]:
    """``pieces`` in order, those joined that make a sentence together.

    Nothing is joined across turns, chapters, or where nothing is known of the ends. A span has
    the index and the time of its first piece.
    """
    candidates = sorted(_candidates(pieces), key=lambda c: (-c[2], c[0], c[1]))
    taken: dict[int, tuple[int, float]] = {}
    free = [True] * len(pieces)
    for first, after, score in candidates:
        if all(free[first:after]):
            free[first:after] = [False] * (after - first)
            taken[first] = after, score
    return list(_in_order(pieces, free, taken))


def surest(spans: Sequence[Span], number: int) -> list[bool]:
    """Whether each of ``spans`` is sure enough to be among the ``number`` shown."""
    known = _surest_first(spans)
    most = max(ceil(SURE * len(known)), ENOUGH * number)
    unsure = set(known[most:])
    return [i not in unsure for i in range(len(spans))]


def _surest_first(spans: Sequence[Span]) -> list[int]:
    """The spans that are in doubt."""
    known = [(-span.score, i) for i, span in enumerate(spans) if span.score is not None]
    return [i for _, i in sorted(known)]


def _candidates(pieces: Sequence[Weighed]) -> Iterator[tuple[int, int, float]]:
    """First piece, piece after, score of each span that is unsure and may be shown."""
    words = [len(piece.sentence.text.split()) for piece in pieces]
    falters = [0 if p.sureness in CERTAIN else stumbles(p.sentence.text) for p in pieces]
    for first, piece in enumerate(pieces):
        sureness = piece.sureness
        for after in range(first + 1, min(first + TOGETHER, len(pieces)) + 1):
            if after > first + 1:
                sureness = _joined(pieces[after - 2], pieces[after - 1], sureness)
            if sureness is None or sureness in CERTAIN:
                break
            if SHORTEST <= sum(words[first:after]) <= LONGEST:
                yield first, after, sureness.score - STUMBLE * sum(falters[first:after])


def _joined(last: Weighed, piece: Weighed, sureness: Sureness | None) -> Sureness | None:
    """``sureness`` of a span that ends with ``last``, with ``piece`` too; None if it cannot."""
    if sureness is None or sureness.end == 1.0 or piece.sureness in CERTAIN:
        return None
    same = last.turn == piece.turn and last.sentence.chapter == piece.sentence.chapter
    if not same or piece.sureness is None:
        return None
    return sureness.joined(piece.sureness)


def _in_order(
    pieces: Sequence[Weighed], free: Sequence[bool], taken: dict[int, tuple[int, float]]
) -> Iterator[Span]:
    worst = min((score for _, score in taken.values()), default=0.0) - 1.0
    for i, piece in enumerate(pieces):
        if i in taken:
            after, score = taken[i]
            text = " ".join(p.sentence.text for p in pieces[i:after])
            yield Span(replace(piece.sentence, text=text), score, piece.turn)
        elif free[i]:
            yield Span(piece.sentence, None if piece.sureness in CERTAIN else worst, piece.turn)
