"""Captions to what is said: sound marks and music notes dropped, changes of speaker kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.model import Cue
from summarizer.sentences.lists import first_of_items
from summarizer.sentences.sounds import without_notes

_NOTES = "♪♫♬🎵🎶"
_SUNG = re.compile(rf"[{_NOTES}][^{_NOTES}]*(?:[{_NOTES}]+|$)")
_TURN = re.compile(r"(?:>|&gt;){2,}:?|[♪♫♬🎵🎶]+|^\s*[-–—](?=\s)|(?<=[.!?…])\s[-–—](?=\s?[^\W\d_])")
_MAY_MARK = re.compile(r"[\[(（【*>&♪♫♬🎵🎶–—-]")
"""What each bracket and change of speaker begins with, or holds; most cues have none of it."""
_ANNOUNCED = (">>", ">&gt;", "&gt;>", "&gt;&gt;")
"""Ends of a cue in which the next one's speaker is announced."""
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[.!?。！？؟۔।…][\"'”’»」』)\]]*$")
MOSTLY, ALWAYS = 0.6, 0.9
"""Shares of the cues that make a habit of the page."""
SUNG = 0.2
"""Share of the cues with notes of music, above which a page is a song."""


class Piece(NamedTuple):
    """Words of cue number ``number``; ``turn``: a sentence begins here, whatever they say."""

    text: str
    cue: Cue
    number: int
    turn: bool = False


def read_cues(cues: Iterable[Cue]) -> list[Piece]:
    """What is said in ``cues``, white space folded; nothing where only sounds are noted."""
    pieces: list[Piece] = []
    announced = False
    cues = tuple(cues)
    is_song = _is_song(cues)
    for number, cue in enumerate(cues):
        announced = announced or cue.turn
        for text, marked in _said(cue.text if is_song else _SUNG.sub(" ", cue.text)):
            turn = marked or announced or not pieces or pieces[-1].cue.speaker != cue.speaker
            pieces.append(Piece(text, cue, number, turn))
            announced = False
        announced = announced or cue.text.rstrip().endswith(_ANNOUNCED)
    return _lines(_with_lists(pieces))


def turns_of(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Runs of ``pieces`` that begin with a turn."""
    begin = 0
    for i, piece in enumerate(pieces):
        if piece.turn and i > begin:
            yield pieces[begin:i]
            begin = i
    if pieces:
        yield pieces[begin:]


def _is_song(cues: Sequence[Cue]) -> bool:
    """Whether much of what is said is sung, so that it is what the video is about."""
    sung = sum(_SUNG.search(cue.text) is not None for cue in cues)
    return sung > SUNG * len(cues)


def _said(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a cue that hold words, each with whether a mark stands before it."""
    if not _MAY_MARK.search(text):
        yield from _words(text, marked=False)
        return
    text = without_notes(text)
    end = 0
    marked = False
    for mark in [*_TURN.finditer(text), None]:
        yield from _words(text[end : mark.start() if mark else None], marked=marked)
        if mark:
            end, marked = mark.end(), True


def _words(text: str, *, marked: bool) -> Iterator[tuple[str, bool]]:
    """``text`` with its white space folded, where it holds words."""
    part = " ".join(text.split())
    if any(map(str.isalnum, part)):
        yield part, marked


def _lines(pieces: list[Piece]) -> list[Piece]:
    """The same pieces; where the page writes one line a cue, as songs do, lines are turns."""
    if _one_a_cue(pieces) and _parted(pieces):
        return [p._replace(turn=p.turn or not p.text[0].islower()) for p in pieces]
    if _capital_lines(pieces):
        return [p._replace(turn=p.turn or p.text[0].isupper()) for p in pieces]
    return pieces


def _with_lists(pieces: list[Piece]) -> list[Piece]:
    """The same pieces; in what was written each item of a list is a turn, and what follows it."""
    if any(piece.cue.start is not None for piece in pieces):
        return pieces
    bulleted = [piece.turn for piece in pieces]
    begin = {*first_of_items([piece.text for piece in pieces], bulleted)}
    return [p._replace(turn=p.turn or i in begin) for i, p in enumerate(pieces)]


def _one_a_cue(pieces: Sequence[Piece]) -> bool:
    """Whether most cues end as sentences do, so that the others are headings."""
    ended = sum(_ENDS.search(piece.text[-4:]) is not None for piece in pieces)
    return ended > MOSTLY * len(pieces)


def _parted(pieces: Sequence[Piece]) -> bool:
    """Whether hardly any cue goes on with the one before: what has no end is a heading."""
    after = [b for a, b in pairwise(pieces) if not b.turn and not _ENDS.search(a.text[-4:])]
    return sum(piece.text[0].isupper() for piece in after) >= ALWAYS * len(after)


def _capital_lines(pieces: Sequence[Piece]) -> bool:
    """Whether capitals begin the lines and little else, and no line ends with a full stop."""
    inner = [word for p in pieces for word in p.text.split()[1:] if word[0].isalpha()]
    first = sum(p.text[0].isupper() for p in pieces)
    ended = sum(_ENDS.search(p.text[-4:]) is not None for p in pieces)
    capitals = sum(word[0].isupper() for word in inner)
    few = 1 - MOSTLY
    habits = first > MOSTLY * len(pieces), capitals < few * len(inner), ended < few * len(pieces)
    return all(habits)
