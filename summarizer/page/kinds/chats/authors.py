"""The name of an author without what programs set beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.page.interface import INVISIBLE, Mark, find_marks
from summarizer.page.kinds.chats.words import phrases

_BEFORE = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]\s{0,3}(?=\S)")
_BEHIND = re.compile(r"\s{0,3}[(\[]([^()\[\]]{1,40})[)\]]\Z")
_ENDS = INVISIBLE + " \t\u00a0\u202f|~:,"
_NUMBERED = re.compile(r"(?:speaker|sprecher|orador|locuteur|спикер)[ _]?\d{1,3}", re.IGNORECASE)
_MOST = 3
"""Badges of one author that are taken off."""


def clean_author(name: str) -> str | None:
    """``name`` without badges in brackets, bars and signs around it."""
    bare = name.strip(_ENDS)
    for pattern in (_BEFORE, _BEHIND) * _MOST:
        found = pattern.match(bare) if pattern is _BEFORE else pattern.search(bare[-60:])
        if found and _is_role(found[1]):
            rest = bare[found.end() :] if pattern is _BEFORE else bare[: -len(found[0])]
            bare = rest.strip(_ENDS) or bare
    return bare or None


def is_numbered(name: str) -> bool:
    """Whether a recogniser of speech made up the name: "Speaker 2"."""
    return bool(_NUMBERED.fullmatch(name))


def _is_role(words: str) -> bool:
    return words.casefold() in _roles() or Mark.BADGE in find_marks(words)


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    return frozenset(map(str.casefold, phrases("role")))
