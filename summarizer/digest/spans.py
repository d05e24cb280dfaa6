"""Pieces of speech without punctuation, joined where that makes them whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from summarizer.choice.phrases import is_aside, requests, stumbles
from summarizer.model import Sentence
from summarizer.rank.tokens import words_of
from summarizer.sentences import Weighed
from summarizer.sentences.sureness import Sureness

TOGETHER = 3
"""Pieces of a span at most."""
SHORTEST, LONGEST = 7, 38
"""Words of a span that is shown."""
PARTED, MOST = 0.6, 60
"""The chance from which on spans that follow each other are shown apart; the words of some that
are shown as one."""
STUMBLE = 0.3
"""What a filler, or a word said twice, takes from the score of a span."""
CERTAIN = None, Sureness()
"""The sureness of a piece that is not in doubt, or of which nothing is known."""


class Span(NamedTuple):
    """A sentence that may be shown; ``score`` is None where its ends are not in doubt.

    ``begin``, ``end``: the chances that a sentence begins and ends where it does.
    """

    sentence: Sentence
    score: float | None = None
    turn: int = 0
    begin: float = 1.0
    end: float = 1.0


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


def as_shown(chosen: Iterable[tuple[int, Span]]) -> Iterator[Sentence]:
    """The sentences of ``chosen``, spans with their numbers, in order.

    Those that follow each other are one where it is in doubt whether a sentence ends between them:
    two halves of a sentence are no two sentences.
    """
    shown: Span | None = None
    expected = 0
    for number, span in chosen:
        joined = _shown_as_one(shown, span) if shown and number == expected else None
        if shown and not joined:
            yield shown.sentence
        shown, expected = joined or span, number + 1
    if shown:
        yield shown.sentence


def _shown_as_one(last: Span, span: Span) -> Span | None:
    """The two as one; None if they are shown apart."""
    text = f"{last.sentence.text} {span.sentence.text}"
    same = last.turn == span.turn and last.sentence.chapter == span.sentence.chapter
    if not same or last.end >= PARTED or len(text.split()) > MOST:
        return None
    return last._replace(sentence=replace(last.sentence, text=text), end=span.end)


def _candidates(pieces: Sequence[Weighed]) -> Iterator[tuple[int, int, float]]:
    """First piece, piece after, score of each span that is unsure and may be shown."""
    words = [len(piece.sentence.text.split()) for piece in pieces]
    falters = [0 if p.sureness in CERTAIN else stumbles(p.sentence.text) for p in pieces]
    aside = [p.sureness not in CERTAIN and _stands_apart(p.sentence.text) for p in pieces]
    for first, piece in enumerate(pieces):
        sureness = piece.sureness
        for after in range(first + 1, min(first + TOGETHER, len(pieces)) + 1):
            if after > first + 1:
                sureness = _joined(pieces[after - 2], pieces[after - 1], sureness)
            if sureness is None or sureness in CERTAIN or (aside[after - 1] and after > first + 1):
                break
            if SHORTEST <= sum(words[first:after]) <= LONGEST:
                yield first, after, sureness.score - STUMBLE * sum(falters[first:after])
            if aside[first]:
                break


def _stands_apart(text: str) -> bool:
    """Whether it is no part of what is told before or after it."""
    return is_aside(text) or requests(words_of(text))


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
            sentence = replace(piece.sentence, text=text)
            yield Span(sentence, score, piece.turn, *_ends(piece, pieces[after - 1]))
        elif free[i]:
            score_alone = None if piece.sureness in CERTAIN else worst
            yield Span(piece.sentence, score_alone, piece.turn, *_ends(piece, piece))


def _ends(first: Weighed, last: Weighed) -> tuple[float, float]:
    """The chances that a sentence begins with ``first``, and ends with ``last``."""
    return (first.sureness or Sureness()).begin, (last.sureness or Sureness()).end
