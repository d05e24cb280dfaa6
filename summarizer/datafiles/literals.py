"""A lenient reader of JavaScript, Python and broken-off JSON literals, without recursion."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from summarizer.model import UnreadableError

LONGEST = 4_000_000
"""Characters read; what stands after them counts as broken off."""

MOST_TOKENS = 500_000
"""Values, names and marks read; what stands after them counts as broken off too."""

MOST_WORDS = 10_000
"""Bare words, more than strings and numbers, after which a text is prose whatever follows."""

DEEPEST = 400
"""Brackets inside brackets."""

_TOKEN = re.compile(
    r"(?P<skip>\s++|//[^\n]*+|\#[^\n]*+|/\*.*?(?:\*/|\Z))"
    r"|(?P<string>\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"|'[^'\\]*+(?:\\.[^'\\]*+)*+'"
    r"|`[^`\\]*+(?:\\.[^`\\]*+)*+`)"
    r"|(?P<number>-?\d[\d_]{0,30}(?:\.\d{0,30})?(?:[eE][+-]?\d{1,3})?)"
    r"|(?P<name>[^\W\d][\w$.]{0,200}|\$[\w$.]{0,200})"
    r"|(?P<mark>[{}\[\](),:=;])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\n|.)", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\n": "", "0": ""}
_CONSTANTS = {"true": True, "True": True, "false": False, "False": False}
_NOTHING_NAMES = frozenset({"null", "None", "undefined", "NaN", "nan", "Infinity", "inf"})
_WORTH = {"name": 1, "string": -3, "number": -1}  # names stand before values, or are words
_MOST_BARE = 30
_CLOSED_BY = {"{": "}", "[": "]", "(": ")"}


class _Missing:
    """The place of a value that has not come yet."""


_MISSING = _Missing()


@dataclass(slots=True)
class _Frame:
    """An open bracket and what it holds so far; strings that stand side by side are one."""

    closed_by: str
    items: list[Any] = field(default_factory=list)
    pairs: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    value: Any = _MISSING
    strings: list[str] = field(default_factory=list)
    commas: int = 0

    def take(self, value: object) -> None:
        """A value has come."""
        if isinstance(self.value, dict | list):
            self.commit()
        self.value, self.strings = value, []

    def take_string(self, value: str) -> None:
        """A string has come."""
        if not self.strings:
            self.take("")
        self.strings.append(value)

    def name(self) -> None:
        """What has come is the name of what comes."""
        value = self._complete()
        if isinstance(value, str | int | float):
            self.key = str(value)

    def commit(self) -> None:
        """The value is complete."""
        value = self._complete()
        if value is not _MISSING:
            if self.key is None:
                self.items.append(value)
            else:
                self.pairs[self.key] = value
        self.key = None

    def result(self) -> object:
        """The bracket's value; parentheses around one value are that value."""
        self.commit()
        if self.closed_by == ")" and len(self.items) == 1 and not self.pairs and not self.commas:
            return self.items[0]
        return self.pairs if self.pairs or self.closed_by == "}" else self.items

    def _complete(self) -> object:
        value = "".join(self.strings) if self.strings else self.value
        self.value, self.strings = _MISSING, []
        return value


@dataclass(slots=True)
class _Brackets:
    """The open brackets, innermost last, and how many wait for each closing mark."""

    frames: list[_Frame] = field(default_factory=lambda: [_Frame("")])
    waiting: Counter[str] = field(default_factory=Counter)

    def mark(self, mark: str) -> None:
        """Take a bracket or a mark between values."""
        if closed_by := _CLOSED_BY.get(mark):
            self._open(closed_by)
        elif mark in ":=":
            self.frames[-1].name()
        elif mark in ",;":
            self.frames[-1].commit()
            self.frames[-1].commas += 1
        elif self.waiting[mark]:
            while self._close() != mark:
                pass

    def ended(self) -> object:
        """All that was read; what is still open ends here."""
        while len(self.frames) > 1:
            self._close()
        return self.frames[0].result()

    def _open(self, closed_by: str) -> None:
        if len(self.frames) > DEEPEST:
            raise UnreadableError("data-too-deep")
        self.frames.append(_Frame(closed_by))
        self.waiting[closed_by] += 1

    def _close(self) -> str:
        """Close the innermost bracket; the mark that it waited for."""
        frame = self.frames.pop()
        self.waiting[frame.closed_by] -= 1
        self.frames[-1].take(frame.result())
        return frame.closed_by


class Literals(NamedTuple):
    """What was read: the values, whether the text was whole, and whether it is prose after all."""

    value: Any
    whole: bool
    prose: bool


def read_literals(text: str) -> Literals:
    """The values in ``text``; prose is told by its bare words.

    ``export default {…}``, ``const a = […]`` and ``Name(key=…)`` give what they hold. Raises
    UnreadableError where brackets are nested more than 400 deep.
    """
    brackets = _Brackets()
    whole = len(text) <= LONGEST
    bare = 0
    for number, token in enumerate(_TOKEN.finditer(text[:LONGEST])):
        if number == MOST_TOKENS or bare > MOST_WORDS:
            whole = False
            break
        kind, written = token.lastgroup, token[0]
        if kind == "mark":
            brackets.mark(written)
        elif kind == "other" and written in "\"'`":
            whole = False  # a string that never ends
            break
        elif kind not in {"skip", "other"}:
            _value(brackets.frames[-1], kind, written)
            bare += _WORTH.get(kind or "", 0)
    whole = whole and len(brackets.frames) == 1
    return Literals(brackets.ended(), whole, prose=bare > _MOST_BARE)


def _value(frame: _Frame, kind: str | None, written: str) -> None:
    if kind == "string":
        frame.take_string(_unescaped(written[1:-1]))
    elif kind == "number":
        frame.take(_number(written))
    else:
        frame.take(None if written in _NOTHING_NAMES else _CONSTANTS.get(written, written))


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(_letter, text)


def _letter(escape: re.Match[str]) -> str:
    code = escape[1]
    if len(code) > 1:
        number = int(code.strip("ux{}"), 16)
        return chr(number) if number <= sys.maxunicode else "\ufffd"
    return _SIGNS.get(code, code)


def _number(written: str) -> int | float:
    digits = written.replace("_", "")
    return int(digits) if re.fullmatch(r"-?\d+", digits) else float(digits)
