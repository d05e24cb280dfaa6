"""Lines that name who speaks and when, above the words or before them, as recorders write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.page.interface import (
    Line,
    is_spoken,
    join,
    next_full,
    previous_full,
    read_stamp,
)
from summarizer.page.kinds.panel_lines import SpokenUnits, above_initials
from summarizer.page.parts import CLOCK, is_name, is_person, is_speaker, may_name, names_return

_NAME = r"(?P<name>[^\W\d_][^:\n]{0,60}?)"
_WHEN = rf"(?P<time>{CLOCK})(?:\s{{0,2}}(?:-{{1,2}}>?|→|–|—)\s{{0,2}}{CLOCK})?"
_MARKS, _BOLD = r"[#>\-•\s]{0,7}[*_]{0,3}", r"[*_]{0,3}"
_LINK = r"(?:\([^()\s]{0,300}\))?"
_FORMS = (
    # Otter, Teams, Fireflies: "Anna Berg  0:05", "**Anna Berg** (0:05):". Zoom puts the name in
    # brackets, and the hour of the day behind it.
    rf"{_MARKS}(?P<zoom>\[?){_NAME}\]?[*_:]{{0,3}}[\s,\-–—|•·]{{0,4}}[\[(]?{_WHEN}[\])]?:?{_BOLD}",
    # Fathom: "0:05 - Anna Berg (Town Office)", the time perhaps a link; "[0:05] Anna Berg:".
    rf"{_MARKS}[\[(]?@?{_WHEN}[\])]?{_LINK}[*_\s\-–—|:•·]{{1,7}}{_NAME}:?{_BOLD}",
    # Names and times before the words: "Anna Berg [00:00:05] words".
    rf"{_MARKS}{_NAME}[*_:]{{0,3}}\s{{0,2}}[\[(]{_WHEN}[\])]{_BOLD}:?{_BOLD}\s(?P<text>\S.*)",
)
_PATTERNS = tuple(map(re.compile, _FORMS))

_WORDED = re.compile(r"(\d.{0,50}?\D)(\d{1,3}(?::\d{2}){1,2})")
_NOTE = re.compile(r"\s?[(\[][^()\[\]]{0,80}[)\]]$")
_LONGEST_HEADING = 110
_LONGEST_NAME = 60
_EMPHASIS = "*_ "
_FEWEST = 3
_ENDED = 0.8
"""Share of what is said below names alone that ends in a stop."""

ENDS = tuple('.!?…。！？؟।"”»)')
"""What ends words that are prose."""


class TurnHeading(NamedTuple):
    """Who speaks from line ``at`` on, and since when, in seconds.

    ``text`` is what is said on the same line; the rest begins in line ``body``.
    """

    at: int
    body: int
    name: str
    start: float | None
    text: str = ""
    worded: str = ""
    """The time in words, where it is said so too."""
    goes_on: bool = False
    """Whether the one above is by the same person, in the same block of a panel."""

    @property
    def speaker(self) -> str | None:
        """The name, where it may be a speaker's."""
        return self.name if may_name(self.name) else None

    def said(self, lines: Sequence[Line], end: int) -> list[Line]:
        """The lines of the turn, which ends before line ``end``."""
        beside = [Line(self.text)] if self.text else []
        return [*beside, *lines[self.body : end]]


def find_turn_headings(lines: Sequence[Line]) -> list[TurnHeading]:
    """The headings in the form that most of them have; none where they name no people."""
    found = (*(_find(form, lines) for form in _PATTERNS), _find_stacked(lines))
    best = max((some for some in found if _are_people(some, lines)), key=len, default=[])
    return best or _find_alone(lines)


def _find(form: re.Pattern[str], lines: Sequence[Line]) -> list[TurnHeading]:
    headings = ((i, _match(form, line.text)) for i, line in enumerate(lines) if line.text)
    return [_heading(i, found) for i, found in headings if found]


