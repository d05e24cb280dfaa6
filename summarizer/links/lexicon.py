"""Which of a table's words a few words of a page hold."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.links.tables import words

_WORD = re.compile(r"[\w%/'-]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7a3]")


class Lexicon(NamedTuple):
    """Words by how they are looked for: whole, as phrases, as stems, inside unspaced text."""

    whole: frozenset[str]
    phrases: tuple[str, ...]
    stems: tuple[str, ...]
    inside: tuple[str, ...]


@lru_cache(maxsize=4096)
def has_word(key: str, text: str) -> bool:
    """Whether ``text`` holds one of the words of the row ``key`` of link_words."""
    lexicon, lowered = _lexicon(key), text.lower()
    found = _WORD.findall(lowered)
    if not lexicon.whole.isdisjoint(found) or any(w.startswith(lexicon.stems) for w in found):
        return True
    spaced = f" {' '.join(found)} "
    return any(p in spaced for p in lexicon.phrases) or any(p in lowered for p in lexicon.inside)


@cache
def _lexicon(key: str) -> Lexicon:
    every = words("link_words", key)
    inside = tuple(w for w in every if _UNSPACED.search(w))
    spaced = [w for w in every if not _UNSPACED.search(w)]
    single = [w for w in spaced if " " not in w]
    return Lexicon(
        frozenset(w for w in single if not w.endswith("*")),
        tuple(
            f" {w.removesuffix('*')}{'' if w.endswith('*') else ' '}" for w in spaced if " " in w
        ),
        tuple(w.removesuffix("*") for w in single if w.endswith("*")),
        tuple(w.removesuffix("*") for w in inside),
    )
