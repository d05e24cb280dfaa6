"""Talks with who speaks, what he is, since when and his words on one line, beside other things.

"00:18 Anna Berg (reporter): words", "Anna Berg, reporter, 00:18: words" and their like. They may
stand in an article, and be any time apart: editors leave out what lies between.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import mode
from typing import NamedTuple

from summarizer.model import Page
from summarizer.page.bounds import Landmarks, between
from summarizer.page.interface import Line, Stamp, read_stamp
from summarizer.page.kinds.dialogue import read_turns
from summarizer.page.kinds.turn_headings import ENDS, TurnHeading
from summarizer.page.parts import CLOCK, is_addressed, is_name, is_speaker, names_return

_BOLD = r"[*_]{0,3}"
_NAME = rf"{_BOLD}(?P<name>[^\W\d_](?:[^\s:：()（）\[\],，;]|\s(?![–—-]\s)){{0,50}}?){_BOLD}"
_OFFICE = r"(?:[,，]\s?|\s[–—-]\s)(?=[^\W\d_])[^:：()（）\[\]\d*_]{1,80}+"
_ROLE = rf"(?P<role>\s?[(（\[][^()（）\[\]]{{1,120}}+[)）\]]|{_OFFICE})?"
_SAID = rf"{_BOLD}\s?(?::(?!\d)|：){_BOLD}\s{{0,3}}(?P<text>[^\s:：].*)"
_BEHIND_TIME = re.compile(rf"{_NAME}{_ROLE}(?P<beside>){_SAID}")
_BEFORE_TIME = re.compile(
    rf"[#>\-•\s]{{0,7}}{_NAME}"
    rf"(?:{_ROLE}{_BOLD}[,，、\s–—|·-]{{0,3}}[\[(（]?|(?P<beside>\s?[(（\[][^()（）\[\]]{{1,120}}?[,，;]\s?))"
    rf"(?P<time>{CLOCK})[\])）]?{_SAID}"
)
_CLOCK_AND_COLON = re.compile(rf"(?<!\d){CLOCK}[\])）]?[*_]{{0,3}}\s?[:：]")
_OTHER_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?:?\s{1,3}(?=[^\W\d])")
"""Clocks that people write and no site does: "00.18", "00:18:"."""

_REACH = 260
"""Characters of a line in which its colon stands."""

_FEWEST, _NEARLY_ALL, _MOSTLY = 3, 0.9, 0.75
_EARLY = 600
"""Seconds within which a talk has begun; a later time may be an hour of the day."""


class Interview(NamedTuple):
    """A page of the talk alone, and the lines that are left without it."""

    talk: Page
    rest: list[Line]


class _Turn(NamedTuple):
    heading: TurnHeading
    start: float
    has_role: bool


def take_interview(landmarks: Landmarks) -> Interview | None:
    """The talk in such lines; None where there is none, or its times show a transcript anyway."""
    lines = landmarks.lines
    for read in (_behind_time, _before_time):
        turns = _longest_run(_turns(lines, read), landmarks)
        if len(turns) >= _FEWEST and _are_people(turns) and _are_alone(turns, landmarks):
            is_plain = read is _behind_time and not any(turn.has_role for turn in turns)
            return None if is_plain and landmarks.runs else _taken(lines, turns)
    return None


def _taken(lines: Sequence[Line], turns: Sequence[_Turn]) -> Interview:
    headings = [turn.heading for turn in turns]
    first, end = headings[0].at, _end(lines, headings)
    moved = [h._replace(at=h.at - first, body=h.body - first) for h in headings]
    return Interview(read_turns(lines[first:end], moved), [*lines[:first], *lines[end:]])


_Read = Callable[[Line], "tuple[Stamp, re.Match[str]] | None"]


def _turns(lines: Sequence[Line], read: _Read) -> list[_Turn]:
    turns = []
    for at, line in enumerate(lines):
        if found := read(line):
            stamp, match = found
            heading = TurnHeading(at, at + 1, match["name"].strip(), stamp.start, match["text"])
            turns.append(_Turn(heading, stamp.start, bool(match["role"] or match["beside"])))
    return turns


def _longest_run(turns: Sequence[_Turn], landmarks: Landmarks) -> Sequence[_Turn]:
    """Most of ``turns`` that are in order and have no comment between them."""
    if len(turns) < _FEWEST:
        return ()
    runs = [[turns[0]]]
    for one, after in pairwise(turns):
        is_parted = between(landmarks.stops, one.heading.at, after.heading.at + 1)
        if after.start < one.start or is_parted:
            runs.append([])
        runs[-1].append(after)
    return max(runs, key=len)


def _behind_time(line: Line) -> tuple[Stamp, re.Match[str]] | None:
    """The time that ``line`` opens with, and the name, the role and the words behind it."""
    stamp = line.stamp or _read_other(line.text)
    found = _BEHIND_TIME.fullmatch(stamp.rest) if stamp and _has_colon(stamp.rest) else None
    return (stamp, found) if stamp and found else None


def _before_time(line: Line) -> tuple[Stamp, re.Match[str]] | None:
    """The name and the role that ``line`` opens with, the words behind its time, and that time."""
    is_timed = _CLOCK_AND_COLON.search(line.text, 0, _REACH)
    found = _BEFORE_TIME.fullmatch(line.text) if is_timed else None
    stamp = read_stamp(found["time"]) if found else None
    return (stamp, found) if stamp and found else None


def _has_colon(text: str) -> bool:
    head = text[:_REACH]
    return ":" in head or "：" in head


def _read_other(text: str) -> Stamp | None:
    found = _OTHER_CLOCK.match(text) if text[:1].isdigit() else None
    clock = ":".join(part for part in found.groups() if part) if found else ""
    stamp = read_stamp(clock)
    return stamp._replace(rest=text[found.end() :]) if found and stamp else None


def _are_people(turns: Sequence[_Turn]) -> bool:
    """Whether two people or more speak: prose, by names that return or are called what they are."""
    names = [turn.heading.name for turn in turns]
    may_be = sum(is_name(t.heading.name) or (t.has_role and bool(t.heading.speaker)) for t in turns)
    if may_be < _MOSTLY * len(turns) or len(set(names)) == 1:
        return False
    ended = sum(turn.heading.text.endswith(ENDS) for turn in turns) >= _MOSTLY * len(turns)
    addressed = 2 * sum(is_addressed(turn.heading.text) for turn in turns) >= len(turns)
    is_called = all(turn.has_role and is_speaker(turn.heading.name) for turn in turns)
    has_roles = any(turn.has_role for turn in turns)
    if names_return(names, _FEWEST) and turns[0].start <= _EARLY:
        return ended or addressed
    return addressed and (is_called or (has_roles and names_return(names, _FEWEST)))


def _are_alone(turns: Sequence[_Turn], landmarks: Landmarks) -> bool:
    """Whether nearly all times between the first turn and the last are theirs."""
    times = between(landmarks.timed, turns[0].heading.at, turns[-1].heading.at + 1)
    return len(turns) >= _NEARLY_ALL * len(times)


def _end(lines: Sequence[Line], headings: Sequence[TurnHeading]) -> int:
    """Where the last turn ends, which no time follows: it has as many lines as most others."""
    usual = mode(
        sum(1 for line in lines[one.body : after.at] if line.text)
        for one, after in pairwise(headings)
    )
    end = headings[-1].body
    for at in range(end, len(lines)):
        if not usual or lines[at].marks:
            break
        if lines[at].text:
            usual, end = usual - 1, at + 1
    return end
