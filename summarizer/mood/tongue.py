"""The language of a short comment, by the model that reads pages' language too."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.language import guess

SURE = 0.4
"""Belief from which on a language is named: comments are short, and most are plain English."""


_CODES = "ar bs de en es fr hi hr id it ml ms pt ru sh sr ta"

LEARNT = frozenset(_CODES.split())
"""Languages whose polarity was checked on comments labelled by hand."""

_READ = 80
"""Characters that are read: as many as when the weights of polarity were fitted."""

_SHORT = 20
"""Characters below which Latin letters are taken for Swedish or Finnish far too often."""


def tongue(words: Sequence[str]) -> str | None:
    """The ISO 639-1 code of the language of ``words``; None where it is not clear."""
    line = " ".join(word for word in words if word[0].isalpha()).lower()
    if not line:
        return None
    code, belief = guess(line[:_READ])
    guessed = len(line) < _SHORT and line.isascii() and code not in LEARNT
    return code if belief >= SURE and not guessed else None
