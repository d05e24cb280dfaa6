"""Comments that speak of what a question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.ask.bounded_cache import bounded_cache
from summarizer.ask.page.foreign import language_of
from summarizer.ask.page.relevance import NAME, are_relevant
from summarizer.ask.ranking import rank_answers
from summarizer.ask.words import without_asking
from summarizer.choice.phrases import asks
from summarizer.model import Comment

MOST = 2
LONGEST = 280
"""Characters of a comment that is short enough to be quoted."""
LOOKED_AT = 10
"""The best answers among the comments, of which some may share too little with the question."""
SURE = 0.45
"""The score from which on a comment is shown."""
SHORTEST_NAME = 4
"""Characters of an author's name that is looked for without its "@"."""
_AUTHOR = re.compile(r"[\w.-]*\w")
_WORD = re.compile(r"\w+")


def comments_on(
    comments: Sequence[Comment], question: str, language: str | None, asked_in: str | None = None
) -> tuple[Comment, ...]:
    """Up to `MOST` of ``comments`` that answer ``question`` or speak of what it asks.

    Those that ask themselves only where no other does. ``asked_in`` is the language of the question
    where it is not the page's: a comment in another one may only share a name or a number with it.
    """
    short = [c for c in comments if len(c.text) <= LONGEST]
    telling = tuple(c for c in short if not asks(c.text))
    question = without_asking(question, asked_in or language)
    return _best(telling, question, language, asked_in) or _best(
        tuple(c for c in short if asks(c.text)), question, language, asked_in
    )


def comments_by(
    comments: Sequence[Comment], question: str, language: str | None
) -> tuple[Comment, ...]:
    """Up to `MOST` comments, most liked first, of the author whom ``question`` names, if any."""
    words = set(_AUTHOR.findall(question.casefold()))
    said = without_asking(question, language) != question
    names = {c.author: c.author.casefold().removeprefix("@") for c in comments if c.author}
    named = {
        author
        for author, name in names.items()
        if name in words
        and (f"@{name}" in question.casefold() or (said and len(name) >= SHORTEST_NAME))
    }
    own = [c for c in comments if c.author in named and len(c.text) <= LONGEST]
    return tuple(sorted(own, key=lambda c: -(c.likes or 0))[:MOST])


def _best(
    comments: tuple[Comment, ...], question: str, language: str | None, asked_in: str | None
) -> tuple[Comment, ...]:
    wanted, names = asked_in or language, {n.casefold() for n in NAME.findall(question)}
    readable = [
        comment
        for comment, code in zip(comments, _languages(comments), strict=True)
        if code == wanted
        or (code is None and not asked_in)
        or not names.isdisjoint(_WORD.findall(comment.text.casefold()))
    ]
    texts = tuple(" ".join(comment.text.split()) for comment in readable)
    found = [i for i, s in rank_answers(texts, question, wanted)[:LOOKED_AT] if s >= SURE]
    if not found:
        return ()
    relevant = are_relevant(texts, question, wanted)
    return tuple(readable[i] for i in found if relevant[i])[:MOST]


@bounded_cache()
def _languages(comments: tuple[Comment, ...]) -> tuple[str | None, ...]:
    """The language of each comment; None where it is not clear."""
    return tuple(language_of(comment.text) for comment in comments)
