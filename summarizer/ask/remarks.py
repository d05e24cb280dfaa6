"""Comments that speak of what a question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.ask.index import Index, index_of
from summarizer.ask.matches import Matches, match
from summarizer.ask.ranking import find_answers
from summarizer.ask.spelling import JOINED
from summarizer.ask.terms import terms_of
from summarizer.choice.phrases import asks
from summarizer.model import Comment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 2
LONGEST = 280
"""Characters of a comment that is short enough to be quoted."""
LOOKED_AT = 10
"""The best answers among the comments, of which some may share too little with the question."""
SURE = 0.5
"""The score from which on a comment is shown."""
SHARED = 2
"""Words of the question that a comment holds, unless it holds a name or all that is asked."""
NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
_NAME = re.compile(r"(?<=\S\s)[^\W\d_]*[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ]\w*|\w*\d\w*")
"""A word with a capital letter or a digit; the first word has its capital anyhow."""


def remarks_on(
    comments: Sequence[Comment], question: str, language: str | None
) -> tuple[Comment, ...]:
    """Up to `MOST` of ``comments`` that answer ``question`` or speak of what it asks."""
    short = [c for c in comments if len(c.text) <= LONGEST and not asks(c.text)]
    texts = tuple(" ".join(comment.text.split()) for comment in short)
    found = find_answers(texts, question, language, most=LOOKED_AT)
    if not found:
        return ()
    speaking = _speaking(index_of(texts, language), question)
    chosen = [short[a.index] for a in found if a.score >= SURE and speaking[a.index]]
    return tuple(chosen[:MOST])


def _speaking(index: Index, question: str) -> NDArray[np.bool_]:
    """Which texts hold enough of what is asked: two words, a name, or all there is; shape (n,)."""
    import numpy as np

    matches = match(index, question)
    asked = matches.topic > 0
    held = (matches.found >= JOINED) & asked[:, None]
    enough = held.sum(axis=0) >= min(SHARED, int(asked.sum()))
    named = held[_names(matches, question, index.language)].any(axis=0)
    return np.asarray(enough | named)


def _names(matches: Matches, question: str, language: str | None) -> list[int]:
    """Which terms of the question are names or numbers."""
    if language in NOUNS_HAVE_CAPITALS:
        return []
    names = set(terms_of([" ".join(_NAME.findall(question))], language)[0])
    return [i for i, term in enumerate(matches.terms) if term in names]
