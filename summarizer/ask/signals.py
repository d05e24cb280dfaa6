"""What speaks for a sentence as the answer to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.ask.index import Index
from summarizer.ask.matches import CONTENT, GRAMMAR, LITTLE, Matches, pairs_of
from summarizer.ask.words import KINDS, wanted

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats

K1, B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza, 2009)."""
REACHES = {5: 2.0, 12: 3.0, 30: 5.0}
"""Sentences on each side that make a stretch, and the count of a term that is half of enough."""
FADING = 2.0
"""Sentences over which a match nearby fades to 1/e."""
SHORT = 4
"""Terms under which a sentence is a fragment."""
EDGE = 2.0
"""Sentences over which a beginning, where all is announced, and an end fade to 1/e."""


def signals_of(index: Index, matches: Matches, question: str) -> dict[str, Floats]:
    """Each signal by name: larger is better or worse, as its weight says; shape (n,)."""
    own = matches.topic @ matches.found / matches.whole
    return (
        _of_words(index, matches, own)
        | _of_neighbours(index, matches, own)
        | _of_pairs(index, matches)
        | _of_speakers(index, matches)
        | _of_kinds(index, question, _within(matches, 1))
        | _of_places(index)
    )


def _of_words(index: Index, matches: Matches, own: Floats) -> dict[str, Floats]:
    """How much of the question stands in the sentence itself."""
    import numpy as np

    largest = float(matches.weights.max(initial=1.0))
    lengths = (index.lengths + 1) / (index.lengths.mean() + 1)
    often = matches.counts * (K1 + 1) / (matches.counts + K1 * (1 - B + B * lengths))
    aside = np.where(matches.topic > 0, 0.0, matches.weights) / largest
    return {
        "own": own,
        "bm25": matches.topic @ often / matches.whole,
        "little": aside * (matches.kinds == LITTLE) @ matches.found,
        "grammar": aside * (matches.kinds == GRAMMAR) @ matches.found,
        "rarest": (matches.topic[:, None] * matches.found).max(axis=0, initial=0.0) / largest,
    }


def _of_neighbours(index: Index, matches: Matches, own: Floats) -> dict[str, Floats]:
    """How much of it stands around the sentence."""
    import numpy as np

    reach = np.arange(-8, 9)
    fading = np.exp(-np.abs(reach) / FADING)
    signals = {
        "before": _moved(own, 1),
        "fading": _spread(own, fading),
        "after question": _moved(index.questions * own, 1),
        "within 1": _within(matches, 1),
        "within 2": _within(matches, 2),
        "within 16": _within(matches, 16),
    }
    for size, half in REACHES.items():
        signals[f"stretch {size}"] = _stretch(index, matches, size, half)
    return signals


def _of_pairs(index: Index, matches: Matches) -> dict[str, Floats]:
    """Whether neighbouring terms of the question stand together."""
    import numpy as np

    content = [i for i in matches.order if matches.topic[i]]
    together = np.zeros(len(index.texts))
    for a, b in pairs_of(content):
        least = min(matches.weights[a], matches.weights[b])
        together += least * np.minimum(matches.found[a], matches.found[b])
    adjacent = np.zeros(len(index.texts))
    for a, b in pairs_of(matches.order):
        if matches.kinds[a] == GRAMMAR == matches.kinds[b]:
            continue
        both = np.intersect1d(matches.places[a] + 1, matches.places[b])
        adjacent[np.unique(index.rows[both])] += _worth(matches, a, b)
    return {"together": together / matches.whole, "adjacent": adjacent / matches.whole}


def _worth(matches: Matches, a: int, b: int) -> float:
    """A pair with a weak word says half of what its other word does."""
    weights = float(matches.weights[a]), float(matches.weights[b])
    return min(weights) if matches.kinds[a] == CONTENT == matches.kinds[b] else max(weights) / 2


def _of_speakers(index: Index, matches: Matches) -> dict[str, Floats]:
    """Whether somebody speaks whom the question names."""
    import numpy as np

    names = matches.names
    if not names.any():
        nobody = np.zeros(len(index.texts))
        return {"speaker": nobody, "speaker in stretch": nobody, "speaker on topic": nobody}
    often = matches.spoken[names].sum(axis=1)
    weights = np.log1p(len(index.texts) / (often + 0.5))
    speaker = weights @ matches.spoken[names] / weights.sum()
    shares = _sums(speaker * index.lengths, 5) / (_sums(index.lengths, 5) + 1)
    on_topic = speaker * _within(matches, 16)
    return {"speaker": speaker, "speaker in stretch": shares, "speaker on topic": on_topic}


def _of_kinds(index: Index, question: str, near: Floats) -> dict[str, Floats]:
    """Whether the sentence tells a number, a time, a name or a reason, where one is wanted."""
    import numpy as np

    kinds = wanted(question, index.language)
    nothing = np.zeros(len(index.texts))
    return {kind: near * index.tellings[kind] if kind in kinds else nothing for kind in KINDS}


def _of_places(index: Index) -> dict[str, Floats]:
    import numpy as np

    at = np.arange(len(index.texts))
    return {
        "length": np.log1p(index.lengths) / 4,
        "short": (index.lengths < SHORT).astype(np.float64),
        "first": np.exp(-at / EDGE),
        "last": np.exp(-at[::-1] / EDGE),
    }


def _within(matches: Matches, reach: int) -> Floats:
    """How much of the question stands at most ``reach`` (a power of 2) sentences away."""
    import numpy as np

    best, step, done = matches.found, 1, 0
    while done < reach:
        best = np.maximum(best, np.maximum(_moved(best, step), _moved(best, -step)))
        done += step
        step = done
    return np.asarray(matches.topic @ best / matches.whole)


def _stretch(index: Index, matches: Matches, reach: int, half: float) -> Floats:
    """BM25 of the stretch of ``reach`` sentences on each side."""
    import numpy as np

    often = _sums(matches.counts, reach)
    size = _sums(index.lengths, reach) / ((2 * reach + 1) * max(float(index.lengths.mean()), 1.0))
    return np.asarray(matches.topic @ (often / (often + half * (0.3 + 0.7 * size))) / matches.whole)


def _sums(values: Floats, reach: int) -> Floats:
    """The sum over ``reach`` neighbours on each side, along the last axis."""
    import numpy as np

    sums = np.cumsum(np.pad(values, [(0, 0)] * (values.ndim - 1) + [(1, 0)]), axis=-1)
    at = np.arange(values.shape[-1])
    high, low = np.minimum(at + reach + 1, len(at)), np.maximum(at - reach, 0)
    return np.asarray(sums[..., high] - sums[..., low])


def _spread(values: Floats, shares: Floats) -> Floats:
    """Each value shared with its neighbours."""
    import numpy as np

    half = len(shares) // 2
    return np.asarray(np.convolve(values, shares)[half : half + len(values)])


def _moved(values: Floats, by: int) -> Floats:
    """``values`` moved ``by`` places along the last axis, 0 where nothing stood."""
    import numpy as np

    moved = np.zeros_like(values)
    if abs(by) >= values.shape[-1]:
        return moved
    if by > 0:
        moved[..., by:] = values[..., :-by]
    else:
        moved[..., :by] = values[..., -by:]
    return moved
