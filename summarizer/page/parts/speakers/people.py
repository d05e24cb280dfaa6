"""The people that a page names in other places: who introduces himself, who is thanked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.page.parts.speakers.evidence import People
from summarizer.page.parts.speakers.shapes import Shape, fold, shape_of, speaker_words

_CAPITALISED = r"[^\W\d_a-zß-ÿа-яё][\w'’-]{1,30}"
_NAME = rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}"
_SEVERAL = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,2}}")
_LIST = rf"{_NAME}(?:(?:,| (?:and|und|et|y|e|и|i|&)) {_NAME}){{0,8}}"


def people_of(texts: Iterable[str], about: str) -> People:
    """The names in a transcript of ``texts`` and in what the page says ``about`` it, folded."""
    found = _introduced().findall("\n".join((*texts, about)))
    return People(
        _names(name for listed in found for name in re.findall(_NAME, listed)),
        _names(_SEVERAL.findall(about)),
    )


def _names(found: Iterable[str]) -> frozenset[str]:
    """The names with their first and last words, where they are no headings."""
    names: set[str] = set()
    for name in found:
        words = name.split()
        if shape_of(words) is not Shape.HEADING:
            names |= {" ".join(map(fold, words)), fold(words[0]), fold(words[-1])}
    return frozenset(names - speaker_words("none"))


@lru_cache(maxsize=1)
def _introduced() -> re.Pattern[str]:
    rests: dict[str, list[str]] = {}
    for phrase in sorted(speaker_words("introduces"), key=len, reverse=True):
        rests.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    # By its first letter, most of a text is passed by without a look at each phrase.
    either = "|".join(f"[{a}{a.upper()}](?i:{'|'.join(rest)})" for a, rest in rests.items())
    letters = "".join(a + a.upper() for a in rests)
    return re.compile(rf"(?<!\w)(?=[{letters}])(?:{either})[,:]?[ \n]({_LIST})")
