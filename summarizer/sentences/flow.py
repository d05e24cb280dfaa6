"""Words without punctuation to pieces that read as sentences.

The cuts are the best of all by what stands around each word, by the pauses between cues, and by
the length that sentences have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from summarizer.rank.tokens import UNSPACED
from summarizer.sentences.evidence import beginnings
from summarizer.sentences.marks import Piece
from summarizer.sentences.punctuation import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONG, A_COMMA, LONGEST = 40, 10, 100
"""Words of a sentence that needs no cut: more with each comma, up to the longest."""
USUAL, NARROW = 15.0, 6.0
"""Words of a spoken sentence; cost of a piece e times as long or short, times two."""
MOST = 50
"""Words of a piece at most, where blanks allow it."""
EAGER = 1.5
"""Added to all log-odds: speech was trained on whole sentences, readers like shorter ones."""
AT_CUE = 0.3
"""Log-odds that speak for a cut between two cues, without a pause."""
PAUSE, LONGEST_PAUSE = 1.0, 3.0
"""Seconds of silence that do not count, and log-odds of a long silence."""
CHARACTERS = 1.5
"""Characters that make a word in a script without blanks."""

_TOKEN = re.compile(r"\S+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_COMMA = re.compile("[,;:，、；：،]")


class _Flow(NamedTuple):
    """The tokens of a span: begin and end in the text, and size in words."""

    spans: list[Span]
    sizes: list[int]


def cut_flow(
    text: str, span: Span, begins: Sequence[int], pieces: Sequence[Piece], language: str | None
) -> Iterator[Span]:
    """``span`` of ``text`` as it is, or cut where it is too long for its punctuation.

    ``begins`` says where each of ``pieces`` begins in ``text``.
    """
    part = text[slice(*span)]
    if len(part) <= LONG or (part.count(" ") < LONG and not _UNSPACED.search(part)):
        yield span
        return
    flow = _tokens(part, span[0])
    if sum(flow.sizes) <= min(LONGEST, LONG + A_COMMA * len(_COMMA.findall(part))):
        yield span
        return
    odds = beginnings([text[begin:end] for begin, end in flow.spans], language)
    cues = _at_cues(begins, pieces)
    scores = [
        o + EAGER + cues.get(begin, 0.0) for o, (begin, _) in zip(odds, flow.spans, strict=True)
    ]
    for first, after in _best_cuts(scores, flow.sizes):
        yield flow.spans[first][0], flow.spans[after - 1][1]


def _tokens(part: str, offset: int) -> _Flow:
    spans = [(offset + m.start(), offset + m.end()) for m in _TOKEN.finditer(part)]
    unspaced = _UNSPACED.search(part) is not None
    sizes = [_size(part[b - offset : e - offset]) if unspaced else 1 for b, e in spans]
    return _Flow(spans, sizes)


def _size(token: str) -> int:
    characters = len(_UNSPACED.findall(token))
    return max(1, round(characters / CHARACTERS))


def _at_cues(begins: Sequence[int], pieces: Sequence[Piece]) -> dict[int, float]:
    """What speaks for a cut where a cue begins: more, the longer the silence before it."""
    starts = [piece.cue.start for piece in pieces]
    steps = [
        (b - a, len(piece.text))
        for a, b, piece in zip(starts, starts[1:], pieces, strict=False)
        if a is not None and b is not None
    ]
    if len(steps) < len(pieces) - 1 or not steps:
        return dict.fromkeys(begins, AT_CUE)
    pace = median(seconds / size for seconds, size in steps)
    silences = (max(0.0, seconds - pace * size - PAUSE) for seconds, size in steps)
    return {
        begin: AT_CUE + min(LONGEST_PAUSE, silence)
        for begin, silence in zip(begins[1:], silences, strict=True)
    }


def _best_cuts(scores: Sequence[float], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """The pieces (first token, token after) of the highest sum, found by dynamic programming."""
    import numpy as np

    ends = np.concatenate(([0], np.cumsum(sizes)))
    cost = _cost(max(MOST, *sizes))
    best = np.zeros(len(sizes) + 1)
    back = [0] * (len(sizes) + 1)
    gains = _exact(np.asarray(scores))
    i = 0
    for j in range(1, len(ends)):
        while i < j - 1 and ends[j] - ends[i] > MOST:
            i += 1
        values = best[i:j] + gains[i:j] - cost[ends[j] - ends[i:j]]
        pick = int(values.argmax())
        best[j], back[j] = values[pick], i + pick
    return _followed(back)


def _cost(longest: int) -> NDArray[np.float64]:
    """The cost of a piece by its size in words."""
    import numpy as np

    sizes = np.maximum(np.arange(longest + 1), 1)
    return _exact(NARROW * np.log(sizes / USUAL) ** 2)


def _exact(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """``values`` in 1024ths, whose sums no machine needs to round."""
    import numpy as np

    return np.asarray(np.round(values * 1024) / 1024)


def _followed(back: Sequence[int]) -> list[tuple[int, int]]:
    pieces = []
    end = len(back) - 1
    while end > 0:
        pieces.append((back[end], end))
        end = back[end]
    return pieces[::-1]