def _match(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    is_long = len(text) > _LONGEST_HEADING
    return None if is_long and form is not _PATTERNS[-1] else form.fullmatch(text)


def _heading(at: int, found: re.Match[str]) -> TurnHeading:
    parts = found.groupdict(default="")
    is_hour = bool(parts.get("zoom"))
    stamp = None if is_hour else read_stamp(found["time"])
    name = _NOTE.sub("", found["name"]).strip(" *_-–—|•·,")
    return TurnHeading(at, at + 1, name, stamp.start if stamp else None, parts.get("text", ""))


def _find_stacked(lines: Sequence[Line]) -> list[TurnHeading]:
    """Names with the time on the line below, as Teams shows them; in words, then in figures."""
    headings = []
    for i, line in enumerate(lines):
        start, words = _read_time(line)
        above = previous_full(lines, i - 1, 2) if start is not None else -1
        if start is not None and above >= 0 and is_spoken(lines[above].text, start):
            above, words = previous_full(lines, above - 1, 2), lines[above].text
        if start is not None and above >= 0 and _may_head(lines[above]):
            name = lines[above].text.strip(_EMPHASIS)
            body = _below_repetition(lines, i + 1, name, start) if words else i + 1
            at = above_initials(lines, above)
            headings.append(TurnHeading(at, body, name, start, worded=words))
    return _with_moments(lines, headings)


def _with_moments(lines: Sequence[Line], headings: Sequence[TurnHeading]) -> list[TurnHeading]:
    """``headings`` with the later moments in the block of each: "Anna Berg 12 seconds"."""
    units = SpokenUnits((h.worded, h.start) for h in headings if h.worded and h.start is not None)
    found: list[TurnHeading] = []
    ends = [*(heading.at for heading in headings[1:]), len(lines)]
    for heading, end in zip(headings, ends, strict=False):
        found.append(heading)
        since = heading.start or 0.0
        for i in range(heading.body, end) if heading.worded else ():
            words = lines[i].text.removeprefix(heading.name).strip()
            is_named = len(words) < len(lines[i].text)
            start = units.read(words, since) if is_named else None
            if start is not None and start >= since:
                since = start
                found.append(heading._replace(at=i, body=i + 1, start=start, goes_on=True))
    return found


def _read_time(line: Line) -> tuple[float | None, str]:
    """The time that a line is, in figures alone or glued behind words that say the same."""
    if line.stamp and line.is_time:
        return line.stamp.start, ""
    glued = _WORDED.fullmatch(line.text) if len(line.text) <= _LONGEST_NAME else None
    stamp = read_stamp(glued[2]) if glued else None
    is_same = glued and stamp and is_spoken(glued[1], stamp.start)
    return (stamp.start, glued[1]) if glued and stamp and is_same else (None, "")


def _below_repetition(lines: Sequence[Line], at: int, name: str, start: float) -> int:
    """Where words begin that a line like "Anna Berg 0 minutes 5 seconds" may stand above."""
    below = next_full(lines, at)
    text = lines[below].text if below < len(lines) else ""
    again = text.startswith(name) and is_spoken(text.removeprefix(name).strip(), start)
    return below + 1 if again else at


def _find_alone(lines: Sequence[Line]) -> list[TurnHeading]:
    """Names on lines of their own, the words below them: only where all else is prose."""
    names = Counter(line.text for line in lines if line.text and _may_head(line))
    headings = [
        TurnHeading(i, i + 1, line.text, None)
        for i, line in enumerate(lines)
        if names[line.text] > 1 and not line.marks
    ]
    if len(headings) < _FEWEST or not names_return([one.name for one in headings], _FEWEST):
        return []
    ends = [*(heading.at for heading in headings[1:]), len(lines)]
    said = [join(one.said(lines, end)) for one, end in zip(headings, ends, strict=True)]
    ended = sum(text.endswith(ENDS) for text in said)
    is_prose = all(said) and ended >= _ENDED * len(said)
    return headings if is_prose and not any(map(_is_counter, lines)) else []


def _is_counter(line: Line) -> bool:
    return line.amount is not None or line.stamp is not None or bool(line.marks)


def _may_head(line: Line) -> bool:
    name = line.text.strip(_EMPHASIS)
    return bool(name) and len(name) <= _LONGEST_NAME and name[-1].isalnum() and is_name(name)


def _are_people(headings: Sequence[TurnHeading], lines: Sequence[Line]) -> bool:
    """Whether the headings are those of people who speak in turn.

    Their names return, or have a form that no chapter's title has, and words stand below each.
    """
    names = [heading.name for heading in headings]
    if not names or not all(map(is_name, names[:1])):
        return False
    if names_return(names, _FEWEST):
        return sum(map(is_name, names)) > len(names) / 2
    ends = [*(heading.at for heading in headings[1:]), len(lines)]
    said = (join(h.said(lines, end)) for h, end in zip(headings, ends, strict=True))
    return len(names) >= _FEWEST and _are_speakers(names) and all(said)


def _are_speakers(names: Sequence[str]) -> bool:
    """Whether all have a speaker's form; beside "Host" the others may be called "Farmer"."""
    sure = [*map(is_speaker, names)]
    asked = any(is_speaker(name) and not is_person(name) for name in names)
    return all(sure) or (asked and 2 * sum(sure) > len(sure) and all(map(is_name, names)))
