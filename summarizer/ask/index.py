"""What is kept of a text between questions: where each term stands, who speaks, what it tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.ask.bounded_cache import bounded_cache
from summarizer.ask.spelling import Spelling
from summarizer.ask.terms import terms_of
from summarizer.ask.windows import sums
from summarizer.ask.words import KINDS, announces, tells, tells_price, tells_step
from summarizer.choice.phrases import asks
from summarizer.language import detect

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats, Ints

PROBE = 100
"""Sentences read to find the language."""
REACHES = (5, 12, 30)
"""Sentences on each side that make a stretch."""
SHORT = 4
"""Terms under which a sentence is a fragment."""
EDGE = 2.0
"""Sentences over which a beginning, where all is announced, and an end fade to 1/e."""
_LABEL = re.compile(r"([^\W\d_][^\n:：.!?()\[\]]{0,40})[:：]\s*(?=\S)")
_NOTE = ("(", "[")
"""What a note, which nobody speaks, begins with."""


@dataclass(frozen=True)
class Index:
    """``texts``: n sentences without their speakers. ``rows``: the sentence of each word.

    ``order`` sorts the words by term, and ``begins`` says where each term begins in it.
    ``lengths`` are in terms, shape (n,); ``speakers`` are the terms of who speaks each sentence.
    """

    language: str | None
    texts: tuple[str, ...]
    vocabulary: dict[str, int]
    rows: Ints
    order: Ints
    begins: Ints
    lengths: Floats
    speakers: tuple[frozenset[str], ...]

    def places(self, term: str) -> Ints:
        """The numbers of the words that are ``term``, in order."""
        number = self.vocabulary[term]
        return self.order[self.begins[number] : self.begins[number + 1]]

    @cached_property
    def spelling(self) -> Spelling:
        """Finds terms that are nearly written as another one."""
        return Spelling(self.vocabulary)

    @cached_property
    def names(self) -> Counter[str]:
        """How many sentences are spoken by somebody whose name holds the term."""
        return Counter(term for terms in self.speakers for term in terms)

    @cached_property
    def questions(self) -> Floats:
        """1 for each sentence that asks, else 0; shape (n,)."""
        import numpy as np

        return np.array([asks(text) for text in self.texts], dtype=np.float64)

    @cached_property
    def announcements(self) -> Floats:
        """1 for each sentence that only says that something follows, else 0; shape (n,)."""
        import numpy as np

        found = [announces(text, self.language) for text in self.texts]
        return np.array(found, dtype=np.float64)

    @cached_property
    def steps(self) -> Floats:
        """1 for each sentence that begins by telling what to do, else 0; shape (n,)."""
        import numpy as np

        found = [tells_step(text, self.language) for text in self.texts]
        return np.array(found, dtype=np.float64)

    @cached_property
    def prices(self) -> Floats:
        """1 for each sentence that tells what a thing costs, else 0; shape (n,)."""
        import numpy as np

        return np.array([tells_price(text, self.language) for text in self.texts], dtype=np.float64)

    @cached_property
    def tellings(self) -> dict[str, Floats]:
        """Kind of answer -> 1 for each sentence that tells such a thing, else 0; shape (n,)."""
        import numpy as np

        found = [tells(text, self.language) for text in self.texts]
        return {kind: np.array([kind in f for f in found], dtype=np.float64) for kind in KINDS}

    @cached_property
    def usual(self) -> float:
        """The mean length of a sentence, in terms."""
        return float(self.lengths.mean())

    @cached_property
    def around(self) -> dict[int, Floats]:
        """Reach -> the terms in the stretch of so many sentences on each side; shape (n,)."""
        return sums(self.lengths, REACHES)

    @cached_property
    def positions(self) -> dict[str, Floats]:
        """What speaks for a sentence whatever is asked: how long it is, where it stands."""
        import numpy as np

        at = np.arange(len(self.texts))
        return {
            "length": np.log1p(self.lengths) / 4,
            "short": (self.lengths < SHORT).astype(np.float64),
            "first": np.exp(-at / EDGE),
            "last": np.exp(-at[::-1] / EDGE),
        }


@bounded_cache()
def index_of(sentences: tuple[str, ...], language: str | None) -> Index:
    """The Index of ``sentences``; it is kept while it is among the last and they are not too many.

    All texts kept have at most 20,000 sentences, some 20 MB of index: see `bounded_cache`.
    """
    import numpy as np

    language = language or detect(" ".join(sentences[:PROBE]))
    labels, texts = _parted(sentences)
    listed = terms_of(texts, language)
    vocabulary = {t: i for i, t in enumerate(dict.fromkeys(t for ts in listed for t in ts))}
    words = np.array([vocabulary[t] for ts in listed for t in ts], dtype=np.int64)
    lengths = np.array([len(ts) for ts in listed], dtype=np.int64)
    order = np.argsort(words, kind="stable")
    return Index(
        language,
        texts,
        vocabulary,
        rows=np.repeat(np.arange(len(listed)), lengths),
        order=order,
        begins=np.searchsorted(words[order], np.arange(len(vocabulary) + 1)),
        lengths=lengths.astype(np.float64),
        speakers=_speakers(labels, texts, language),
    )


def _parted(sentences: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The label of who speaks in front of each sentence, "" for none, and what is said."""
    matches = [_LABEL.match(sentence) for sentence in sentences]
    often = Counter(match[1] for match in matches if match)
    labels = [match[1] if match and often[match[1]] > 1 else "" for match in matches]
    texts = tuple(
        sentence[match.end() :] if label and match else sentence
        for sentence, match, label in zip(sentences, matches, labels, strict=True)
    )
    return labels, texts


def _speakers(
    labels: Sequence[str], texts: Sequence[str], language: str | None
) -> tuple[frozenset[str], ...]:
    """The terms of the name of who speaks each sentence, up to the next label."""
    named = dict(zip(labels, map(frozenset, terms_of(labels, language)), strict=True))
    speakers: list[frozenset[str]] = []
    for label, text in zip(labels, texts, strict=True):
        if label:
            speakers.append(named[label])
        elif text.startswith(_NOTE) or not speakers:
            speakers.append(frozenset())
        else:
            speakers.append(speakers[-1])
    return tuple(speakers)
