"""Times in the words of a button above the speech, as Coursera copies them.

"Play video starting at 2 minutes 3 seconds and follow transcript2:03", in any language: the
numbers in the words are those of the time behind them. Copied by a program, a button may stand
behind a sentence on the same line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from summarizer.page.interface import (
    Line,
    Mark,
    is_spoken,
    read_line,
    read_stamp,
    spoken_numbers,
)

# Glued to the last word. A digit comes first, since `re` goes from digit to digit then.
_CLOCK = re.compile(r"\d(?<=[^\W\d_]\d)\d?:(?:\d{1,2}:)?\d{2}(?![\d:])")
# The same time may stand before the words: "1:03から...追う1:03".
_OPENS = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}[^\W\d_]")
_NUMBER = re.compile(r"\d{1,4}")
_SHORTEST, _LONGEST = 12, 160
"""Characters of the words of such a button."""
_SKIP = re.compile(r"([^\d\n]{3,40})(\d{1,3}\D{2,30}?\d{1,2}(?:\D{2,30}?\d{1,2})?\D{2,20})")
_LONGEST_SKIP, _SAMPLE = 110, 20
"""Characters of one that is words alone; lines that are enough to know whether they say times."""
_FEWEST = 2
_BEGINNINGS = frozenset({"0:00", "0:00:00"})
_WORDY = 13
"""Characters behind the last number of a button that begins with one: a meeting's panel has fewer.
"""
_HEADING = Line("Transcript", frozenset({Mark.PANEL, Mark.PLAYED}))
_ENDS = (".", "!", "?", "…", "。", "？", "！", "।", '"', "”", "»", "]", ")")


class _Button(NamedTuple):
    """The time of a button, as written, and what is said behind it on the same line."""

    clock: str
    rest: str


def read_play_buttons(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with the times of buttons alone, and 0:00 above speech before the first one.

    A heading says that it is a transcript, however little is said between two times.
    """
    parts = (_parted(line) if ":" in line.text else [line] for line in lines)
    lines = [line for part in parts for line in part]
    timed = (i for i, line in enumerate(lines) if ":" in line.text)
    found = {i: button for i in timed if (button := _button(lines[i].text))} or _skips(lines)
    if len(found) < _FEWEST:
        return lines
    first = next(iter(found))
    opening = _opening(lines, first) if found[first].clock not in _BEGINNINGS else None
    told: list[Line] = []
    for i, line in enumerate(lines):
        if i == (first if opening is None else opening):
            told += [_HEADING] if opening is None else [_HEADING, read_line("0:00")]
        if button := found.get(i):
            told.append(read_line(button.clock))
            told += [read_line(button.rest)] if button.rest else []
        else:
            told.append(line)
    return told


def _parted(line: Line) -> list[Line]:
    """``line`` cut above each button that stands right behind a sentence."""
    text = line.text
    cuts = [at for clock in _CLOCK.finditer(text) if (at := _begin(text, clock))]
    ends = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [read_line(text[begin:end]) for begin, end in ends] if cuts else [line]


def _begin(text: str, clock: re.Match[str]) -> int:
    """Where the words of the button with ``clock`` begin behind a sentence; 0 for no such place."""
    low = max(clock.start() - _LONGEST, 0)
    words = text[low : clock.start()]
    at = low + max(words.rfind(end) for end in _ENDS) + 1
    return at if low < at and _button(text[at : clock.end()]) else 0


def _button(text: str) -> _Button | None:
    if len(text) < _SHORTEST:
        return None
    fewest = _WORDY if text[0].isdigit() and not _OPENS.match(text) else 0
    for clock in _CLOCK.finditer(text[:_LONGEST]):
        words = text[: clock.start()]
        stamp = read_stamp(clock[0]) if words[-1:].isalpha() else None
        if not stamp or any(map(str.isdigit, words[max(len(words) - fewest, 0) :])):
            continue
        said = [int(number) for number in _NUMBER.findall(words)]
        if [n for n in said if n] == [n for n in spoken_numbers(stamp.start) if n]:
            return _Button(clock[0], text[clock.end() :].strip())
    return None


def _skips(lines: Sequence[Line]) -> dict[int, _Button]:
    """FutureLearn's lines, times in words alone: "Skip to 1 minute and 5 seconds"."""
    if any(line.is_time or _ends_in_clock(line.text) for line in lines):
        return {}
    short = ((i, line.text) for i, line in enumerate(lines) if len(line.text) <= _LONGEST_SKIP)
    found = {i: skip for i, text in short if (skip := _SKIP.fullmatch(text))}
    words = Counter(skip[1] for skip in found.values())
    usual = max(words, key=words.__getitem__, default="")
    said = {i: skip[2] for i, skip in found.items() if skip[1] == usual}
    if not any(_spoken(text) for text in islice(said.values(), _SAMPLE)):
        return {}
    return {i: button for i, text in said.items() if (button := _spoken(text))}


def _ends_in_clock(text: str) -> bool:
    """Whether a line is a time in words with its figures behind, as in a meeting's panel."""
    if len(text) > _LONGEST_SKIP or not text[:1].isdigit() or ":" not in text:
        return False
    clock = _CLOCK.search(text)
    return clock is not None and clock.end() == len(text)


def _spoken(words: str) -> _Button | None:
    """The button that a time in ``words`` is."""
    *hours, minutes, seconds = map(int, _NUMBER.findall(words))
    start = 3600 * sum(hours) + 60 * minutes + seconds
    clock = f"{start // 3600}:{start // 60 % 60:02}:{start % 60:02}"
    return _Button(clock, "") if is_spoken(words, start) else None


def _opening(lines: Sequence[Line], first: int) -> int | None:
    """The line of speech above the first button, which has none of its own."""
    above = next((i for i in range(first - 1, -1, -1) if lines[i].text), None)
    return above if above is not None and lines[above].text.endswith(_ENDS) else None
