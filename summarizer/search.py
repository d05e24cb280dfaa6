"""Words looked for in a page: what an index of it holds, and the place where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from summarizer.model import Page
from summarizer.rank.tokens import UNSPACED, is_single, words_of

Part = Literal["title", "transcript", "description", "comment"]

LONGEST_QUOTE = 200
"""Characters of a place that are quoted."""
READ_ON = 100
"""Short cues are quoted with those that follow, until there are so many characters."""
BEFORE = 40
"""Characters before the words that are quoted of a long text."""
PREFIX = 3
"""Characters from which on a word also finds longer ones."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_JOINTS = str.maketrans("'’-", "   ")
_SINGLE = re.compile(f"[{UNSPACED}]")


Sought = tuple[str, re.Pattern[str]]
"""A term, and the pattern that finds it in a line."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a page, word for word, "…" where it is cut; ``start`` in seconds, if known."""

    text: str
    part: Part
    start: float | None = None


def index_terms(page: Page) -> str:
    """The distinct terms of all that a page says, a blank between them.

    Terms are words without case and accents; of scripts without blanks two neighbouring
    characters each, since a word there is seldom longer.
    """
    lines = (line for line, _, _ in _lines(page))
    return " ".join(sorted(set(_terms("\n".join((*lines, page.channel or ""))))))


def query_terms(words: str) -> tuple[tuple[str, bool], ...]:
    """The terms that a page must have, each with whether the beginning of a longer one will do."""
    return tuple((term, _is_prefix(term)) for term in dict.fromkeys(_terms(words, asked=True)))


def find_place(page: Page, words: str) -> Found | None:
    """Where most of ``words`` stand together, the earliest such place; None where none does."""
    lines = list(_lines(page))
    folded = _fold("\n".join(line for line, _, _ in lines)).split("\n")
    sought = [(term, _pattern(term)) for term, _ in query_terms(words)]
    counts = [_count(line, sought) for line in folded]
    best, most = -1, 0
    for n, count in enumerate(counts):
        if count and most < len(sought):
            together = _count(" ".join(folded[n : _reach(lines, n)]), sought)
            best, most = (n, together) if together > most else (best, most)
    if best < 0:
        return None
    text = " ".join(line for line, _, _ in lines[best : _reach(lines, best)])
    _, part, start = lines[best]
    return Found(_cut(text, _first(folded[best], sought)), part, start)


def _lines(page: Page) -> Iterator[tuple[str, Part, float | None]]:
    """All that a page says, white space folded, with where and when; the title comes last."""
    for cue in page.transcript:
        yield " ".join(cue.text.split()), "transcript", cue.start
    for line in page.description.splitlines():
        yield " ".join(line.split()), "description", None
    for comment in page.comments:
        yield " ".join(comment.text.split()), "comment", None
    yield " ".join((page.title or "").split()), "title", None


def _terms(text: str, *, asked: bool = False) -> Iterator[str]:
    """The terms in order, repeated ones too; ``asked``: a last character is in a pair already."""
    words = words_of(_fold(text).translate(_JOINTS))
    if _SINGLE.search(text) is None:
        yield from words
        return
    yield from (word for word in words if not is_single(word))
    for one, other in pairwise([*words, ""]):
        if is_single(one) and is_single(other):
            yield one + other
        elif is_single(one) and not (asked and len(words) > 1):
            yield one


def _is_prefix(term: str) -> bool:
    return len(term) >= PREFIX or is_single(term)


def _fold(text: str) -> str:
    """``text`` without case and accents, as many lines as before."""
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", bare)


def _pattern(term: str) -> re.Pattern[str]:
    """The term where a word begins with it, or is it; characters wherever they stand."""
    if is_single(term[0]):
        return re.compile(re.escape(term))
    end = "" if _is_prefix(term) else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_]){re.escape(term)}{end}")


def _count(line: str, sought: Sequence[Sought]) -> int:
    """How many of the terms stand in a folded line."""
    return sum(1 for term, pattern in sought if term in line and pattern.search(line))


def _first(line: str, sought: Sequence[Sought]) -> int:
    found = (pattern.search(line) for _, pattern in sought)
    return min(match.start() for match in found if match)


def _reach(lines: Sequence[tuple[str, Part, float | None]], n: int) -> int:
    """The end of what is quoted from line ``n`` on: short cues are read together."""
    size, end = len(lines[n][0]), n + 1
    while size < READ_ON and end < len(lines) and lines[end][1] == lines[n][1] == "transcript":
        size += len(lines[end][0])
        end += 1
    return end


def _cut(text: str, at: int) -> str:
    """`LONGEST_QUOTE` characters of ``text`` around the place ``at``, from a blank to a blank."""
    begin = text.rfind(" ", 0, max(0, at - BEFORE)) + 1 if at > BEFORE else 0
    if len(text) <= LONGEST_QUOTE:
        begin = 0
    end = begin + LONGEST_QUOTE
    if end < len(text):
        end = max(text.rfind(" ", begin, end), begin + LONGEST_QUOTE // 2)
    shown = text[begin:end].strip()
    return f"{'…' * (begin > 0)}{shown}{'…' * (end < len(text))}"
