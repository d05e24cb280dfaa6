"""The name of an author without what programs set beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.page.interface import INVISIBLE
from summarizer.page.kinds.chats.badges import is_badge, without_tenure
from summarizer.page.kinds.chats.words import phrases

_INNER = r"(?:[^()\[\]]|\([^()]{1,40}\)){1,60}"
_BEFORE = re.compile(rf"[(\[*]({_INNER})[)\]*]\s{{0,3}}(?=\S)")
_BEHIND = re.compile(rf"\s{{0,3}}[(\[]({_INNER})[)\]]\Z")
_ENDS = INVISIBLE + " \t\u00a0\u202f|~:,"
_NUMBERED = re.compile(
    r"(?:speaker|sprecher|orador|locuteur|спикер)[ _]?\d{1,3}|[SMF]\d{1,2}"
    r"|\d{1,3}:\d\d(?:[.:]\d{1,3})?|\S{1,60} [\w./-]{1,40}\[\d{1,9}\]",
    re.IGNORECASE,
)
_MOST = 3
"""Badges of one author that are taken off."""


@lru_cache(maxsize=1 << 12)
def clean_author(name: str) -> str | None:
    """``name`` without badges in brackets, bars and signs around it; many write several times."""
    bare = without_tenure(name.strip(_ENDS))
    for pattern in (_BEFORE, _BEHIND) * _MOST:
        found = pattern.match(bare) if pattern is _BEFORE else pattern.search(bare[-60:])
        if found and all(map(is_role, found[1].split(", "))):
            rest = bare[found.end() :] if pattern is _BEFORE else bare[: -len(found[0])]
            bare = rest.strip(_ENDS) or bare
    return bare or None


def is_numbered(name: str) -> bool:
    """Whether a program made up the name: "Speaker 2", a word's time, "host sshd[12]" of a log."""
    return bool(_NUMBERED.fullmatch(name))


def is_role(words: str) -> bool:
    """Whether ``words`` are what a program writes beside a name, or instead of one: "You"."""
    return words.casefold() in _roles() or is_badge(words)


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    return frozenset(map(str.casefold, phrases("role")))
