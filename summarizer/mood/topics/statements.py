"""Whether a comment says something of a topic, or only names it."""

from __future__ import annotations

import re
from functools import cache

from summarizer.data import rows
from summarizer.mood.questions import questions_in
from summarizer.mood.topics.uses import Use
from summarizer.rank.tokens import is_single, words_of

WORDS, CHARACTERS = range(6, 41), range(12, 121)
"""Words of a remark that says something and is read in passing; the same in a script without
blanks."""

CLAUSE = 4
"""Words of a clause, at least."""

_ASKS = frozenset("?？؟")
_END = re.compile(r"(?<=[.!…])\s+")


def states(use: Use, language: str | None) -> bool:
    """Whether a comment of a usual length states something of the words at ``place``.

    It asks nothing, and the sentence that holds them is a clause.
    """
    one, place = use
    text = one.comment.text
    if not _ASKS.isdisjoint(text) or questions_in(text):
        return False
    singles = len(one.words) if is_single(one.words[place.start][:1]) else 0
    if singles:
        return singles in CHARACTERS
    predicates = _predicates(one.comment.language or language or "en")
    return len(one.words) in WORDS and (not predicates or _is_clause(use, predicates))


def _is_clause(use: Use, predicates: frozenset[str]) -> bool:
    one, place = use
    named = {*one.words[place.start : place.stop]}
    for sentence in _END.split(one.comment.text):
        words = words_of(sentence, one.comment.language)
        if named.issubset(words):
            return len(words) >= CLAUSE and not predicates.isdisjoint(words)
    return False


@cache
def _predicates(language: str) -> frozenset[str]:
    """Words of ``language`` without which there is hardly a clause; none where none are known."""
    own = (row for row in rows("noun_signs") if row[0] == language)
    return frozenset(word for _, sign, words in own if sign == "states" for word in words.split())
