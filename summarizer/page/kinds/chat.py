"""Chats: live-chat replays and logs, in which each message has a time and an author."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from summarizer.model import Comment, Page
from summarizer.page.interface.clock import is_spoken, read_stamp
from summarizer.page.interface.lines import INVISIBLE, Line, join, previous_full
from summarizer.page.interface.vocabulary import Mark, find_marks

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_HOUR = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_NAME = r"[^\s:<>\[\]][^:<>\n]{0,60}?"
_LOGGED = re.compile(
    rf"\[?{_DAY},?[ \u00a0]{_HOUR}\]?(?: [-–])?[ \u00a0](?P<author>{_NAME}): (?P<text>.+)"
)
# Zoom: "10:04:11 From Anna to Everyone: words", the words perhaps on the next line.
_ADDRESSED = re.compile(
    rf"{_HOUR}\s{{1,4}}(?:From|Von|De|Da|Van|От)\s{{1,4}}(?P<author>{_NAME})"
    r"(?:\s{1,4}(?:to|an|à|a|para|naar)\s[^:]{1,60}?)?\s{0,3}:\s{0,3}(?P<text>.*)"
)
# Teams and others: "[12/03 18:04] Anna Berg" above the words.
_DATED_HEAD = re.compile(
    rf"\[(?:\d{{1,2}}[./]\d{{1,2}}|{_DAY}),?[ \u00a0]{_HOUR}\] (?P<author>{_NAME})(?P<text>)"
)
_ANGLED = re.compile(
    rf"\[?(?:{_DAY}[ ,]{{1,2}})?{_HOUR}\]?\s?<[ @+%~&]?(?P<author>[^<>]{{1,60}})>\s?(?P<text>.+)"
)
_TIMED = re.compile(
    rf"\[?(?:\d{{1,2}}:)?{_HOUR}\]?[ \t\u00a0|]{{0,3}}(?P<author>{_NAME})"
    r"(?:\u200b+|[:：|][ \t\u00a0])\s?(?P<text>.+)"
)
_HEAD = re.compile(
    rf"(?P<author>{_NAME})(?:(?:, \[| — | – )(?:{_DAY}|[^\d\W][^\d\n]{{0,20}})?,?[ \u00a0]?{_HOUR}"
    rf"|  {_HOUR}(?<=[Mm.]))\]?:?(?P<text>)"
)
_SAID = re.compile(rf"(?P<author>{_NAME}): (?P<text>.+)")
_OCLOCK = re.compile(r"\d{1,2}:\d{2}[ \u00a0\u202f][AaPp]\.?[Mm]\.?")
_NO_MESSAGE = frozenset({Mark.OMITTED, Mark.REPLIES})
_LABEL = re.compile(r"(?:speaker|sprecher|orador|locuteur|спикер)[ _]?\d{1,3}", re.IGNORECASE)
_FEWEST = 3
_SAMPLE = 2000
"""Lines that are enough to know a chat."""

_LONGEST_NAME = 40
_STRANGE = 10
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
    head: int = 1


Rule = Callable[[Sequence[Line]], list[Row]]


def weigh_chat(lines: Sequence[Line]) -> float:
    """The share of lines that the best of the chat shapes explains."""
    sample = lines[:_SAMPLE]
    full = sum(1 for line in sample if line.text)
    rows = _best(sample)
    explained = sum(row.head + sum(1 for line in row.lines if line.text) for row in rows)
    return min(explained / full, 1.0) if len(rows) >= _FEWEST else 0.0


def read_chat(lines: Sequence[Line]) -> Page:
    """The messages as a discussion."""
    rows = _best(lines)
    kept = ([line for line in row.lines if not _is_omitted(line)] for row in rows)
    comments = (Comment(join(k), row.author) for k, row in zip(kept, rows, strict=True))
    return Page(comments=tuple(comment for comment in comments if comment.text))


def _is_omitted(line: Line) -> bool:
    """Whether the line only stands for a picture, a thread or a note of the service."""
    return not _NO_MESSAGE.isdisjoint(find_marks(line.text.strip(INVISIBLE)))


def _best(lines: Sequence[Line]) -> list[Row]:
    """The rows of the shape that finds most messages."""
    return max((rule(lines) for rule in _RULES), key=len)


def _by_pattern(pattern: re.Pattern[str], *, judged: bool = False) -> Rule:
    """Rows that begin where ``pattern`` fits a line; ``judged``: they must look like a chat."""

    def read(lines: Sequence[Line]) -> list[Row]:
        rows: list[Row] = []
        for line in lines:
            found = pattern.fullmatch(line.text) if line.text else None
            if found:
                rows.append(
                    Row(
                        found["author"].strip(INVISIBLE + " "),
                        [Line(found["text"])],
                        1 - bool(found["text"]),
                    )
                )
            elif rows:
                rows[-1].lines.append(line)
        return rows if not judged or _is_chat(rows) else []

    return read


def _below_times(lines: Sequence[Line]) -> list[Row]:
    """Rows of three lines: time, author, message."""
    rows: list[Row] = []
    strange = 0
    for start, body in _timed_bodies(lines):
        if len(body) > 1 and _is_name(body[0], start):
            rows.append(Row(body[0].text, body[1:], 2))
        elif rows:
            rows[-1].lines += body
            strange += 1
    return rows if _STRANGE * strange <= len(rows) and _is_chat(rows) else []


def _below_hours(lines: Sequence[Line]) -> list[Row]:
    """Rows of an author's line, one with the hour of the day below it, and the message."""
    heads = [
        (above, i)
        for i, line in enumerate(lines)
        if line.text
        and _OCLOCK.fullmatch(line.text)
        and (above := previous_full(lines, i - 1)) >= 0
    ]
    ends = [above for above, _ in heads[1:]] + [len(lines)]
    return [
        Row(lines[above].text, list(lines[i + 1 : end]), 2)
        for (above, i), end in zip(heads, ends, strict=False)
        if _is_name(lines[above], 0)
    ]


def _named_below_times(lines: Sequence[Line]) -> list[Row]:
    """Rows of a time and a line "author: message", perhaps with badges between."""
    rows: list[Row] = []
    for _, body in _timed_bodies(lines):
        said = [
            (i, found) for i, line in enumerate(body[:3]) if (found := _SAID.fullmatch(line.text))
        ]
        if said:
            at, found = said[0]
            rows.append(Row(found["author"], [Line(found["text"]), *body[at + 1 :]], 1 + at))
    return rows if _is_chat(rows) else []


def _timed_bodies(lines: Sequence[Line]) -> Iterator[tuple[float, list[Line]]]:
    """Each time that stands alone on its line, with the lines below it."""
    start: float | None = None
    body: list[Line] = []
    for line in [*lines, Line("0:00")]:
        stamp = read_stamp(line.text) if line.text else None
        if not (stamp and stamp.alone):
            body += [line] if line.text else []
            continue
        if start is not None:
            yield start, body
        start, body = stamp.start, []


def _is_name(line: Line, start: float) -> bool:
    text = line.text
    if len(text) > _LONGEST_NAME or line.marks or is_spoken(text, start):
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


_RULES: tuple[Rule, ...] = (
    _by_pattern(_LOGGED),
    _by_pattern(_ADDRESSED),
    _by_pattern(_DATED_HEAD),
    _by_pattern(_ANGLED),
    _by_pattern(_HEAD),
    _by_pattern(_TIMED, judged=True),
    _below_times,
    _named_below_times,
    _below_hours,
)
