"""Times as a transcript shows them: "1:03", "[0:00]", "[63.2s]", "1:031 minute, 3 seconds"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.page.interface.vocabulary import spoken_units

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3}(?!\d))?"
_STAMP = re.compile(rf"(?P<open>[\[(*_`~ >\-]{{0,6}}){_CLOCK}")
_SECONDS = re.compile(r"[\[(](\d{1,6})(?:\.\d{1,3})?\s?s[\])]\s{0,3}")
_RANGE = re.compile(r"\s{0,2}(?:-->|-|–|—|→|to)\s{0,2}(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?")
_CLOSE = re.compile(r"[\])*_`~]{1,6}(?:\([^()\s]{0,300}\)[*_]{0,2})?")
_GAP = re.compile(r"\s{0,3}(?:[·•|:\-–—,>]\s{0,3}){0,2}")
_PART = re.compile(r"[\s,،、]{0,3}(?:\w{1,4}\s)?(\d{1,3})\s?")
_LONGEST_SPOKEN = 60
"""Characters of "10 hours, 59 minutes, 59 seconds" in the wordiest language."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time at the start of a line and the words behind it; ``alone`` if there are none.

    ``opened`` says that the time stands in brackets or other marks.
    """

    start: float
    rest: str
    opened: bool = False

    @property
    def alone(self) -> bool:
        """Whether the line is the time and nothing else."""
        return not self.rest


def read_stamp(line: str) -> Stamp | None:
    """The time at the start of ``line``, None where the line starts with other words."""
    found = _STAMP.match(line)
    if not found:
        counted = _SECONDS.match(line) if line[:1] in ("[", "(") else None
        return Stamp(int(counted[1]), line[counted.end() :], opened=True) if counted else None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    rest, opened = line[found.end() :], bool(found["open"].strip(" -"))
    if until := _RANGE.match(rest):
        rest = rest[until.end() :]
    if closed := _CLOSE.match(rest):
        rest = rest[closed.end() :]
    if rest.lstrip().startswith((":", "/")) or seconds > 59:  # noqa: PLR2004 - sexagesimal
        return None
    gap = _GAP.match(rest)
    return Stamp(
        hours * 3600 + minutes * 60 + seconds, rest[gap.end() if gap else 0 :].strip(), opened
    )


def strip_spoken(rest: str, start: float) -> str | None:
    """``rest`` without the time in words that screen readers get, None where it has none.

    Only the numbers of ``start`` count: "1 minute, 3 seconds" is the time of 1:03 alone.
    """
    at = 0
    for number in spoken_numbers(start):
        part = _PART.match(rest, at)
        if part and int(part[1]) == number:
            end = _unit_end(rest, part.end(), number)
        else:
            end = _unit_end(rest, at, 2)  # Arabic says two minutes in one word
        if not end:
            return None
        at = end
    return rest[at:].lstrip(" ,")


def is_spoken(line: str, start: float) -> bool:
    """Whether ``line`` is the time ``start`` in words of any language: its numbers tell."""
    if len(line) > _LONGEST_SPOKEN:
        return False
    numbers = [int(n) for n in re.findall(r"\d+", line)]
    if numbers == spoken_numbers(start):
        return len(line.split()) <= 3 * len(numbers)
    return strip_spoken(line, start) == ""


def spoken_numbers(start: float) -> list[int]:
    """Hours, minutes and seconds that are not zero, as a screen reader says them."""
    whole = int(start)
    return [n for n in (whole // 3600, whole // 60 % 60, whole % 60) if n] or [0]


def _unit_end(text: str, at: int, number: int) -> int:
    """Where the word of time that starts at ``at`` and goes with ``number`` ends, or 0."""
    ends: dict[str, int] = {}
    for word, goes_with in _units_by_letter().get(text[at : at + 1], ()):
        if text.startswith(word, at):
            ends.setdefault(goes_with, at + len(word))
    wanted = ["1", "21", ""] if number == 1 else ["21", ""] if _ends_in_one(number) else [""]
    return next((ends[w] for w in wanted if w in ends), 0)


def _ends_in_one(number: int) -> bool:
    """Whether Slavic languages count ``number`` as they count one: 21, 31, but not 11."""
    return number % 10 == 1 and number % 100 != 11  # noqa: PLR2004


@lru_cache(maxsize=1)
def _units_by_letter() -> dict[str, list[tuple[str, str]]]:
    units: dict[str, list[tuple[str, str]]] = {}
    for word, goes_with in spoken_units():
        units.setdefault(word[0], []).append((word, goes_with))
    return units
