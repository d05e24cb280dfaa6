"""Which sentences say something that was not said already."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from summarizer.rank.tokens import is_single, stems, words_of
from summarizer.stop_words import stop_words

REPEATED = 0.4
"""Share of a sentence's content words from which on another one that has them says the same."""


def new_sentences(
    sentences: Iterable[str], said: Iterable[str], language: str | None = None
) -> tuple[str, ...]:
    """The first of ``sentences``, up to one that repeats another or a sentence that was ``said``.

    What follows a sentence that is left out may lean on it, so it is left out too.
    """
    known = [_content(text, language) for text in said]
    kept: list[str] = []
    for sentence in sentences:
        content = _content(sentence, language)
        repeated = (len(content & other) >= REPEATED * len(content) for other in known)
        if not content or any(repeated):
            break
        kept.append(sentence)
        known.append(content)
    return tuple(kept)


def _content(text: str, language: str | None) -> set[str]:
    """Stems of the words that say something; in a script without blanks, pairs of characters."""
    words = words_of(text, language)
    if sum(map(is_single, words)) > len(words) / 2:
        return {one + next_one for one, next_one in pairwise(words)}
    without = stop_words(language)
    return set(stems([word for word in words if word not in without], language))
