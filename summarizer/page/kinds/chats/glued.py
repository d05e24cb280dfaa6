"""Messages whose time, author and words stand without anything between: "0:12Nametext"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from summarizer.page.interface import INVISIBLE, Line

_TIME = r"\[?-?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:\s?[AaPp][Mm])?\]?"
_GLUED = re.compile(rf"{_TIME}(?P<rest>(?=[\w@])\D.*)")
_LOOSE = re.compile(rf"{_TIME}\s{{0,3}}(?P<rest>[^\s:].*)")
_FEWEST = 3
_SHARED = 0.6
"""Share of glued lines whose author wrote others too."""

_SHORTEST_NAME, _LONGEST_NAME = 4, 40


@dataclass(slots=True)
class Row:
    """A message: its author, its lines, and how many lines stand above them."""

    author: str
    lines: list[Line]
    above: int = 1


def read_glued(lines: Sequence[Line], *, sure: bool = False) -> list[Row]:
    """Rows of lines like "0:12Nametext": a name is what several lines have in common.

    Where it is not ``sure`` that this is a chat, most of the lines must share their names, and
    nothing may stand between a time and a name, or between a name and the words.
    """
    rows = _split(lines, _LOOSE if sure else _GLUED)
    texts = [row.lines[0].text for row in rows]
    names = _shared_names(texts, sure=sure)
    if sum(text.startswith(f"{name} ") for text, name in names.items()) > len(names) / 2:
        names = {text: names.get(text) or text.partition(" ")[0] for text in texts}
    for row, text in zip(rows, texts, strict=True):
        row.author = names.get(text, "")
        row.lines[0] = Line(text[len(row.author) :].strip(INVISIBLE + " :"))
    named = sum(bool(row.author) for row in rows)
    return rows if sure or named >= max(_FEWEST, _SHARED * len(rows)) else []


def is_glued(line: Line) -> bool:
    """Whether words stand right behind the time that ``line`` begins with."""
    return line.stamp is not None and _GLUED.fullmatch(line.text) is not None


def _split(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[Row]:
    """A row for each line that begins with a time, its author still in its words."""
    rows: list[Row] = []
    for line in lines:
        if found := pattern.fullmatch(line.text):
            rows.append(Row("", [Line(found["rest"])], 0))
        elif rows:
            rows[-1].lines.append(line)
    return rows


def _shared_names(texts: Sequence[str], *, sure: bool) -> dict[str, str]:
    """The name at the beginning of each text that has it in common with another one."""
    groups: list[list[str]] = []
    for text in sorted(set(texts)):
        if groups and len(_name(groups[-1][0], text, sure=sure)) >= _SHORTEST_NAME:
            groups[-1].append(text)
        else:
            groups.append([text])
    return {
        text: name
        for group in groups
        if len(group) > 1 and (name := _name(group[0], group[-1], sure=sure))
        for text in group
    }


def _name(one: str, other: str, *, sure: bool) -> str:
    """What two lines share at their beginning, where it may be a name: one word."""
    pairs = zip(one[: _LONGEST_NAME + 1], other, strict=False)
    alike = takewhile(lambda pair: pair[0] == pair[1], pairs)
    word, blank, _ = "".join(letter for letter, _ in alike).partition(" ")
    return "" if len(word) > _LONGEST_NAME or (blank and not sure) else word
