"""Which comments, or lines of a description, hold enough of a question to be shown under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.ask.index import index_of
from summarizer.ask.matches import Matches, match
from summarizer.ask.spelling import JOINED
from summarizer.ask.terms import terms_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARED = 2
"""Words of the question that a text holds, unless it holds a name or all that is asked."""
NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
NAME = re.compile(r"(?<=\S\s)[^\W\d_]*[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ]\w*|\w*\d\w*")
"""A word with a capital letter or a digit; the first word has its capital anyhow."""


def are_relevant(
    texts: tuple[str, ...], question: str, language: str | None, shared: int = SHARED
) -> NDArray[np.bool_]:
    """Which texts hold ``shared`` words of ``question``, a name, or all there is; shape (n,)."""
    import numpy as np

    index = index_of(texts, language)
    matches = match(index, question)
    asked = matches.topic > 0
    held = (matches.found >= JOINED) & asked[:, None]
    enough = held.sum(axis=0) >= min(shared, max(int(asked.sum()), 1))
    named = held[_names(matches, question, index.language)].any(axis=0)
    return np.asarray(enough | named)


def _names(matches: Matches, question: str, language: str | None) -> list[int]:
    """Which terms of the question are names or numbers."""
    if language in NOUNS_HAVE_CAPITALS:
        return []
    names = set(terms_of([" ".join(NAME.findall(question))], language)[0])
    return [i for i, term in enumerate(matches.terms) if term in names]
