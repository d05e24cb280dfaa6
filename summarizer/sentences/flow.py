"""Words without punctuation to pieces that read as sentences.

Where a model was trained on the language it says where sentences begin; silences and marks are
added. Else the cuts are the best of all by cue words, silences, and the length sentences have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.rank.tokens import UNSPACED
from summarizer.sentences.bare import lacks_stops
from summarizer.sentences.by_length import best_cuts
from summarizer.sentences.evidence import beginnings
from summarizer.sentences.marks import Piece
from summarizer.sentences.pairs import recurring
from summarizer.sentences.pauses import silences
from summarizer.sentences.punctuation import MOST_STOPS, Span
from summarizer.sentences.sureness import Sureness, chance
from summarizer.sentences.tagger import knows, tagged

LONG, A_COMMA, LONGEST = 40, 10, 100
"""Words of a sentence that needs no cut: more with each comma, up to the longest."""
LONG_BARE = 8
"""The same in a text without full stops."""
SEVERAL = 5
"""Pieces that make a habit."""
CUT, CUT_OF = 0.15, {"fr": 0.5, "pt": 0.5}
"""The log-odds from which on a cut is made: of most languages, and of those that are named."""
RATHER_LONG, LENIENCE = 45, 1.35
"""Words of a piece that is cut at log-odds lower by so much."""
TOO_LONG, SHORTEST = 60, 4
"""Words of a piece that is cut where it is likeliest, and of what may be cut off it."""
PAUSE, SILENT, A_SECOND, LONGEST_PAUSE = 0.5, 1.8, 0.5, 3.0
"""Seconds of silence that count; log-odds of one, and of each second up to the last that counts."""
STOP, COMMA, RECURS = 4.0, -0.5, -1.0
"""Log-odds after a word with a full stop, with a comma, and between two that recur as a pair."""
AT_CUE, A_PAUSE = 0.3, 1.0
"""The way by length: log-odds between cues, and seconds of silence that do not count."""
AT_ONCE = 100_000
"""Words that are cut at a time: eleven hours of speech, the rest only when it is asked for."""
CHARACTERS = 1.5
"""Characters that make a word in a script without blanks."""

_TOKEN = re.compile(r"\[\s?_+\s?\]|\S+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_COMMA = re.compile("[,;:，、；：،]")
_STOP = re.compile(r"[.!?…。！？؟۔।]+[\"'”’»)\]]*$")
_COMMAS = (",", ";", ":")


class Turn(NamedTuple):
    """The words of one speaker: ``text`` is that of ``pieces``, which begin at ``begins``."""

    text: str
    begins: Sequence[int]
    pieces: Sequence[Piece]
    language: str | None
    bare: bool
    """Whether the whole page lacks punctuation."""
    tagged: bool = True
    """Whether the page is short enough for the model."""
    stops: int = MOST_STOPS
    """Full stops that may still be looked at."""


class Part(NamedTuple):
    """Begin and end in the text of a turn; how sure that this is a sentence, None if unknown."""

    begin: int
    end: int
    sureness: Sureness | None = Sureness()


def is_bare(pieces: Sequence[Piece]) -> bool:
    """Whether the page that ``pieces`` are of lacks punctuation."""
    return len(pieces) >= SEVERAL and lacks_stops(piece.text for piece in pieces)


def cut_flow(turn: Turn, span: Span) -> Iterator[Part]:
    """``span`` of the turn's text as it is, or cut where it is too long for its punctuation."""
    part = turn.text[slice(*span)]
    if part.isascii() and part.count(" ") < LONG_BARE:
        yield Part(*span)
        return
    tokens = [m.span() for m in _TOKEN.finditer(turn.text, *span)]
    sizes = _sizes(turn.text, tokens) if _UNSPACED.search(part) else [1] * len(tokens)
    known = turn.tagged and knows(turn.language)
    if sum(sizes) <= _enough(part, bare=turn.bare and known):
        yield Part(*span)
    elif known:
        yield from _by_model(turn, tokens)
    else:
        yield from _by_length(turn, tokens, sizes)


