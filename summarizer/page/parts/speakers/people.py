"""The people that a page names in other places: who introduces himself, who is thanked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from summarizer.page.parts.speakers.evidence import People
from summarizer.page.parts.speakers.shapes import Shape, fold, shape_of, speaker_words

_MOST_READ = 500_000
"""Characters in which people are introduced: eight hours of speech."""

_CAPITALISED = r"[^\W\d_a-zß-ÿа-яё][\w'’-]{1,30}"
_NAME = rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}"
_SEVERAL = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,2}}")
_REMARK = r"(?:(?:,| [-–—(])[^\n:]{0,80})?"
_LIST = rf"{_NAME}(?:(?:,| (?:and|und|et|y|e|и|i|&)) {_NAME}){{0,8}}"
_BELOW = re.compile(rf"^[-*•–\d. \t]{{0,5}}({_NAME}){_REMARK}$", re.MULTILINE)
"""A name on a line of its own, perhaps with what its owner does."""


def people_of(texts: Iterable[str], about: str) -> People:
    """The names in a transcript of ``texts`` and in what the page says ``about`` it, folded."""
    text = "\n".join((about, *texts))[:_MOST_READ]
    found = _introduced().findall(text)
    lists = [*_listed().finditer(text)]
    below = (line for listed in lists for line in _BELOW.findall(listed["below"] or ""))
    beside = (listed["beside"] or "" for listed in lists)
    return People(
        _names((*(name for some in (*found, *beside) for name in re.findall(_NAME, some)), *below)),
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
def _listed() -> re.Pattern[str]:
    """A heading of people, and the lines below that begin with a name, or the names beside it."""
    headings = "|".join(map(re.escape, speaker_words("lists")))
    line = rf"[-*•–\d. \t]{{0,5}}{_NAME}{_REMARK}(?:\n|\Z)"
    heading = rf"^[#*_ ]{{0,6}}(?i:{headings})[*_ ]{{0,2}}"
    below = rf":?[*_ ]{{0,3}}\n{{1,2}}(?P<below>(?:{line}){{2,20}})"
    return re.compile(rf"{heading}(?:{below}|:[*_ ]{{1,3}}(?P<beside>{_LIST}))", re.MULTILINE)


@lru_cache(maxsize=1)
def _introduced() -> re.Pattern[str]:
    rests: dict[str, list[str]] = {}
    for phrase in sorted(speaker_words("introduces"), key=len, reverse=True):
        rests.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    # By its first letter, most of a text is passed by without a look at each phrase.
    either = "|".join(f"[{a}{a.upper()}](?i:{'|'.join(rest)})" for a, rest in rests.items())
    letters = "".join(a + a.upper() for a in rests)
    return re.compile(rf"(?<!\w)(?=[{letters}])(?:{either})[,:]?[ \n]({_LIST})")
