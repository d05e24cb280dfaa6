"""The shapes in which live chats and copied panels set their messages: rules that read rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from summarizer.page.interface import INVISIBLE, Line, Mark, is_spoken, join, previous_full
from summarizer.page.kinds.chats.authors import is_numbered, is_role
from summarizer.page.kinds.chats.badges import is_badge
from summarizer.page.kinds.chats.glued import Row, read_glued
from summarizer.page.kinds.chats.moments import slots, spaced

_HOUR = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3}(?!\d))?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_NAME = r"[^\s:<>\[\]][^:<>\n]{0,60}?"
_TIMED = re.compile(
    rf"\[?-?(?:\d{{1,2}}:)?{_HOUR}\]?[ \t\u00a0|]{{0,3}}(?P<author>{_NAME})"
    r"(?:\u200b+|[:：|][ \t\u00a0])\s?(?P<text>.+)"
)
_HANDLED = re.compile(
    rf"\[?-?(?:\d{{1,2}}:)?{_HOUR}\]?\s{{0,3}}(?P<author>@[\w.\-]{{2,40}})[\s:]{{1,3}}(?P<text>.+)"
)
_TABBED = re.compile(
    rf"\[?-?(?:\d{{1,2}}:)?{_HOUR}\]?\t\s?(?P<author>[^\t\n]{{1,60}}?):?\t\s?(?P<text>.+)"
)
_SAID = re.compile(rf"(?P<author>{_NAME}): (?P<text>.+)")
_DATED = rf"(?:(?:{slots()['date']}|{slots()['short']}),? (?:at )?)?{slots()['half']}"
_HALF = re.compile(spaced(_DATED), re.IGNORECASE)
_DAY_HOUR = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_INITIAL = re.compile(r"\s[^\W\d_]\.\Z")
_CLOCK = re.compile(r"-?(?:\d{1,2}:)?\d{1,3}:\d\d(?:\s?[AaPp][Mm])?")
_NUMBERED = rf"(?:{slots()['numbers']},? )?{slots()['half']}"
_HEAD = re.compile(
    spaced(rf"(?=[^\W\d]|@)(?P<author>{_NAME}) {{1,3}}{_NUMBERED}:?(?P<text>)"), re.IGNORECASE
)
_FEWEST = 3
_LONGEST_NAME = 40
_LONGEST_HOUR = 40
"""Characters of a line that is an hour, perhaps with its date."""

_BADGES = 3
"""Lines below a time in which the author's is looked for: badges may stand above it."""

_MORNING = 420
"""Seven o'clock, read as minutes and seconds."""

_NAMED = 10
"""Messages for each one that may lack an author."""

_MANY = 6
"""Authors from which on short timed lines are a chat rather than a talk."""

_SHORT = 12
"""Words of a usual chat message; people who talk say more at a time."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A rule that reads rows; ``judged``: it is sure only where they look like a chat."""

    rows: Callable[[Sequence[Line]], list[Row]]
    judged: bool = True

    def read(self, lines: Sequence[Line]) -> list[Row]:
        """The rows, none where it is not sure."""
        rows = self.rows(lines)
        return rows if not self.judged or is_talk(rows) else []


def is_talk(rows: Sequence[Row]) -> bool:
    """Whether many people say little each."""
    if len(rows) < _FEWEST or any(is_numbered(row.author) for row in rows):
        return False
    authors = {row.author for row in rows}
    words = median([len(join(row.lines).split()) for row in rows])
    handles = sum(row.author.startswith("@") for row in rows)
    many = len(authors) >= (_MANY if len(rows) >= 2 * _MANY else max(_FEWEST, 0.5 * len(rows)))
    return 2 * handles > len(rows) or (
        words <= _SHORT and many and (len(authors) < len(rows) or len(rows) < 2 * _MANY)
    )


def _by_pattern(pattern: re.Pattern[str]) -> Callable[[Sequence[Line]], list[Row]]:
    """Rows that begin where ``pattern`` fits a line."""

    def read(lines: Sequence[Line]) -> list[Row]:
        rows: list[Row] = []
        for line in lines:
            if found := pattern.fullmatch(line.text):
                author, text = found["author"].strip(INVISIBLE + " "), found["text"]
                rows.append(Row(author, [Line(text)], 0 if text else 1))
            elif rows:
                rows[-1].lines.append(line)
        return rows

    return read


