"""Words looked for in a page: what an index of it holds, and what is looked for in that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from summarizer.model import Page
from summarizer.rank.tokens import has_single, is_single, words_of

PREFIX = 3
"""Characters from which on a word also finds longer ones."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_JOINTS = str.maketrans("'’-", "   ")
QUOTES = '"“”„‟«»‹›'
_OPERATORS = re.compile(
    rf"[{QUOTES}*]|(?<!\S)[-+](?=\w)|(?<!\S)(?:AND|OR|NOT|NEAR)(?!\S)"
    "|[\u2600-\u27bf\U0001f000-\U0001faff]"
)
"""What other searches take for more than words, or that is no word at all: emoji."""


def index_terms(page: Page) -> str:
    """The distinct terms of all that a page says, a blank between them.

    Terms are words without case and accents; of scripts without blanks two neighbouring
    characters each, since a word there is seldom longer.
    """
    return " ".join(sorted(set(_terms("\n".join((*searched(page), page.channel or ""))))))


def query_terms(words: str) -> tuple[tuple[str, bool], ...]:
    """The terms that a page must have, each with whether the beginning of a longer one will do."""
    return tuple((term, is_prefix(term)) for term in dict.fromkeys(_terms(words, asked=True)))


def has_operators(words: str) -> bool:
    """Whether something in ``words`` is passed over, though it was perhaps meant."""
    return bool(_OPERATORS.search(words))


def searched(page: Page) -> list[str]:
    """All that a page says, none with a line end inside: a comment's author too, the title last."""
    spoken = [cue.text for cue in page.transcript]
    written = [f"{c.text} {c.author}" if c.author else c.text for c in page.comments]
    texts = [*spoken, *page.description.splitlines(), *written, page.title or ""]
    return [text.replace("\n", " ") for text in texts]


def is_prefix(term: str) -> bool:
    """Whether a word that only begins with the term is found by it."""
    return len(term) >= PREFIX or is_single(term)


def fold(text: str) -> str:
    """``text`` without case and accents, as many lines as before."""
    text = text.replace("_", " ")
    if text.isascii():
        return text.lower()
    return "\n".join(
        line.lower() if line.isascii() else _without_accents(line.casefold())
        for line in text.split("\n")
    )


def _terms(text: str, *, asked: bool = False) -> Iterator[str]:
    """The terms in order, repeated ones too; ``asked``: a last character is in a pair already."""
    words = words_of(fold(text).translate(_JOINTS))
    if not has_single(text):
        yield from words
        return
    yield from (word for word in words if not is_single(word))
    for one, other in pairwise([*words, ""]):
        if is_single(one) and is_single(other):
            yield one + other
        elif is_single(one) and not (asked and len(words) > 1):
            yield one


def _without_accents(text: str) -> str:
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)
