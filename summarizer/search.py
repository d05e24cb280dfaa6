"""Words looked for in a page: what an index of it holds, and the place where they stand."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from summarizer.model import Page
from summarizer.rank.tokens import has_single, is_single, words_of

Part = Literal["title", "transcript", "description", "comment"]

LONGEST_QUOTE = 200
"""Characters of a place that are quoted."""
READ_ON = 100
"""Short cues are quoted with those that follow, until there are so many characters."""
REACH = 8
"""Cues that are read together at most."""
MOST_PLACES = 50
"""Lines with the rarest word that are compared."""
BEFORE = 40
"""Characters before the words that are quoted of a long text."""
PREFIX = 3
"""Characters from which on a word also finds longer ones."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_JOINTS = str.maketrans("'’-", "   ")
QUOTES = '"“”„‟«»‹›'
_OPERATORS = re.compile(
    rf"[{QUOTES}*]|(?<!\S)[-+](?=\w)|(?<!\S)(?:AND|OR|NOT|NEAR)(?!\S)"
    "|[\u2600-\u27bf\U0001f000-\U0001faff]"
)
"""What other searches take for more than words, or that is no word at all: emoji."""


class Line(NamedTuple):
    """A line of a page, with where and when it is said; it is found by its ``author`` too."""

    text: str
    part: Part
    start: float | None = None
    author: str = ""


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
    lines = map(_searched, _lines(page))
    return " ".join(sorted(set(_terms("\n".join((*lines, page.channel or ""))))))


def query_terms(words: str) -> tuple[tuple[str, bool], ...]:
    """The terms that a page must have, each with whether the beginning of a longer one will do."""
    return tuple((term, _is_prefix(term)) for term in dict.fromkeys(_terms(words, asked=True)))


def has_operators(words: str) -> bool:
    """Whether something in ``words`` is passed over, though it was perhaps meant."""
    return bool(_OPERATORS.search(words))


def find_place(page: Page, words: str) -> Found | None:
    """Where most of ``words`` stand together, the earliest such place; None where none does."""
    lines = list(_lines(page))
    folded = _fold("\n".join(map(_searched, lines)))
    ends = list(accumulate(len(line) + 1 for line in folded.split("\n")))
    terms = [term for term, _ in query_terms(words)]
    standing = [_standing(term, folded, ends) for term in terms]
    standing = [places for places in standing if places]
    if not standing:
        return None
    best = _densest(lines, standing)
    text = " ".join(line.text for line in lines[best : _reach(lines, best)])
    return Found(_cut(text, _most_words(terms, _fold(text))), lines[best].part, lines[best].start)


def _densest(lines: Sequence[Line], standing: Sequence[Mapping[int, int]]) -> int:
    """The line from which on most terms stand together, one of them in it."""
    rarest = min(map(list, standing), key=len)
    best, most = rarest[0], 0
    for place in rarest[:MOST_PLACES]:
        for n in range(max(0, place - REACH + 1), place + 1):
            if most == len(standing):
                return best
            reached = range(n, _reach(lines, n))
            if place in reached and any(n in places for places in standing):
                together = sum(any(m in places for m in reached) for places in standing)
                best, most = (n, together) if together > most else (best, most)
    return best


def _most_words(terms: Sequence[str], folded: str) -> int:
    """The place in the text from which on a quote holds the most of the terms."""
    places = sorted((m.start(), term) for term in terms for m in _matches(term, folded))
    seen: Counter[str] = Counter()
    best, most, end = 0, 0, 0
    for begin, term in places:
        while end < len(places) and places[end][0] < begin + LONGEST_QUOTE - BEFORE:
            seen[places[end][1]] += 1
            end += 1
        if len(+seen) > most:
            best, most = begin, len(+seen)
        seen[term] -= 1
    return best


def _standing(term: str, folded: str, ends: Sequence[int]) -> dict[int, int]:
    """The lines that hold the term, in order, each with where it stands first in the text."""
    places: dict[int, int] = {}
    for match in _matches(term, folded):
        places.setdefault(bisect_right(ends, match.start()), match.start())
    return places


def _matches(term: str, folded: str) -> Iterator[re.Match[str]]:
    return re.finditer(_pattern(term), folded)


def _pattern(term: str) -> str:
    """The term where a word begins with it, or is it; characters wherever they stand."""
    if is_single(term[0]):
        return re.escape(term)
    letters = re.escape(term)  # first, since a pattern that begins with letters is sought fast
    return rf"{letters}(?<!\w{letters})" + ("" if _is_prefix(term) else r"\b")


def _lines(page: Page) -> Iterator[Line]:
    """All that a page says, none with a line end inside; the title comes last."""
    for cue in page.transcript:
        yield Line(_one_line(cue.text), "transcript", cue.start)
    for line in page.description.splitlines():
        yield Line(_one_line(line), "description")
    for comment in page.comments:
        author = _one_line(comment.author or "")
        yield Line(_one_line(comment.text), "comment", author=author)
    yield Line(_one_line(page.title or ""), "title")


def _searched(line: Line) -> str:
    return f"{line.text} {line.author}" if line.author else line.text


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _terms(text: str, *, asked: bool = False) -> Iterator[str]:
    """The terms in order, repeated ones too; ``asked``: a last character is in a pair already."""
    words = words_of(_fold(text).translate(_JOINTS))
    if not has_single(text):
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
    text = text.replace("_", " ")
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return unicodedata.normalize("NFC", bare)


def _reach(lines: Sequence[Line], n: int) -> int:
    """The end of what is quoted from line ``n`` on: short cues are read together."""
    size, end = len(lines[n].text), n + 1
    while size < READ_ON and end < min(len(lines), n + REACH) and _is_spoken(lines[n], lines[end]):
        size += len(lines[end].text)
        end += 1
    return end


def _is_spoken(*lines: Line) -> bool:
    return all(line.part == "transcript" for line in lines)


def _cut(text: str, at: int) -> str:
    """`LONGEST_QUOTE` characters of ``text`` around the place ``at``, from a blank to a blank."""
    from_start = len(text) <= LONGEST_QUOTE or at <= BEFORE
    begin = 0 if from_start else text.rfind(" ", 0, at - BEFORE) + 1
    end = begin + LONGEST_QUOTE
    if end < len(text):
        end = max(text.rfind(" ", begin, end), begin + LONGEST_QUOTE // 2)
    shown = " ".join(text[begin:end].split())
    return f"{'…' * (begin > 0)}{shown}{'…' * (end < len(text))}"
