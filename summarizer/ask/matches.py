"""Where the terms of a question stand in a text, and how much each counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from summarizer.ask.index import Index
from summarizer.ask.synonyms import synonyms
from summarizer.ask.terms import terms_of
from summarizer.ask.words import (
    CONTENT,
    GRAMMAR,
    LITTLE,
    asks_whether,
    holds,
    price_terms,
    reporting_terms,
    weak_terms,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarizer.rank.matrix import Floats, Ints

MOST_TERMS = 40
"""Terms of a question that are looked for."""
FEW, MANY = 100, 500
"""Sentences up to which what was said of a thing is one of them, from which on a stretch."""
HALF = 0.5
MEANT = 0.45
"""How much a word of like meaning counts where the one that is asked for stands nowhere."""
PRICE = 0.7
"""How much a price stands for the word "cost"."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What m different terms of a question match in n sentences.

    ``order``: numbers of the terms as asked. ``kinds``: CONTENT, LITTLE or GRAMMAR, shape (m,);
    ``weights``: rarer terms count more, shape (m,). ``found``: 1 where the term itself stands, less
    where one nearly like it does; ``counts``: how often; ``spoken``: 1 where the speaker is called
    so; each m x n. ``places``: the words of the text that match each term. ``topic``: the weights
    of what is asked about, 0 for names of speakers and words that say little. ``stretch``: how far
    the question wants a stretch of the text rather than a sentence, 0 to 1. ``whether``: it wants
    a yes or no.
    """

    terms: tuple[str, ...]
    order: tuple[int, ...]
    kinds: Ints
    weights: Floats
    found: Floats
    counts: Floats
    spoken: Floats
    places: tuple[Ints, ...]
    topic: Floats
    stretch: float
    whether: bool

    @property
    def whole(self) -> float:
        """The weight of all that is asked about."""
        return float(self.topic.sum()) or 1.0

    @property
    def names(self) -> NDArray[np.bool_]:
        """Which terms are names of speakers, shape (m,)."""
        return _named(self.spoken)


def match(index: Index, question: str) -> Matches:
    """The Matches of ``question`` in a text."""
    import numpy as np

    prices = price_terms(question, index.language)
    asked = _asked(question, index.language, prices)
    terms = tuple(dict.fromkeys(asked))
    weak = weak_terms(index.language)
    kinds = np.array([weak.get(term, CONTENT) for term in terms], dtype=np.int64)
    found, counts, spoken, places = _stand(index, terms, kinds)
    for row in _rows_of(prices, terms):
        found[row] = np.maximum(found[row], PRICE * index.prices)
    weights = _weights(found, spoken)
    return Matches(
        terms,
        tuple(terms.index(term) for term in asked),
        kinds,
        weights,
        found,
        counts,
        spoken,
        tuple(places),
        _topic(kinds, weights, _named(spoken)),
        _stretch(index, question, terms),
        asks_whether(question, index.language),
    )


def _asked(question: str, language: str | None, prices: Sequence[str]) -> list[str]:
    """The terms of ``question`` in order; "how much is the bread" wants its "cost", too."""
    asked = terms_of([question], language)[0][:MOST_TERMS]
    named = not prices or bool(set(prices) & set(asked))
    return asked if named else [*asked, prices[0]]


def _rows_of(wanted: Sequence[str], terms: Sequence[str]) -> list[int]:
    return [row for row, term in enumerate(terms) if term in wanted]


def _stand(
    index: Index, terms: Sequence[str], kinds: Ints
) -> tuple[Floats, Floats, Floats, list[Ints]]:
    """Where the terms are found, how often, where a speaker is called so, and which words."""
    import numpy as np

    shape = len(terms), len(index.texts)
    found, counts, spoken = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    places = []
    for row, term in enumerate(terms):
        known = _alike(index, term, kinds[row])
        places.append(_fill(index, known, found[row], counts[row]))
        if term in index.names:
            spoken[row] = [term in speaker for speaker in index.speakers]
    return found, counts, spoken, places


def _alike(index: Index, term: str, kind: int) -> dict[str, float]:
    """The terms of the text that stand for ``term``, each with how much it counts."""
    if term in index.vocabulary:
        return {term: 1.0}
    if kind == GRAMMAR or term in index.names:
        return {}
    meant = synonyms(index.language).get(term, frozenset()) if kind == CONTENT else frozenset()
    known = sorted(meant & index.vocabulary.keys())
    return dict.fromkeys(known, MEANT) | index.spelling.near(term)


def _fill(index: Index, known: dict[str, float], found: Floats, counts: Floats) -> Ints:
    """Adds what the terms ``known`` match; returns the words that they are."""
    import numpy as np

    places = [np.zeros(0, dtype=np.int64)]
    for term, share in known.items():
        here = index.places(term)
        sentences = index.rows[here]
        found[sentences] = np.maximum(found[sentences], share)
        counts += share * np.bincount(sentences, minlength=len(counts))
        places.append(here)
    return np.concatenate(places)


def _weights(found: Floats, spoken: Floats) -> Floats:
    """How rare each term is: the logarithm of one by its share of the sentences, smoothed."""
    import numpy as np

    size = found.shape[1]
    written = (found > 0).sum(axis=1)
    often = np.where(written > 0, written, (spoken > 0).sum(axis=1))
    return np.asarray(np.log1p(size / (np.where(often > 0, often, 0.0) + 0.5)))


def _named(spoken: Floats) -> NDArray[np.bool_]:
    import numpy as np

    return np.asarray(spoken.max(axis=1, initial=0.0) > 0)


def _topic(kinds: Ints, weights: Floats, names: NDArray[np.bool_]) -> Floats:
    import numpy as np

    for kept in (kinds == CONTENT) & ~names, kinds == CONTENT, kinds == LITTLE:
        if kept.any():
            return np.where(kept, weights, 0.0)
    return np.zeros(len(weights))


def _stretch(index: Index, question: str, terms: Sequence[str]) -> float:
    """A way to do a thing takes a few sentences; in a long text, so does what was said of it."""
    way = HALF if holds(question, "asks way", index.language) else 0.0
    said = any(term in reporting_terms(index.language) or term in index.names for term in terms)
    long = log(max(len(index.texts), 1) / FEW) / log(MANY / FEW) if said else 0.0
    return max(way, min(long, 1.0))
