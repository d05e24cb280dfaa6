"""Which comments, or lines of a description, hold enough of a question to be shown under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.ask.index import index_of
from summarizer.ask.matches import Matches, match
from summarizer.ask.spelling import JOINED
from summarizer.ask.terms import terms_of
from summarizer.ask.words import generic_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARED = 2
"""Words of the question that a text holds, unless a name, or another word, is all that is asked."""
NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
NAME = re.compile(r"(?<=\S\s)[^\W\d_]*[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ]\w*|\w*\d\w*")
"""A word with a capital letter or a digit; the first word has its capital anyhow."""


def are_relevant(
    texts: tuple[str, ...], question: str, language: str | None, shared: int = SHARED
) -> NDArray[np.bool_]:
    """Which texts hold ``shared`` words of ``question``, or all there is; shape (n,).

    A name is enough only where nothing is asked of it.
    """
    import numpy as np

    index = index_of(texts, language)
    matches = match(index, question)
    asked = matches.topic > 0
    held = (matches.found >= JOINED) & asked[:, None]
    enough = held.sum(axis=0) >= min(shared, max(int(asked.sum()), 1))
    names = _names(matches, question, index.language)
    own = set(_own(matches, index.language))
    named = held[names].any(axis=0) if own <= set(names) else np.zeros(len(texts), dtype=np.bool_)
    return np.asarray(enough | named)


def _own(matches: Matches, language: str | None) -> list[int]:
    """Which terms say what is asked of a name."""
    generic = generic_terms(language)
    return [i for i, t in enumerate(matches.terms) if matches.topic[i] > 0 and t not in generic]


def _names(matches: Matches, question: str, language: str | None) -> list[int]:
    """Which terms of the question are names or numbers."""
    if language in NOUNS_HAVE_CAPITALS:
        return []
    names = set(terms_of([" ".join(NAME.findall(question))], language)[0])
    return [i for i, term in enumerate(matches.terms) if term in names]
