"""How much texts have in common: cosines of their words, and of the words' runs of letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.rank.matrix import Matrix, count
from summarizer.rank.tokens import is_single, stemmer, words_of
from summarizer.stop_words import stop_words

if TYPE_CHECKING:
    from summarizer.mood.points.linkage import Wholes

READ = 600
"""Characters of a text that are read."""

RUNS = (2, 3, 4)
"""Letters in a run, which never leaves its word; its edges count as letters."""

ONE_TOPIC, MANY_TOPICS = 0.64, 0.54
"""Share of the texts with the commonest word: a debate on one question has more than the first,
comments on a video less than the second."""

WORDS_WEIGH, CUT = (0.15, 0.5), (0.24, 0.12)
"""What words weigh beside runs, and the similarity from which on texts make one point, where there
are many topics, and one: found on pages and debates that were grouped by hand."""

_FINE = 1024
"""Steps in a weight from 0 to 1, so that sums of products are exact even in 32 bits."""

_BLOCK = 2048
"""Columns that are multiplied at once."""


class Similarities(NamedTuple):
    """The similarity of each pair of texts, shape (texts, texts), and where to cut."""

    shares: Wholes
    cut: float


def similarities(texts: Sequence[str], language: str | None) -> Similarities:
    """What ``texts`` have in common."""
    words = [_content(text[:READ], language) for text in texts]
    stem_words = stemmer(language)
    by_stem = _counts(words, lru_cache(maxsize=50_000)(lambda word: stem_words([word])))
    topics = _topics(by_stem, len(texts))
    weigh, cut = (many + (one - many) * topics for many, one in (WORDS_WEIGH, CUT))
    share = round(weigh * _FINE)
    cosines = share * _cosines(by_stem) + (_FINE - share) * _cosines(_counts(words, _runs))
    return Similarities(cosines, cut * _FINE**3)


def _content(text: str, language: str | None) -> list[str]:
    """The words that say something; in a script without blanks, pairs of characters."""
    words = words_of(text, language)
    if sum(map(is_single, words)) > len(words) / 2:
        return [one + other for one, other in pairwise(words)]
    without = stop_words(language or "en", comments=True)
    return [word for word in words if word not in without]


def _topics(by_stem: Matrix, texts: int) -> float:
    """From 0, where the texts speak of many things, to 1, where all speak of one."""
    import numpy as np

    commonest = np.bincount(by_stem.columns).max(initial=0) / texts
    return float(np.clip((commonest - MANY_TOPICS) / (ONE_TOPIC - MANY_TOPICS), 0, 1))


def _counts(words: Sequence[Sequence[str]], terms: Callable[[str], Sequence[str]]) -> Matrix:
    """How often each text has each of the ``terms`` of its words."""
    import numpy as np

    places: dict[str, int] = {}
    known: dict[str, list[int]] = {}
    for word in chain.from_iterable(words):
        if word not in known:
            known[word] = [places.setdefault(term, len(places)) for term in terms(word)]
    columns = [list(chain.from_iterable(known[word] for word in text)) for text in words]
    rows = np.repeat(np.arange(len(words)), [len(text) for text in columns])
    return count(rows, np.array([*chain.from_iterable(columns)], np.int64), len(words))


def _runs(word: str) -> list[str]:
    edged = f" {word} "
    return [edged[i : i + size] for size in RUNS for i in range(len(edged) - size + 1)]


def _cosines(counts: Matrix) -> Wholes:
    """The cosine of each pair of rows by TF-IDF, in steps of `_FINE` squared."""
    import numpy as np

    common = np.bincount(counts.columns, minlength=counts.width)
    rarity = np.log((1 + counts.height) / (1 + common)) + 1
    weighed = counts.with_values((1 + np.log(counts.values)) * rarity[counts.columns]).unit_rows()
    shared = common[weighed.columns] > 1
    rows, values = weighed.rows[shared], np.round(weighed.values[shared] * _FINE)
    _, columns = np.unique(weighed.columns[shared], return_inverse=True)
    products = np.zeros((counts.height, counts.height))
    for begin in range(0, int(columns.max(initial=-1)) + 1, _BLOCK):
        inside = (columns >= begin) & (columns < begin + _BLOCK)
        block = np.zeros((counts.height, _BLOCK), np.float32)
        block[rows[inside], columns[inside] - begin] = values[inside]
        products += block @ block.T
    return products