def _below_times(lines: Sequence[Line]) -> list[Row]:
    """Rows of a time, an author, perhaps badges, and the message."""
    rows: list[Row] = []
    nameless = 0
    for seconds, body in _timed_bodies(lines):
        said = [line for line in body if not is_badge(line.text)]
        if len(said) > 1 and _may_be_name(said[0], seconds):
            rows.append(Row(said[0].text, said[1:], 2 + len(body) - len(said)))
        elif rows:
            rows[-1].lines += said
            nameless += 1
    return rows if _NAMED * nameless <= len(rows) else []


def below_names(lines: Sequence[Line], *, heads: re.Pattern[str] = _CLOCK) -> list[Row]:
    """Rows of an author's line, one with an hour that fits ``heads`` below it, and the message.

    Where a program writes the name once, more messages follow below hours alone.
    """
    hours = [i for i, line in enumerate(lines) if _has_clock(line) and heads.fullmatch(line.text)]
    times = frozenset(hours)
    above = [previous_full(lines, i - 1) for i in hours]
    named = [at >= 0 and at - 1 not in times and _may_be_name(lines[at], 0) for at in above]
    starts = [at if own else i for i, at, own in zip(hours, above, named, strict=True)]
    rows: list[Row] = []
    for i, at, own, end in zip(hours, above, named, [*starts[1:], len(lines)], strict=False):
        said = list(lines[i + 1 : end])
        if own:
            rows.append(Row(lines[at].text, said, 2))
        elif rows:
            rows.append(Row(rows[-1].author, said, 1))
    return rows


def _has_clock(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HOUR and ":" in line.text


def _below_day_hours(lines: Sequence[Line]) -> list[Row]:
    """The same where hours count to 24 and stand in order: minutes of speech begin earlier."""
    rows = below_names(lines, heads=_DAY_HOUR)
    hours = [line.stamp.start for line in lines if line.stamp and _DAY_HOUR.fullmatch(line.text)]
    late = bool(hours) and hours[0] >= _MORNING and hours == sorted(hours)
    return rows if late else []


def _named_below_times(lines: Sequence[Line]) -> list[Row]:
    """Rows of a time and a line "author: message", perhaps with badges between."""
    rows: list[Row] = []
    for _, body in _timed_bodies(lines):
        said = [_SAID.fullmatch(line.text) for line in body[:_BADGES]]
        at = next((i for i, found in enumerate(said) if found), 0)
        if said and (found := said[at]):
            rows.append(Row(found["author"], [Line(found["text"]), *body[at + 1 :]], 1 + at))
    return rows


def _timed_bodies(lines: Sequence[Line]) -> Iterator[tuple[float, list[Line]]]:
    """Each time that stands alone on its line, with the lines of text below it."""
    start: float | None = None
    body: list[Line] = []
    for line in lines:
        if not (line.stamp and line.is_time):
            body += [line] if line.text else []
            continue
        if start is not None:
            yield start, body
        start, body = line.stamp.start, []
    if start is not None:
        yield start, body


def _may_be_name(line: Line, seconds: float) -> bool:
    text = line.text
    if is_role(text):
        return True
    if len(text) > _LONGEST_NAME or line.marks - {Mark.BADGE} or is_spoken(text, seconds):
        return False
    return text.startswith("@") or text[-1] not in ".!?,;…" or bool(_INITIAL.search(text))


NAMED = Shape(_by_pattern(_SAID), judged=False)
"""Rows of "author: message" without a time, which are a chat only below its heading."""

SHAPES = (
    Shape(partial(below_names, heads=_HALF), judged=False),
    Shape(_by_pattern(_HEAD), judged=False),
    Shape(_by_pattern(_TIMED)),
    Shape(_by_pattern(_HANDLED)),
    Shape(_by_pattern(_TABBED)),
    Shape(_below_times),
    Shape(_named_below_times),
    Shape(_below_day_hours),
    Shape(read_glued, judged=False),
)
