"""What a choice of sentences looks at: their words, who says them, and what the page calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.choice.phrases import Kind, kinds_of
from summarizer.rank.term_matrices import TermMatrices, terms_of
from summarizer.rank.tokens import ELIDING, is_single, words_of

if TYPE_CHECKING:
    from summarizer.rank.matrix import Floats, Ints

CHARACTERS_A_WORD = 1.7
"""Of a script without blanks."""
PROBE = 50
"""Sentences that show which script it is."""


@dataclass(frozen=True, slots=True)
class Text:
    """n sentences in order, each with its words, its Kind and the number of its turn.

    ``sureness``: log-chances that a sentence begins and ends where each of them does, at most 0;
    ``begins``, ``ends``: the chances of either alone.
    ``asked``: the columns of ``terms.stems`` that ``title`` and description have.
    """

    sentences: Sequence[str]
    language: str | None
    words: Sequence[Sequence[str]]
    kinds: Sequence[Kind]
    turns: Sequence[int]
    sureness: Sequence[float]
    begins: Sequence[float]
    ends: Sequence[float]
    terms: TermMatrices
    asked: Ints
    title: str = ""

    def lengths(self) -> Floats:
        """Words of each sentence, at least 1; in a script without blanks a guess."""
        import numpy as np

        counts = np.array([max(1, len(words)) for words in self.words], dtype=np.float64)
        first = [word for words in self.words[:PROBE] for word in words]
        unspaced = 2 * sum(map(is_single, first)) > len(first)
        return counts / CHARACTERS_A_WORD if unspaced else counts


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
    eliding = language in ELIDING
    cut = [words_of(sentence, language) for sentence in sentences] if eliding else words
    terms = terms_of([*cut, words_of(query, language)], language)
    own, last = terms.parted(n)
    return Text(
        sentences,
        language,
        words,
        kinds_of(sentences, language, words, [sure < 0 for sure in sureness]),
        turns or [0] * n,
        sureness or [0.0] * n,
        [1.0] * n,
        [1.0] * n,
        own,
        np.unique(last.stems.columns),
        query.partition("\n")[0],
    )
