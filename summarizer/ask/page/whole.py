"""Whether a passage holds all that is asked: then it answers, though a question has few words."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.ask.index import Index
from summarizer.ask.matches import MEANT
from summarizer.ask.page.asked import Asked
from summarizer.ask.page.direct import tells_wanted
from summarizer.ask.words import asks_whether, tells, wanted
from summarizer.choice.phrases import asks

ENOUGH = 2
"""Terms that a passage holds at least where any sentence could be the answer."""
STRANGE, STRANGE_TO_MEASURE = 0.25, 0.5
"""The share of what is asked that may be missing; the larger beside a number with a unit."""


def holds_all(index: Index, asked: Asked, title: frozenset[str], passage: range) -> bool:
    """Whether sentences side by side hold what is asked; ``title``: terms of what all is about."""
    content = set(asked.content)
    held = {term for term in content if _stands(asked, term, passage)}
    left = content - held - title
    everywhere = range(len(index.texts))
    if asked.measures and all(_stands(asked, term, everywhere) for term in left):
        return bool(held) and len(left) <= STRANGE_TO_MEASURE * len(content)
    if left:
        return len(held) >= ENOUGH and len(left) <= STRANGE * len(content)
    named = wanted(asked.question, index.language) or asks_whether(asked.question, index.language)
    return len(held) >= (1 if named else ENOUGH)


def tells_kinds(asked: Asked, texts: Sequence[str], language: str | None) -> bool:
    """Whether ``texts`` tell each kind of answer that is wanted; a reason has often no word."""
    if asked.measures:
        return tells_wanted(asked, texts, language)
    told = frozenset[str]().union(*(tells(text, language) for text in texts if not asks(text)))
    return wanted(asked.question, language) - {"reason"} <= told


def _stands(asked: Asked, term: str, passage: range) -> bool:
    """Whether a term, or one of like meaning, stands in a passage."""
    row = asked.matches.terms.index(term)
    found = asked.matches.found[row, passage.start : passage.stop]
    return bool(found.max(initial=0.0) >= MEANT)
