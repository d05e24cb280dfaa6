"""Words that stand side by side more than once, as those of a name do: none ends a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.stop_words import stop_words

OFTEN = 2
_MARKS = ".,;:!?…\"'“”’()[]"


def recurring(words: Sequence[str], language: str | None) -> Iterator[int]:
    """The number of each word that follows the one before it elsewhere, too; both have content."""
    known = stop_words(language)
    plain = [word.strip(_MARKS).lower() for word in words]
    said = [word.isalpha() and word not in known for word in plain]
    pairs = Counter(pairwise(plain))
    for i, pair in enumerate(pairwise(plain), 1):
        if said[i - 1] and said[i] and pairs[pair] >= OFTEN:
            yield i
