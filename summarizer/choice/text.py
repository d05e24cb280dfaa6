"""What a choice of sentences looks at: their words, who says them, and what the page calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.choice.phrases import Kind, kinds_of
from summarizer.rank.term_matrices import TermMatrices, count_terms
from summarizer.rank.tokens import words_of

if TYPE_CHECKING:
    from summarizer.rank.matrix import Ints


@dataclass(frozen=True, slots=True)
class Text:
    """n sentences in order, each with its words, its Kind and the number of its turn.

    ``sureness``: log-chances that a sentence begins and ends where each of them does, at most 0.
    ``asked``: the columns of ``terms.stems`` that title and description have.
    """

    sentences: Sequence[str]
    language: str | None
    words: Sequence[Sequence[str]]
    kinds: Sequence[Kind]
    turns: Sequence[int]
    sureness: Sequence[float]
    terms: TermMatrices
    asked: Ints


def read_text(
    sentences: Sequence[str],
    language: str | None,
    query: str = "",
    turns: Sequence[int] = (),
    sureness: Sequence[float] = (),
) -> Text:
    """The Text of ``sentences``; ``query`` is what the page says of itself, as its title does."""
    import numpy as np

    n = len(sentences)
    words = [words_of(sentence) for sentence in sentences]
    terms = count_terms([*sentences, query], language)
    own, last = terms.parted(n)
    return Text(
        sentences,
        language,
        words,
        kinds_of(sentences, language),
        turns or [0] * n,
        sureness or [0.0] * n,
        own,
        np.unique(last.stems.columns),
    )
