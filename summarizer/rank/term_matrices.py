"""Sentences to the two matrices that all signals are read from: their stems and their pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.rank.matrix import Matrix, count
from summarizer.rank.tokens import is_single, stems, words_of
from summarizer.stop_words import stop_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from summarizer.rank.matrix import Floats, Ints


@dataclass(frozen=True, slots=True)
class TermMatrices:
    """What n sentences are made of.

    ``stems``: n x stems, counts of the words with content; two neighbouring characters stand for
    a word in a script without blanks. ``pairs``: n x pairs, counts of neighbouring words at least
    one of which has content. ``words`` and ``content``: how many of each, shape (n,).
    """

    stems: Matrix
    pairs: Matrix
    words: Floats
    content: Floats

    def parted(self, n: int) -> tuple[TermMatrices, TermMatrices]:
        """Those of the first ``n`` sentences, and of the others."""
        first, last = slice(None, n), slice(n, None)
        stems, pairs = self.stems.parted(n), self.pairs.parted(n)
        return (
            TermMatrices(stems[0], pairs[0], self.words[first], self.content[first]),
            TermMatrices(stems[1], pairs[1], self.words[last], self.content[last]),
        )


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a text, one after another: number in the vocabulary and sentence of each."""

    ids: Ints
    rows: Ints
    vocabulary: list[str]
    sentences: int


def count_terms(sentences: Sequence[str], language: str | None = None) -> TermMatrices:
    """The TermMatrices of ``sentences``."""
    return terms_of([words_of(sentence, language) for sentence in sentences], language)


def terms_of(words: Sequence[Sequence[str]], language: str | None = None) -> TermMatrices:
    """The TermMatrices of sentences by their ``words``, as words_of cuts them."""
    import numpy as np

    text = _numbered(words)
    content = _with_content(text, language)
    stemmed = _stems(text, content, language)
    return TermMatrices(
        stemmed,
        _pairs(text, content),
        np.bincount(text.rows, minlength=text.sentences).astype(np.float64),
        stemmed.row_sums(),
    )


def _numbered(listed: Sequence[Sequence[str]]) -> _Text:
    import numpy as np

    vocabulary = {word: i for i, word in enumerate(dict.fromkeys(chain.from_iterable(listed)))}
    lengths = np.fromiter(map(len, listed), np.int64, len(listed))
    flat = map(vocabulary.__getitem__, chain.from_iterable(listed))
    ids = np.fromiter(flat, np.int64, int(lengths.sum()))
    return _Text(ids, np.repeat(np.arange(len(listed)), lengths), list(vocabulary), len(listed))


def _with_content(text: _Text, language: str | None) -> NDArray[np.bool_]:
    """Which words of the vocabulary carry content."""
    import numpy as np

    stop = stop_words(language)
    flags = [_carries(word) and word not in stop for word in text.vocabulary]
    return np.array(flags, dtype=np.bool_)


def _carries(word: str) -> bool:
    """A single letter says nothing, a digit or a character of Chinese does."""
    return len(word) > 1 or word.isdigit() or is_single(word)


def _stems(text: _Text, content: NDArray[np.bool_], language: str | None) -> Matrix:
    import numpy as np

    stemmed = stems(text.vocabulary, language)
    numbers = {stem: i for i, stem in enumerate(dict.fromkeys(stemmed))}
    stem_of = np.array([numbers[stem] for stem in stemmed], dtype=np.int64)
    single = np.array([is_single(word) for word in text.vocabulary], dtype=np.bool_)
    whole = (content & ~single)[text.ids]
    rows, codes = _neighbours(text, content & single, both=True)
    columns = np.concatenate((stem_of[text.ids[whole]], len(numbers) + _dense(codes)))
    return count(np.concatenate((text.rows[whole], rows)), columns, text.sentences)


def _pairs(text: _Text, content: NDArray[np.bool_]) -> Matrix:
    rows, codes = _neighbours(text, content, both=False)
    return count(rows, _dense(codes), text.sentences)


def _neighbours(text: _Text, chosen: NDArray[np.bool_], *, both: bool) -> tuple[Ints, Ints]:
    """Sentence and code of each two neighbouring words one (or ``both``) of which is chosen."""
    left, right = text.ids[:-1], text.ids[1:]
    found = chosen[left] & chosen[right] if both else chosen[left] | chosen[right]
    found &= text.rows[:-1] == text.rows[1:]
    return text.rows[1:][found], (left * len(text.vocabulary) + right)[found]


def _dense(codes: Ints) -> Ints:
    """The same ``codes`` numbered from 0."""
    import numpy as np

    return np.unique(codes, return_inverse=True)[1].reshape(-1)
