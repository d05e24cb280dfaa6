"""The place in a page where the words stand that are looked for, quoted as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, NamedTuple

from summarizer.model import Page
from summarizer.rank.tokens import is_single
from summarizer.search import fold, is_prefix, query_terms, searched

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


Places = Sequence[Sequence[int]]
"""Where each of some terms stands, in order: the numbers of lines, or of characters."""


def find_place(page: Page, words: str) -> Found | None:
    """Where most of ``words`` stand together, the earliest such place; None where none does.

    A place where they are whole words goes before one where they are a part of others.
    """
    lines = _Lines(page)
    folded = fold("\n".join(searched(page)))
    terms = [term for term, _ in query_terms(words)]

    def standing(*, whole: bool) -> Places:
        places = (_standing(term, folded, whole=whole) for term in terms)
        return [_lines_of(each, folded) for each in places if each]

    best = _whole_first(standing, partial(_densest, lines))
    if best is None:
        return None
    text = " ".join(lines[n].text for n in range(best, _reach(lines, best)))
    return Found(_cut(text, _most_words(terms, fold(text))), lines[best].part, lines[best].start)


def _whole_first(
    standing: Callable[..., Places], densest: Callable[[Places], tuple[int, int]]
) -> int | None:
    """The place that ``densest`` finds among those of whole words, unless another has more terms.

    None where no term stands anywhere.
    """
    places = standing(whole=True)
    if not places:
        return None
    best, most = densest(places)
    if most < len(places):
        other, more = densest(standing(whole=False))
        return other if more > most else best
    return best


def _densest(lines: _Lines, standing: Places) -> tuple[int, int]:
    """The line from which on most terms stand together, one of them in it, and how many do."""
    rarest = min(standing, key=len)
    held = [frozenset(places) for places in standing]
    best, most = rarest[0], 0
    for place in rarest[:MOST_PLACES]:
        for n in range(max(0, place - REACH + 1), place + 1):
            if most == len(held):
                return best, most
            if not any(n in places for places in held):
                continue
            reached = range(n, _reach(lines, n))
            if place in reached:
                together = sum(any(m in places for m in reached) for places in held)
                best, most = (n, together) if together > most else (best, most)
    return best, most


def _most_words(terms: Sequence[str], folded: str) -> int:
    """The place in the text from which on a quote holds the most of the terms."""

    def standing(*, whole: bool) -> Places:
        return [_standing(term, folded, whole=whole) for term in terms]

    return _whole_first(standing, _fullest) or 0


def _fullest(standing: Places) -> tuple[int, int]:
    """The place from which on most terms stand within a quote, and how many do."""
    places = sorted((start, n) for n, starts in enumerate(standing) for start in starts)
    seen: Counter[int] = Counter()
    best, most, end = 0, 0, 0
    for begin, term in places:
        while end < len(places) and places[end][0] < begin + LONGEST_QUOTE - BEFORE:
            seen[places[end][1]] += 1
            end += 1
        if len(+seen) > most:
            best, most = begin, len(+seen)
        seen[term] -= 1
    return best, most


def _standing(term: str, folded: str, *, whole: bool) -> list[int]:
    """Where the term begins; ``whole``: only where it is a word by itself, if there is one."""
    if whole and not is_single(term[0]):
        letters = re.escape(term)
        alone = rf"{letters}(?<![\w'’]{letters})(?!\w)"  # not the one in "o'clock"
        if found := _starts(alone, folded):
            return found
    return _starts(_pattern(term), folded)


def _starts(pattern: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(pattern, text)]


def _pattern(term: str) -> str:
    """The term where a word begins with it, or is it; characters wherever they stand."""
    if is_single(term[0]):
        return re.escape(term)
    letters = re.escape(term)  # first, since a pattern that begins with letters is sought fast
    return rf"{letters}(?<!\w{letters})" + ("" if is_prefix(term) else r"\b")


def _lines_of(places: Sequence[int], text: str) -> list[int]:
    """The numbers of the lines with these places, each once."""
    numbers: dict[int, None] = {}
    line = at = 0
    for place in places:
        line += text.count("\n", at, place)
        at = place
        numbers[line] = None
    return list(numbers)


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
