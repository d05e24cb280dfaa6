"""How much speaks for each separator at a joint, judged by the lines of the page itself.

A page is a walk over kinds of lines: time, words, time, words; name, age, remark, likes, "Reply".
Steps and gaps are counted in the page's own pieces, so no language and no site is named here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"([^\n]+)(\n*)")
_GAP = re.compile(r"(\.\.|\S)(\s+)(?=(\S))")
_GAP_AFTER_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(\s+)(?=(\S))", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_TIME = re.compile(r"[\[(]?\d+:\d\d")
_DIGITS = re.compile(r"\d+")

_GAPS = range(4)
"""A blank, a newline, a blank line, several blank lines; -1 is nothing at all."""
_LABEL = 10
"""Characters at a line's beginning by which its kind is known again."""
_NEAR = 700
"""Characters on each side of a joint that tell most about it."""
_NEAR_LINES = 12
_LONGEST_ADDRESS = 300
_TRUST = 3
"""How many places nearby weigh as much as all the rest of the page."""

_LIKELY, _UNLIKELY, _HARDLY, _NEVER = 3.0, -3.0, -6.0, -12.0

Lines = list[tuple[str, int]]
"""Lines, each with the gap after it."""
Triple = tuple[str, int, str]
"""What stands before, the gap, what stands after: kinds of lines, or classes of characters."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Two neighbouring parts; ``full``: the first fills its window, so it may end anywhere."""

    before: str
    after: str
    full: bool = False


class Layout:
    """What the pieces of a page tell about the joints between them."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._parts = parts
        pieces = [_lines(part) for part in parts]
        self._labels = Counter(_label(line) for piece in pieces for line, _ in piece)
        self._steps = Counter(step for piece in pieces for step in self._walk(piece))
        self._gaps = _gaps(parts)
        self._kinds = _totals(self._steps)
        self._arrivals = Counter[tuple[int, str]]()
        for (_, gap, kind), count in self._steps.items():
            self._arrivals[gap, kind] += count

    def weigh(self, joint: Joint, separator: str) -> float:
        """The log-likelihood of ``separator``, to be compared with others at the same joint."""
        gap = _width(separator)
        *earlier, (last, _) = _lines(joint.before)[-2:]
        (first, next_gap), *later = _lines(joint.after)[:2]
        if gap > 0:
            lines = [*earlier, (last, gap), (first, next_gap), *later]
            return self._path(joint, lines) + self._spacing(joint, gap)
        lines = [*earlier, (last + separator + first, next_gap), *later]
        buried = _HARDLY if self._kind(first) else 0.0
        between = self._spacing(joint, gap) if separator else self._oneness(joint)
        return self._path(joint, lines) + buried + between

    def _path(self, joint: Joint, lines: Lines) -> float:
        """How well these lines continue the walk, mostly as it goes nearby."""
        ends = _lines(joint.before)[-_NEAR_LINES:], _lines(joint.after)[:_NEAR_LINES]
        near = Counter(step for end in ends for step in self._walk(end))
        kinds = _totals(near)
        return sum(
            math.log((near[step] + _TRUST * self._share(step)) / (kinds[step[0]] + _TRUST))
            for step in self._walk(lines)
        )

    def _walk(self, lines: Lines) -> Iterable[Triple]:
        kinds = [(self._kind(line), gap) for line, gap in lines]
        for (kind, gap), (following, _) in pairwise(kinds):
            yield kind, gap, following

    def _kind(self, line: str) -> str:
        """The label of a line that has come three times, else nothing: just words."""
        label = _label(line)
        return label if self._labels[label] > 2 else ""  # noqa: PLR2004 - said above

    def _share(self, step: Triple) -> float:
        """The step's share among those from its kind, smoothed by where all steps lead."""
        kind, gap, following = step
        arrival = (self._arrivals[gap, following] + 0.2) / (self._steps.total() + 5)
        return (self._steps[step] + arrival) / (self._kinds[kind] + 1)

    def _spacing(self, joint: Joint, gap: int) -> float:
        """How often this gap stands between such characters, mostly nearby."""
        near = _gaps((joint.before[-_NEAR:], joint.after[:_NEAR]))
        end, start = _end(joint.before), _class(joint.after[0])
        everywhere = [self._gaps[end, width, start] + 0.3 for width in _GAPS]
        nearby = [near[end, width, start] for width in _GAPS]
        share = everywhere[gap] / sum(everywhere)
        return math.log((nearby[gap] + _TRUST * share) / (sum(nearby) + _TRUST))

    def _oneness(self, joint: Joint) -> float:
        """What speaks for nothing between: an address, a number, a dotted name, a full window."""
        before, after = joint.before, joint.after[0]
        if joint.full:
            return self._one_word(joint)
        if not before.endswith("."):
            return _NEVER
        if _IN_ADDRESS.search(before[-_LONGEST_ADDRESS:]):
            return _LIKELY if after.islower() or after.isdigit() else _UNLIKELY
        if before[-2:-1].isdigit() and after.isdigit():
            return _UNLIKELY if _TIME.match(joint.after) else _LIKELY
        return _UNLIKELY if after.islower() and not before.endswith("..") else _HARDLY

    def _one_word(self, joint: Joint) -> float:
        """Whether the page has the two ends as one word elsewhere, rather than as two."""
        left, right = joint.before[-_NEAR:].split()[-1], joint.after[:_NEAR].split()[0]
        whole = sum(part.count(left + right) for part in self._parts)
        two = min(sum(part.count(f" {word} ") for part in self._parts) for word in (left, right))
        return math.log((whole + 1) / (two + 0.3))


def _lines(text: str) -> Lines:
    return [(line, min(len(gap), _GAPS[-1])) for line, gap in _LINE.findall(text)]


def _label(line: str) -> str:
    """The beginning of a line with its numbers as 0; all times are one kind, all names another."""
    if _TIME.match(line):
        return "0:00"
    line = line.lstrip()
    return "@" if line.startswith("@") else _DIGITS.sub("0", line[:_LABEL])


def _totals(steps: Counter[Triple]) -> Counter[str]:
    totals = Counter[str]()
    for (kind, _, _), count in steps.items():
        totals[kind] += count
    return totals


def _gaps(texts: Iterable[str]) -> Counter[Triple]:
    """How often each gap stands between which classes of characters."""
    gaps = Counter[Triple]()
    for text in texts:
        for (end, gap, start), count in Counter(_GAP.findall(text)).items():
            gaps[_class(end), _width(gap), _class(start)] += count
        for gap, start in _GAP_AFTER_ADDRESS.findall(text):
            gaps["/", _width(gap), _class(start)] += 1
    return gaps


def _end(text: str) -> str:
    if _IN_ADDRESS.search(text[-_LONGEST_ADDRESS:]):
        return "/"
    return _class(".." if text.endswith("..") else text[-1])


def _class(characters: str) -> str:
    """Letters by case, digits, sentence marks each for itself, all others as one."""
    if characters.isalpha():
        return "a" if characters.islower() else "A" if characters.isupper() else "b"
    if characters.isdigit():
        return "0"
    return characters if characters in ("..", *".!?,;:)…") else "*"


def _width(gap: str) -> int:
    return min(gap.count("\n"), _GAPS[-1]) or (0 if " " in gap else -1)
