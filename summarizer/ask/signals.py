"""What speaks for a sentence as the answer to a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.ask.index import REACHES, Index
from summarizer.ask.matches import Matches
from summarizer.ask.windows import from_before, nearest, spread, sums
from summarizer.ask.words import CONTENT, GRAMMAR, KINDS, LITTLE, asks_way, wanted

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats, Ints

K1, B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza, 2009)."""
HALVES = dict(zip(REACHES, (2.0, 3.0, 5.0), strict=True))
"""The count of a term that is half of enough in a stretch."""
FADING = 2.0
"""Sentences over which a match nearby fades to 1/e."""


def signals_of(index: Index, matches: Matches, question: str) -> dict[str, Floats]:
    """Each signal by name: larger is better or worse, as its weight says; shape (n,)."""
    import numpy as np

    own = matches.topic @ matches.found / matches.whole
    around = _around(matches)
    return (
        _of_words(index, matches, own)
        | _of_neighbours(index, own)
        | around
        | _of_stretches(index, matches)
        | _of_pairs(index, matches)
        | _of_speakers(index, matches, around["within 16"])
        | _of_kinds(index, question, around["within 1"])
        | _of_sounds(index, matches)
        | {"step": index.steps if asks_way(question, index.language) else np.zeros(len(own))}
        | {"announces": index.announcements}
        | index.positions
    )


def _of_words(index: Index, matches: Matches, own: Floats) -> dict[str, Floats]:
    """How much of the question stands in the sentence itself."""
    import numpy as np

    largest = float(matches.weights.max(initial=1.0))
    lengths = (index.lengths + 1) / (index.usual + 1)
    often = matches.counts * (K1 + 1) / (matches.counts + K1 * (1 - B + B * lengths))
    aside = np.where(matches.topic > 0, 0.0, matches.weights) / largest
    return {
        "own": own,
        "bm25": matches.topic @ often / matches.whole,
        "little": aside * (matches.kinds == LITTLE) @ matches.found,
        "grammar": aside * (matches.kinds == GRAMMAR) @ matches.found,
        "rarest": (matches.topic[:, None] * matches.found).max(axis=0, initial=0.0) / largest,
    }


def _of_neighbours(index: Index, own: Floats) -> dict[str, Floats]:
    """How much of it stands in the sentences beside."""
    import numpy as np

    fading = np.exp(-np.abs(np.arange(-8, 9)) / FADING)
    return {
        "before": from_before(own),
        "fading": spread(own, fading),
        "after question": from_before(index.questions * own),
    }


def _around(matches: Matches) -> dict[str, Floats]:
    """How much of it stands at most so many sentences away."""
    asked = matches.topic > 0
    topic, found = matches.topic[asked], matches.found[asked]
    return {
        f"within {reach}": topic @ best / matches.whole for reach, best in nearest(found).items()
    }


def _of_stretches(index: Index, matches: Matches) -> dict[str, Floats]:
    """BM25 of the stretches around the sentence."""
    asked = matches.topic > 0
    topic, counts = matches.topic[asked], sums(matches.counts[asked], REACHES)
    usual = max(index.usual, 1.0)
    signals = {}
    for reach, half in HALVES.items():
        often = counts[reach]
        size = index.around[reach] / ((2 * reach + 1) * usual)
        share = often / (often + half * (0.3 + 0.7 * size))
        signals[f"stretch {reach}"] = topic @ share / matches.whole
    return signals


def _of_pairs(index: Index, matches: Matches) -> dict[str, Floats]:
    """Whether neighbouring terms of the question stand together."""
    import numpy as np

    content = [i for i in matches.order if matches.topic[i]]
    together = np.zeros(len(index.texts))
    for a, b in _pairs(content):
        least = min(matches.weights[a], matches.weights[b])
        together += least * np.minimum(matches.found[a], matches.found[b])
    adjacent = np.zeros(len(index.texts))
    for a, b in _pairs(matches.order):
        if matches.kinds[a] == GRAMMAR == matches.kinds[b]:
            continue
        # Of a sentence that is named twice the worth is added once.
        adjacent[_followed(index, matches, a, b)] += _worth(matches, a, b)
    return {"together": together / matches.whole, "adjacent": adjacent / matches.whole}


def _pairs(order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each two neighbours of ``order`` that differ."""
    return ((a, b) for a, b in pairwise(order) if a != b)


def _followed(index: Index, matches: Matches, a: int, b: int) -> Ints:
    """The sentences in which term ``b`` follows right after term ``a``; some more than once."""
    import numpy as np

    stands = np.zeros(len(index.rows) + 1, dtype=np.bool_)
    stands[matches.places[b]] = True
    after = matches.places[a] + 1
    return index.rows[after[stands[after]]]


def _worth(matches: Matches, a: int, b: int) -> float:
    """A pair with a weak word says half of what its other word does."""
    weights = float(matches.weights[a]), float(matches.weights[b])
    return min(weights) if matches.kinds[a] == CONTENT == matches.kinds[b] else max(weights) / 2


def _of_speakers(index: Index, matches: Matches, around: Floats) -> dict[str, Floats]:
    """Whether somebody speaks whom the question names."""
    import numpy as np

    names = matches.names
    if not names.any():
        nobody = np.zeros(len(index.texts))
        return {"speaker": nobody, "speaker in stretch": nobody, "speaker on topic": nobody}
    often = matches.spoken[names].sum(axis=1)
    weights = np.log1p(len(index.texts) / (often + 0.5))
    speaker = weights @ matches.spoken[names] / weights.sum()
    near = REACHES[0]
    shares = sums(speaker * index.lengths, [near])[near] / (index.around[near] + 1)
    return {"speaker": speaker, "speaker in stretch": shares, "speaker on topic": speaker * around}


def _of_kinds(index: Index, question: str, near: Floats) -> dict[str, Floats]:
    """Whether the sentence tells a number, a time, a name or a reason, where one is wanted."""
    import numpy as np

    kinds = wanted(question, index.language)
    nothing = np.zeros(len(index.texts))
    return {kind: near * index.tellings[kind] if kind in kinds else nothing for kind in KINDS}


def _of_sounds(index: Index, matches: Matches) -> dict[str, Floats]:
    """How much of the question stands there in words that only sound like its own."""
    import numpy as np

    size = len(index.texts)
    total = np.zeros(size)
    for row, term in enumerate(matches.terms):
        heard = index.spelling.heard(term) if matches.kinds[row] == CONTENT else []
        for known in heard:
            here = np.zeros(size)
            here[index.rows[index.places(known)]] = 1.0
            rarity = np.log1p(size / (here.sum() + 0.5))
            total += rarity * np.maximum(here - matches.found[row], 0.0)
    return {"sounds alike": total / matches.whole}
