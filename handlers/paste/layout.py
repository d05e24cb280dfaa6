"""How much speaks for each separator at a joint, judged by the lines of the page itself.

A page is a walk over kinds of lines: time, words, time, words; name, age, remark, likes, "Reply".
Steps and gaps are counted in the page's own pieces, so no language and no site is named here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

_LINE = re.compile(r"([^\n]+)(\n*)")
_GAP = re.compile(r"(\.\.|\S)(\s+)(?=(\S))")
_GAP_AFTER_ADDRESS = re.compile(r"(?<!\S)(?:https?://|www\.)\S+(\s+)(?=(\S))", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_BREAK = re.compile(r"[^\S\n]*\n\s*")
_TIME = re.compile(r"[\[(]?\d+:\d\d")
_CLOSING = re.compile(r"""\.|["'”’»)\]](?!\w)""")
_DIGITS = re.compile(r"\d+")

GAPS = range(4)
"""A blank, a newline, a blank line, several blank lines; -1 is nothing at all."""
_BREAKS, _OFTEN = 6, 3
_LABEL = 10
"""Characters at a line's beginning by which its kind is known again."""
_NEAR = 700
"""Characters on each side of a joint that tell most about it."""
_NEAR_LINES = 12
_FAR = 2000
_FIRST_LINES, _ALIKE = 40, 5
"""How many of a text's first lines must be of a known kind before it looks alike."""
_SAMPLE = 12
"""Parts, spread over a long page, whose gaps are counted."""
_TRUST = 3
"""How many places nearby weigh as much as all the rest of the page."""

_SURELY, _RARELY, _UNLIKELY, _HARDLY, _NEVER = 12.0, -3.0, -6.0, -9.0, -25.0

Lines = list[tuple[str, int]]
"""Lines, each with the gap after it."""
Triple = tuple[str, int, str]
"""What stands before, the gap, what stands after: kinds of lines, or classes of characters."""


def looks_alike(parts: Sequence[str], following: str) -> bool:
    """Whether the first lines of ``following`` are of kinds that the parts are made of."""
    labels = Counter(_label(line) for part in parts for line, _ in _lines(part))
    first = [_label(line) for line, _ in _lines(following[:_FAR])][:_FIRST_LINES]
    return sum(labels[label] >= _OFTEN for label in first) >= _ALIKE


