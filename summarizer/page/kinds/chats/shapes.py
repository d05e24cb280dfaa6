"""The shapes in which chats and logs set their messages, each a rule that reads rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from summarizer.page.interface import INVISIBLE, Line, is_spoken, join, previous_full

_HOUR = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_NAME = r"[^\s:<>\[\]][^:<>\n]{0,60}?"
_TIMED = re.compile(
    rf"\[?(?:\d{{1,2}}:)?{_HOUR}\]?[ \t\u00a0|]{{0,3}}(?P<author>{_NAME})"
    r"(?:\u200b+|[:：|][ \t\u00a0])\s?(?P<text>.+)"
)
_HEAD = re.compile(rf"(?P<author>{_NAME})[ \u00a0]{{1,3}}{_HOUR}(?<=[Mm.]):?(?P<text>)")
_SAID = re.compile(rf"(?P<author>{_NAME}): (?P<text>.+)")
_OCLOCK = re.compile(r"\d{1,2}:\d{2}[ \u00a0\u202f][AaPp]\.?[Mm]\.?")
_LABEL = re.compile(r"(?:speaker|sprecher|orador|locuteur|спикер)[ _]?\d{1,3}", re.IGNORECASE)
_FEWEST = 3
_LONGEST_NAME = 40
_BADGES = 3
"""Lines below a time in which the author's is looked for: badges may stand above it."""

_NAMED = 10
"""Messages for each one that may lack an author."""

_MANY = 6
"""Authors from which on short timed lines are a chat rather than a talk."""

_SHORT = 12
"""Words of a usual chat message; people who talk say more at a time."""


@dataclass(slots=True)
class Row:
    """A message: its author, its lines, and how many lines stand above them."""

    author: str
    lines: list[Line]
    above: int = 1


Shape = Callable[[Sequence[Line]], list[Row]]


def _by_pattern(pattern: re.Pattern[str], *, judged: bool = False) -> Shape:
    """Rows that begin where ``pattern`` fits a line; ``judged``: they must look like a chat."""

    def read(lines: Sequence[Line]) -> list[Row]:
        rows: list[Row] = []
        for line in lines:
            if found := pattern.fullmatch(line.text):
                author, text = found["author"].strip(INVISIBLE + " "), found["text"]
                rows.append(Row(author, [Line(text)], 0 if text else 1))
            elif rows:
                rows[-1].lines.append(line)
        return rows if not judged or _is_chat(rows) else []

    return read


def _below_times(lines: Sequence[Line]) -> list[Row]:
    """Rows of three lines: time, author, message."""
    rows: list[Row] = []
    nameless = 0
    for seconds, body in _timed_bodies(lines):
        if len(body) > 1 and _may_be_name(body[0], seconds):
            rows.append(Row(body[0].text, body[1:], 2))
        elif rows:
            rows[-1].lines += body
            nameless += 1
    return rows if _NAMED * nameless <= len(rows) and _is_chat(rows) else []


def _below_hours(lines: Sequence[Line]) -> list[Row]:
    """Rows of an author's line, one with the hour of the day below it, and the message."""
    hours = [i for i, line in enumerate(lines) if line.stamp and _OCLOCK.fullmatch(line.text)]
    heads = [(above, i) for i in hours if (above := previous_full(lines, i - 1)) >= 0]
    ends = [above for above, _ in heads[1:]] + [len(lines)]
    return [
        Row(lines[above].text, list(lines[i + 1 : end]), 2)
        for (above, i), end in zip(heads, ends, strict=False)
        if _may_be_name(lines[above], 0)
    ]


def _named_below_times(lines: Sequence[Line]) -> list[Row]:
    """Rows of a time and a line "author: message", perhaps with badges between."""
    rows: list[Row] = []
    for _, body in _timed_bodies(lines):
        said = [_SAID.fullmatch(line.text) for line in body[:_BADGES]]
        at = next((i for i, found in enumerate(said) if found), 0)
        if said and (found := said[at]):
            rows.append(Row(found["author"], [Line(found["text"]), *body[at + 1 :]], 1 + at))
    return rows if _is_chat(rows) else []


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
    if len(text) > _LONGEST_NAME or line.marks or is_spoken(text, seconds):
        return False
    return text.startswith("@") or text[-1] not in ".!?,;…"


def _is_chat(rows: Sequence[Row]) -> bool:
    """Whether many people say little each."""
    if len(rows) < _FEWEST or any(_LABEL.fullmatch(row.author) for row in rows):
        return False
    authors = {row.author for row in rows}
    words = median([len(join(row.lines).split()) for row in rows])
    handles = sum(row.author.startswith("@") for row in rows)
    many = len(authors) >= (_MANY if len(rows) >= 2 * _MANY else max(_FEWEST, 0.5 * len(rows)))
    return 2 * handles > len(rows) or (
        words <= _SHORT and many and (len(authors) < len(rows) or len(rows) < 2 * _MANY)
    )


SHAPES: tuple[Shape, ...] = (
    _by_pattern(_HEAD),
    _by_pattern(_TIMED, judged=True),
    _below_times,
    _named_below_times,
    _below_hours,
)
