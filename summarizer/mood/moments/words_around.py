"""What stands before and after a time, by the roles of `summarizer/data/time_words.tsv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.data import rows
from summarizer.rank.tokens import UNSPACED

REACH = 60
"""Characters that are looked at on each side."""

LATIN = r"A-Za-z\u00c0-\u024f"
"""Letters of which none touches a time, as those of other scripts do, inside a class."""

NEAR = 5
"""Words on each side that belong to a time."""

_BREAKS = re.compile(r"[\s()\[\]{}\"“”„«»*|,;:!?.~…<>=/\\–—-]+")
_SINGLE = re.compile(f"[{UNSPACED}]")
_SIGN = re.compile(r"[€$£%@]")


class Written(NamedTuple):
    """A time as it is written from ``start`` to ``end`` of a text."""

    start: int
    end: int
    seconds: int
    means_video: bool = True


@dataclass(frozen=True, slots=True)
class Around:
    """The words before and after a time, in small letters, without punctuation."""

    left: str
    right: str

    def after(self, role: str) -> bool:
        """Whether the time stands right after a word of ``role``."""
        return self.left.endswith(_phrases(role).before)

    def before(self, role: str) -> bool:
        """Whether the time stands right before a word of ``role``."""
        return self.right.startswith(_phrases(role).after)

    @property
    def opens(self) -> bool:
        """Whether nothing but laughter and faces stands before the time."""
        words = re.findall(r"\w+", self.left)
        return words_of_role("laughter").issuperset(words)

    def near(self, role: str) -> bool:
        """Whether a word of ``role`` is among the few on either side."""
        words = {*self.left.split()[-NEAR:], *self.right.split()[:NEAR]}
        return not words.isdisjoint(words_of_role(role))


def around(text: str, start: int, end: int) -> Around:
    """What stands around the piece of ``text`` from ``start`` to ``end``."""
    left = _BREAKS.sub(" ", text[max(0, start - REACH) : start].lower())
    right = _BREAKS.sub(" ", text[end : end + REACH].lower())
    return Around(f" {left.strip()}", f"{right.strip()} ")


def words_of_role(role: str) -> frozenset[str]:
    """The words of a role; those of several words have blanks."""
    return _table()[role]


class _Phrases(NamedTuple):
    """The words of a role as they stand before a time, and behind one."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@lru_cache(maxsize=64)
def _phrases(role: str) -> _Phrases:
    words = words_of_role(role)
    before = tuple(word if _SINGLE.match(word) else f" {word}" for word in words)
    after = tuple(
        word if _SINGLE.match(word) or _SIGN.match(word) else f"{word} " for word in words
    )
    return _Phrases(before, after)


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    return {
        role: frozenset(word.replace("_", " ") for word in words.split())
        for role, words in rows("time_words")
    }
