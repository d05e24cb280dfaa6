"""Words looked for in a page: what an index of it holds, and the place where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
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
    """A line of a page, with where and when it is said."""

    text: str
    part: Part
    start: float | None = None


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
    return " ".join(sorted(set(_terms("\n".join((*_searched(page), page.channel or ""))))))


def query_terms(words: str) -> tuple[tuple[str, bool], ...]:
    """The terms that a page must have, each with whether the beginning of a longer one will do."""
    return tuple((term, _is_prefix(term)) for term in dict.fromkeys(_terms(words, asked=True)))


def has_operators(words: str) -> bool:
    """Whether something in ``words`` is passed over, though it was perhaps meant."""
    return bool(_OPERATORS.search(words))


def find_place(page: Page, words: str) -> Found | None:
    """Where most of ``words`` stand together, the earliest such place; None where none does."""
    lines = _Lines(page)
    folded = _fold("\n".join(_searched(page)))
    terms = [term for term, _ in query_terms(words)]
    standing = [places for term in terms if (places := _standing(term, folded))]
    if not standing:
        return None
    best = _densest(lines, standing)
    text = " ".join(lines[n].text for n in range(best, _reach(lines, best)))
    return Found(_cut(text, _most_words(terms, _fold(text))), lines[best].part, lines[best].start)


def _densest(lines: _Lines, standing: Sequence[Mapping[int, int]]) -> int:
    """The line from which on most terms stand together, one of them in it."""
    rarest = min(map(list, standing), key=len)
    best, most = rarest[0], 0
    for place in rarest[:MOST_PLACES]:
        for n in range(max(0, place - REACH + 1), place + 1):
            if most == len(standing):
                return best
            if not any(n in places for places in standing):
                continue
            reached = range(n, _reach(lines, n))
            if place in reached:
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


def _standing(term: str, folded: str) -> dict[int, int]:
    """The lines that hold the term, in order, each with where it stands last in the text."""
    places: dict[int, int] = {}
    line = at = 0
    for match in _matches(term, folded):
        line += folded.count("\n", at, match.start())
        at = places[line] = match.start()
    return places


def _matches(term: str, folded: str) -> Iterator[re.Match[str]]:
    return re.finditer(_pattern(term), folded)


def _pattern(term: str) -> str:
    """The term where a word begins with it, or is it; characters wherever they stand."""
    if is_single(term[0]):
        return re.escape(term)
    letters = re.escape(term)  # first, since a pattern that begins with letters is sought fast
    return rf"{letters}(?<!\w{letters})" + ("" if _is_prefix(term) else r"\b")


def _searched(page: Page) -> list[str]:
    """All that a page says, none with a line end inside: a comment's author too, the title last."""
    spoken = [cue.text for cue in page.transcript]
    written = [f"{c.text} {c.author}" if c.author else c.text for c in page.comments]
    texts = [*spoken, *page.description.splitlines(), *written, page.title or ""]
    return [text.replace("\n", " ") for text in texts]


class _Lines:
    """The same lines by number, each made when it is looked at: few of hundreds are."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._described = page.description.splitlines()

    def __len__(self) -> int:
        return len(self._page.transcript) + len(self._described) + len(self._page.comments) + 1

    def __getitem__(self, n: int) -> Line:
        cues, comments = self._page.transcript, self._page.comments
        if n < len(cues):
            return Line(_one_line(cues[n].text), "transcript", cues[n].start)
        n -= len(cues)
        if n < len(self._described):
            return Line(self._described[n], "description")
        n -= len(self._described)
        if n < len(comments):
            return Line(_one_line(comments[n].text), "comment")
        return Line(_one_line(self._page.title or ""), "title")


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
    return "\n".join(
        line.lower() if line.isascii() else _without_accents(line.casefold())
        for line in text.split("\n")
    )


def _without_accents(text: str) -> str:
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare)


def _reach(lines: _Lines, n: int) -> int:
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
