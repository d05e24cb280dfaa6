"""The language of a short comment, by the model that reads pages' language too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.data import rows
from summarizer.language import guess
from summarizer.language_names import is_named
from summarizer.mood.patterns import laughs

SURE = 0.4
"""Belief from which on a language is named: comments are short, and most are plain English."""


ENGLISH = 0.7
"""Belief from which on English is English: Hindi in Latin letters passes for it."""

_CODES = "ar bs de en es fr hi hr id it ml ms pt ru sh sr ta"

LEARNT = frozenset(_CODES.split())
"""Languages whose polarity was checked on comments labelled by hand."""

_READ = 80
"""Characters that are read."""

_SHORT = 20
"""Characters below which Latin letters are taken for Swedish or Finnish far too often."""

_ENOUGH = ((_SHORT, 0.9), (40, 0.8), (_READ, 0.6))
"""Belief in a language not learnt that shares its letters with one learnt, by characters read: in
a line or two of small talk English passes for Norwegian, and Russian for Bulgarian."""

_KIN = frozenset(("mk", "sl"))
"""Neighbours that share a learnt language's words of praise and scorn, and are taken for it."""

_OWN_LETTERS = re.compile("[\u0900-\u1dff\u2e80-\uffff]")
"""Scripts of few languages: nobody takes Korean for English."""


_TELLING = 2
"""Little words of a language that tell it."""


def tongue(words: Sequence[str]) -> str | None:
    """The ISO 639-1 code of the language of ``words``; None where it is not clear."""
    line = " ".join(word for word in words if word[0].isalpha()).lower()[:_READ]
    if not line:
        return None
    code, belief = guess(line)
    sure = belief >= SURE and (code in LEARNT | _KIN or _borne_out(line, code, belief))
    if not sure or (code == "en" and belief < ENGLISH):
        return _by_little_words(line) or (code if sure else None)
    return code


def _borne_out(line: str, code: str, belief: float) -> bool:
    """Whether ``line`` says enough for a language that was not learnt."""
    if _OWN_LETTERS.search(line):
        return True
    if len(line) < _SHORT and (line.isascii() or any(laughs([line]))):
        return False
    return is_named(code) and belief >= next((b for n, b in _ENOUGH if len(line) < n), SURE)


def _by_little_words(line: str) -> str | None:
    """The language whose little words stand in ``line``: Hindi under videos is mostly Latin."""
    words = set(line.split())
    found = {code: len(words & little) for code, little in _little_words().items()}
    best = max(found, key=lambda code: found[code])
    return best if found[best] >= _TELLING else None


@lru_cache(maxsize=1)
def _little_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in rows("little_words")}
