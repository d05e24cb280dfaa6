"""Times as a transcript shows them: "1:03", "[0:00]", "[63.2s]", "1:031 minute, 3 seconds"."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3}(?!\d))?"
_RANGE = r"\s{0,2}(?:-->|-|–|—|→|to)\s{0,2}(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_CLOSE = r"[\])*_`~]{1,6}(?:\([^()\s]{0,300}\)[*_]{0,2})?"
_STAMP = re.compile(rf"([\[(*_`~ >\-]{{0,6}}){_CLOCK}(?:{_RANGE})?(?:{_CLOSE})?")
_SECONDS = re.compile(r"[\[(](\d{1,6})(?:\.\d{1,3})?\s?s[\])]\s{0,3}")
_GAP = re.compile(r"\s{0,3}(?:[·•|:\-–—,>]\s{0,3}){0,2}")
_NAMED = re.compile(r"\s{0,3}(?:[·•|:,>]\s{0,3})?([-–—]\s{0,3}\[[^\[\]\n]{1,40}\]\s{0,3}[^\s\[])")
"""A speaker as courses name one, "- [Instructor] words"."""

_SIXTY = 60
_GOES_ON = (":", "/")
"""What no time has behind it: "0:00 / 8:41" is the player's, "1:2:3:4" a version."""


class Stamp(NamedTuple):
    """A time at the start of a line, in seconds, and the words behind it.

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
    if line[:1].isalpha():
        return None
    found = _STAMP.match(line)
    if not found:
        return _read_seconds(line) if line[:1] in {"[", "("} else None
    opening, hours, minutes, seconds = found.groups("0")
    rest = line[found.end() :].lstrip()
    if int(seconds) >= _SIXTY or (int(hours) and int(minutes) >= _SIXTY):
        return None
    if rest.startswith(_GOES_ON):
        return None
    start = int(hours) * 3600 + int(minutes) * _SIXTY + int(seconds)
    return Stamp(start, _behind_gap(line, found.end()), bool(opening.strip(" -")))


def _behind_gap(line: str, at: int) -> str:
    """What stands behind the time, without marks between; a dash before a name says who speaks."""
    gap = _GAP.match(line, at)
    end = gap.end() if gap else at
    named = line.startswith("[", end) and _NAMED.match(line, at)
    return line[named.start(1) if named else end :].strip()


def _read_seconds(line: str) -> Stamp | None:
    found = _SECONDS.match(line)
    return Stamp(int(found[1]), line[found.end() :], opened=True) if found else None