class Layout:
    """What the pieces of a page tell of its lines and gaps, wherever they stand.

    ``breaks`` are the page's own ways to end a line: with blanks beside it, several newlines.
    """

    def __init__(self, parts: Sequence[str]) -> None:
        self.parts = parts
        self.breaks = _breaks(parts)
        pieces = [_lines(part) for part in parts]
        self._labels = Counter(_label(line) for piece in pieces for line, _ in piece)
        self._steps = Counter(step for piece in pieces for step in self.walk(piece))
        self._number = self._steps.total()
        self._gaps = _gaps(parts[:: 1 + len(parts) // _SAMPLE])
        self._kinds = totals(self._steps)
        self._arrivals = Counter[tuple[int, str]]()
        for (_, gap, kind), count in self._steps.items():
            self._arrivals[gap, kind] += count

    def walk(self, lines: Lines) -> Iterator[Triple]:
        """The steps from line to line."""
        kinds = [(self.kind(line), gap) for line, gap in lines]
        for (kind, gap), (following, _) in pairwise(kinds):
            yield kind, gap, following

    def kind(self, line: str) -> str:
        """The label of a line that has come three times, else nothing: just words."""
        label = _label(line)
        return label if self._labels[label] >= _OFTEN else ""

    def share(self, step: Triple) -> float:
        """The step's share among those from its kind, smoothed by where all steps lead."""
        kind, gap, following = step
        arrival = (self._arrivals[gap, following] + 0.2) / (self._number + 5)
        return (self._steps[step] + arrival) / (self._kinds[kind] + 1)

    def gap_share(self, site: Triple) -> float:
        """The share of a gap among all gaps between the same classes of characters."""
        end, gap, start = site
        counts = [self._gaps[end, width, start] + 0.3 for width in GAPS]
        return counts[gap] / sum(counts)


class Joint:
    """Two neighbouring parts; ``full``: the first fills its window, so it may end anywhere."""

    def __init__(self, layout: Layout, before: str, after: str, *, full: bool) -> None:
        self._layout = layout
        self._before, self._after, self._full = before, after, full
        self._head = _lines(before[-_FAR:])[-_NEAR_LINES:]
        self._tail = _lines(after[:_FAR])[:_NEAR_LINES]
        self._steps = Counter([*layout.walk(self._head), *layout.walk(self._tail)])
        self._kinds = totals(self._steps)
        self._gaps = _gaps((before[-_NEAR:], after[:_NEAR]))
        self._weights: dict[str, float] = {}

    def weigh(self, separator: str) -> float:
        """The log-likelihood of ``separator``, to be compared with others at the same joint."""
        if separator not in self._weights:
            self._weights[separator] = self._weigh(separator)
        return self._weights[separator]

    def _weigh(self, separator: str) -> float:
        gap = _width(separator)
        *earlier, (last, _) = self._head[-2:]
        (first, next_gap), *later = self._tail[:2]
        if gap > 0:
            path = self._path([*earlier, (last, gap), (first, next_gap), *later])
            return path + self._spacing(gap)
        path = self._path([*earlier, (last + separator + first, next_gap), *later])
        buried = _UNLIKELY if self._layout.kind(first) else 0.0
        return path + buried + (self._spacing(gap) if separator else self._oneness())

    def _path(self, lines: Lines) -> float:
        """How well these lines continue the walk, mostly as it goes nearby."""
        return sum(
            math.log(
                (self._steps[step] + _TRUST * self._layout.share(step))
                / (self._kinds[step[0]] + _TRUST)
            )
            for step in self._layout.walk(lines)
        )

    def _spacing(self, gap: int) -> float:
        """How often this gap stands between such characters, mostly nearby."""
        end, start = _end(self._before), _class(self._after[0])
        nearby = [self._gaps[end, width, start] for width in GAPS]
        share = self._layout.gap_share((end, gap, start))
        return math.log((nearby[gap] + _TRUST * share) / (sum(nearby) + _TRUST))

    def _oneness(self) -> float:
        """What speaks for nothing between: an address, a number, a dotted name, a full window."""
        dotted = self._dotted() if self._before.endswith(".") else _NEVER
        return max(dotted, self._one_word()) if self._full and dotted < 0 else dotted

    def _dotted(self) -> float:
        """What speaks for nothing after a full stop."""
        before, after = self._before, self._after[0]
        if _ends_in_address(before):
            return _SURELY if after.islower() or after.isdigit() else _RARELY
        if before[-2:-1].isdigit() and after.isdigit():
            return _RARELY if _TIME.match(self._after) else _SURELY
        if _CLOSING.match(self._after):
            return _SURELY
        return _RARELY if after.islower() and not before.endswith("..") else _HARDLY

    def _one_word(self) -> float:
        """Whether the page has the two ends as one word elsewhere, rather than as two."""
        left, right = self._before[-_FAR:].split()[-1], self._after[:_FAR].split()[0]
        if any(left + right in part for part in self._layout.parts):
            return _SURELY
        words = [set(part.split()) for part in self._layout.parts]
        apart = all(any(word in part for part in words) for word in (left, right))
        return _RARELY if apart else 0.0


def _lines(text: str) -> Lines:
    return [(line, min(len(gap), GAPS[-1])) for line, gap in _LINE.findall(text)]


def _label(line: str) -> str:
    """The beginning of a line with its numbers as 0; all times are one kind, all names another."""
    if _TIME.match(line):
        return "0:00"
    line = line.lstrip()
    return "@" if line.startswith("@") else _DIGITS.sub("0", line[:_LABEL])


def _breaks(texts: Iterable[str]) -> list[str]:
    """The page's own ways to end a line: with blanks before or after, several newlines."""
    found = Counter(gap for text in texts for gap in _BREAK.findall(text))
    return [gap for gap, count in found.most_common(_BREAKS) if count >= _OFTEN]


def totals(steps: Counter[Triple]) -> Counter[str]:
    """How many steps begin at each kind."""
    totals = Counter[str]()
    for (kind, _, _), count in steps.items():
        totals[kind] += count
    return totals


def _gaps(texts: Sequence[str]) -> Counter[Triple]:
    """How often each gap stands between which classes of characters."""
    gaps = Counter[Triple]()
    found = Counter(chain.from_iterable(map(_GAP.findall, texts)))
    for (end, gap, start), count in found.items():
        gaps[_class(end), _width(gap), _class(start)] += count
    for gap, start in chain.from_iterable(map(_GAP_AFTER_ADDRESS.findall, texts)):
        gaps["/", _width(gap), _class(start)] += 1
    return gaps


def _end(text: str) -> str:
    if _ends_in_address(text):
        return "/"
    return _class(".." if text.endswith("..") else text[-1])


def _ends_in_address(text: str) -> bool:
    return bool(_ADDRESS.search(text[-_FAR:].rsplit(maxsplit=1)[-1]))


def _class(characters: str) -> str:
    """Letters by case, digits, sentence marks each for itself, all others as one."""
    if characters.isalpha():
        return "a" if characters.islower() else "A" if characters.isupper() else "b"
    if characters.isdigit():
        return "0"
    return characters if characters in ("..", *".!?,;:)…") else "*"


def _width(gap: str) -> int:
    return min(gap.count("\n"), GAPS[-1]) or (0 if " " in gap else -1)
