"""The language of a short comment, by the model that finds the language of pages too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from summarizer.data import rows
from summarizer.language import guess
from summarizer.language_names import is_named
from summarizer.mood.patterns import laughs

SUPPORTED = frozenset({
    "ar", "bs", "de", "en", "es", "fr", "hi", "hr", "id", "it", "ml", "ms", "pt", "ru", "sh", "sr",
    "ta",
})  # fmt: skip
"""Languages whose polarity was checked on comments labelled by hand."""

SURE = 0.4
"""Belief from which on a language is named: comments are short, and most are plain English."""

LEAST = 0.3
"""Belief under which the model need not say what it believes."""

SURE_OF_ENGLISH = 0.7
"""Belief from which on English is English: Hindi in Latin letters passes for it."""

READ = 80
"""Characters that are read."""

SHORT = 20
"""Characters below which Latin letters are taken for Swedish or Finnish far too often."""

_SURE_OF_OTHERS = ((SHORT, 0.9), (40, 0.8), (READ, 0.6))
"""Belief in a language not supported that shares its letters with one that is, by characters read:
in a line or two of small talk English passes for Norwegian, and Russian for Bulgarian."""

_NEIGHBOURS = frozenset(("mk", "sl"))
"""Languages that share a supported one's words of praise and scorn, and are taken for it."""

_TELLABLE = SUPPORTED | _NEIGHBOURS
"""What is named on such belief; others have to be borne out."""

_OWN_SCRIPT = re.compile("[\u0900-\u1dff\u2e80-\uffff]")
"""Scripts of few languages: nobody takes Korean for English."""

_FEWEST = 2
"""Function words of a language that tell it."""

_FEWEST_ENGLISH, _SHARE_ENGLISH = 2, 0.2
"""Words that English has alone, and their share of all, which tell it: of 7,600 comments so told
the model takes 68 for something else, Nigerian Pidgin and plain English mostly."""


def comment_language(tokens: Sequence[str]) -> str | None:
    """The ISO 639-1 code of the language of ``tokens``; None where it is not clear."""
    line = " ".join([token for token in tokens[:READ] if token[0].isalpha()]).lower()[:READ]
    if not line:
        return None
    if _is_plain_english(line):
        return "en"
    code, belief = guess(line, LEAST)
    sure = belief >= SURE and (code in _TELLABLE or _borne_out(line, code, belief))
    if not sure or (code == "en" and belief < SURE_OF_ENGLISH):
        return _by_function_words(line) or (code if sure else None)
    return code


def _is_plain_english(line: str) -> bool:
    """Whether enough words stand in ``line`` that English alone has: no model need be asked."""
    english, others = _telling_words()
    words = line.split()
    found = len(english.intersection(words)) if line.isascii() else 0
    enough = found >= max(_FEWEST_ENGLISH, _SHARE_ENGLISH * len(words))
    return enough and others.isdisjoint(words)


@lru_cache(maxsize=1)
def _telling_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that only English has, and those of languages that are mixed with it."""
    english = (words.split() for (words,) in rows("plain_english"))
    return frozenset(chain.from_iterable(english)), frozenset().union(*_function_words().values())


def has_own_script(line: str) -> bool:
    """Whether ``line`` is in a script of few languages, which a single word tells."""
    return not line.isascii() and _OWN_SCRIPT.search(line) is not None


def _borne_out(line: str, code: str, belief: float) -> bool:
    """Whether ``line`` says enough for a language that is not supported."""
    if has_own_script(line):
        return True
    if len(line) < SHORT and (line.isascii() or any(laughs([line]))):
        return False
    return is_named(code) and belief >= next((b for n, b in _SURE_OF_OTHERS if len(line) < n), SURE)


def _by_function_words(line: str) -> str | None:
    """The language whose function words stand in ``line``: Hindi under videos is mostly Latin."""
    words = set(line.split())
    if len(words) < _FEWEST:
        return None
    found = {code: len(words & own) for code, own in _function_words().items()}
    best = max(found, key=lambda code: found[code])
    return best if found[best] >= _FEWEST else None


@lru_cache(maxsize=1)
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in rows("function_words")}