def _enough(part: str, *, bare: bool) -> int:
    """Words that need no cut."""
    if bare:
        return LONG_BARE
    return min(LONGEST, LONG + A_COMMA * len(_COMMA.findall(part)))


def _sizes(text: str, tokens: Sequence[Span]) -> list[int]:
    characters = (len(_UNSPACED.findall(text[begin:end])) for begin, end in tokens)
    return [max(1, round(number / CHARACTERS)) for number in characters]


def _by_model(turn: Turn, tokens: Sequence[Span]) -> Iterator[Part]:
    words = [turn.text[begin:end] for begin, end in tokens]
    odds: list[float] = tagged(words, turn.language or "").tolist()
    silent = silences(turn.begins, turn.pieces)
    for i, (begin, _) in enumerate(tokens[1:], 1):
        odds[i] += _silence(silent.get(begin, 0.0)) + _mark(words[i - 1])
    for i in recurring(words, turn.language):
        odds[i] += RECURS
    chances = [1.0, *map(chance, odds[1:]), 1.0]
    cuts = _cuts(odds, CUT_OF.get(turn.language or "", CUT))
    for first, after in pairwise(cuts):
        inside = max(chances[first + 1 : after], default=0.0)
        sureness = Sureness(chances[first], chances[after], inside)
        yield Part(tokens[first][0], tokens[after - 1][1], sureness)


def _silence(seconds: float) -> float:
    """The log-odds that ``seconds`` of silence add."""
    return SILENT + A_SECOND * min(seconds, LONGEST_PAUSE) if seconds > PAUSE else 0.0


def _mark(word: str) -> float:
    """The log-odds that the marks after ``word`` add."""
    if word[-1].isalnum():
        return 0.0
    if _STOP.search(word):
        return STOP
    return COMMA if word.endswith(_COMMAS) else 0.0


def _cuts(odds: Sequence[float], least: float) -> list[int]:
    """The first words of pieces, and the number of words."""
    cuts = [0, *(i for i in range(1, len(odds)) if odds[i] >= least), len(odds)]
    found = [0]
    for first, after in pairwise(cuts):
        found += [*_shortened(odds, first, after, least - LENIENCE), after]
    return found


def _shortened(odds: Sequence[float], first: int, after: int, likely: float) -> list[int]:
    """Where a piece of many words is cut, in order: where it is likeliest, then its parts.

    The likeliest places of all come first: a part need not be looked through for each of its cuts.
    """
    size = after - first
    if size <= RATHER_LONG:
        return []
    is_cut = bytearray(size + 1)
    is_cut[0] = is_cut[size] = 1
    inner = range(SHORTEST, size - SHORTEST + 1)
    for i in sorted(inner, key=lambda i: -odds[first + i]):
        begin = max(is_cut.rfind(1, max(0, i - TOO_LONG), i), i - TOO_LONG)
        end = is_cut.find(1, i, i + TOO_LONG) % (i + TOO_LONG + 1)
        most = RATHER_LONG if odds[first + i] >= likely else TOO_LONG
        if end - begin > most and begin + SHORTEST <= i <= end - SHORTEST:
            is_cut[i] = 1
    return [first + i for i in inner if is_cut[i]]


def _by_length(turn: Turn, tokens: Sequence[Span], sizes: Sequence[int]) -> Iterator[Part]:
    for at in range(0, len(tokens), AT_ONCE):
        yield from _best_parts(turn, tokens[at : at + AT_ONCE], sizes[at : at + AT_ONCE])


def _best_parts(turn: Turn, tokens: Sequence[Span], sizes: Sequence[int]) -> Iterator[Part]:
    odds = beginnings([turn.text[begin:end] for begin, end in tokens], turn.language)
    silent = silences(turn.begins, turn.pieces)
    cues = dict.fromkeys(turn.begins if not silent else (), AT_CUE)
    cues |= {b: AT_CUE + min(LONGEST_PAUSE, max(0.0, s - A_PAUSE)) for b, s in silent.items()}
    scores = [o + cues.get(begin, 0.0) for o, (begin, _) in zip(odds, tokens, strict=True)]
    for first, after in best_cuts(scores, sizes):
        yield Part(tokens[first][0], tokens[after - 1][1], None)
