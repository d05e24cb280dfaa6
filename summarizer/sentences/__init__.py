"""Cues to sentences, with or without punctuation, each with the start of its cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from summarizer.language import detect
from summarizer.model import Cue, Sentence
from summarizer.sentences.flow import Turn, cut_flow, is_bare
from summarizer.sentences.marks import Piece, read_cues, turns_of
from summarizer.sentences.punctuation import MOST_STOPS, count_stops, cut_punctuated
from summarizer.sentences.sureness import Sureness

__all__ = ["Weighed", "as_read", "split_sentences", "weigh_sentences"]

PROBE = 100
"""Cues read to find the language."""
MOST_TAGGED = 75_000
"""Words of a page whose sentences a model finds, which takes time: eight hours of speech."""


class Weighed(NamedTuple):
    """A sentence that begins in cue number ``cue``, in a turn counted from 0.

    ``sureness`` is None where nothing is known of it.
    """

    sentence: Sentence
    cue: int
    turn: int
    sureness: Sureness | None


def as_read(cues: Sequence[Cue]) -> str:
    """What is said in ``cues``: joined by one blank, white space folded, sound marks left out.

    Each sentence is a piece of this text, letter for letter.
    """
    return " ".join(piece.text for piece in read_cues(cues))


def split_sentences(cues: Sequence[Cue], language: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of ``cues`` in order; ``language`` is an ISO 639-1 code, else detected.

    A sentence never holds the words of two speakers, and never begins or ends inside a word.
    """
    return tuple(weighed.sentence for weighed in weigh_sentences(cues, language))


def weigh_sentences(cues: Sequence[Cue], language: str | None = None) -> Iterator[Weighed]:
    """The sentences as split_sentences finds them, each with where it stands and how sure it is."""
    pieces = read_cues(cues)
    language = language or detect(" ".join(piece.text for piece in pieces[:PROBE]))
    bare, tagged = is_bare(pieces), _words(pieces) <= MOST_TAGGED
    index, stops = 0, MOST_STOPS
    for number, run in enumerate(turns_of(pieces)):
        turn = Turn(*_joined(run), run, language, bare, tagged, stops)
        stops = max(0, stops - count_stops(turn.text))
        for text, piece, sureness in _of_turn(turn):
            sentence = Sentence(index, text, piece.cue.start, piece.cue.speaker)
            yield Weighed(sentence, piece.number, number, sureness)
            index += 1


def _words(pieces: Sequence[Piece]) -> int:
    return len(pieces) + sum(piece.text.count(" ") for piece in pieces)


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    """The text of ``pieces``, and where each begins in it."""
    begins = accumulate((len(piece.text) + 1 for piece in pieces), initial=0)
    return " ".join([piece.text for piece in pieces]), list(begins)[:-1]


def _of_turn(turn: Turn) -> Iterator[tuple[str, Piece, Sureness | None]]:
    """The sentences of one speaker's turn, each with the piece that it begins in."""
    for span in cut_punctuated(turn.text, turn.language, turn.stops):
        for begin, end, sureness in cut_flow(turn, span):
            piece = turn.pieces[bisect_right(turn.begins, begin) - 1]
            yield turn.text[begin:end], piece, sureness
