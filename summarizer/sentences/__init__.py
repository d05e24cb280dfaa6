"""Cues to sentences, with or without punctuation, each with the start of its cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from summarizer.language import detect
from summarizer.model import Cue, Sentence
from summarizer.sentences.flow import cut_flow
from summarizer.sentences.marks import Piece, read_cues, turns_of
from summarizer.sentences.punctuation import cut_punctuated

__all__ = ["as_read", "locate_sentences", "split_sentences"]

PROBE = 100
"""Cues read to find the language."""


def as_read(cues: Sequence[Cue]) -> str:
    """What is said in ``cues``: joined by one blank, white space folded, sound marks left out.

    Each sentence is a piece of this text, letter for letter.
    """
    return " ".join(piece.text for piece in read_cues(cues))


def split_sentences(cues: Sequence[Cue], language: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of ``cues`` in order; ``language`` is an ISO 639-1 code, else detected.

    A sentence never holds the words of two speakers, and never begins or ends inside a word.
    """
    return tuple(sentence for sentence, _ in locate_sentences(cues, language))


def locate_sentences(
    cues: Sequence[Cue], language: str | None = None
) -> Iterator[tuple[Sentence, int]]:
    """The sentences as split_sentences finds them, each with the number of its first cue."""
    pieces = read_cues(cues)
    language = language or detect(" ".join(piece.text for piece in pieces[:PROBE]))
    found = (part for turn in turns_of(pieces) for part in _of_turn(turn, language))
    for i, (text, piece) in enumerate(found):
        yield Sentence(i, text, piece.cue.start, piece.cue.speaker), piece.number


def _of_turn(turn: Sequence[Piece], language: str | None) -> Iterator[tuple[str, Piece]]:
    """The sentences of one speaker's turn, each with the piece that it begins in."""
    text = " ".join(piece.text for piece in turn)
    begins = list(accumulate((len(piece.text) + 1 for piece in turn), initial=0))[:-1]
    for span in cut_punctuated(text, language):
        for begin, end in cut_flow(text, span, begins, turn, language):
            yield text[begin:end], turn[bisect_right(begins, begin) - 1]
