"""A lenient reader of JavaScript, Python and broken-off JSON literals, without recursion."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from summarizer.model import UnreadableError

LONGEST = 4_000_000
"""Characters read; what stands after them counts as broken off."""

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
    """An open bracket and what it holds so far."""

    closed_by: str
    items: list[Any] = field(default_factory=list)
    pairs: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    value: Any = _MISSING
    is_string: bool = False
    commas: int = 0

    def take(self, value: object, *, string: bool = False) -> None:
        """A value has come; strings that stand side by side are one."""
        if isinstance(self.value, dict | list):
            self.commit()
        joins = string and self.is_string and isinstance(self.value, str)
        self.value = self.value + value if joins else value
        self.is_string = string

    def name(self) -> None:
        """What has come is the name of what comes."""
        if isinstance(self.value, str | int | float):
            self.key = str(self.value)
        self.value, self.is_string = _MISSING, False

    def commit(self) -> None:
        """The value is complete."""
        if self.value is not _MISSING:
            if self.key is None:
                self.items.append(self.value)
            else:
                self.pairs[self.key] = self.value
        self.key, self.value, self.is_string = None, _MISSING, False

    def result(self) -> object:
        """The bracket's value; parentheses around one value are that value."""
        self.commit()
        if self.closed_by == ")" and len(self.items) == 1 and not self.pairs and not self.commas:
            return self.items[0]
        return self.pairs if self.pairs or self.closed_by == "}" else self.items


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
    stack = [_Frame("")]
    whole = len(text) <= LONGEST
    bare = 0
    for token in _TOKEN.finditer(text[:LONGEST]):
        kind, written = token.lastgroup, token[0]
        if kind == "mark":
            _mark(stack, written)
        elif kind == "other" and written in "\"'`":
            whole = False  # a string that never ends
            break
        elif kind not in {"skip", "other"}:
            _value(stack[-1], kind, written)
            bare += _WORTH.get(kind or "", 0)
    whole = whole and len(stack) == 1
    while len(stack) > 1:
        _close(stack)
    return Literals(stack[0].result(), whole, prose=bare > _MOST_BARE)


def _value(frame: _Frame, kind: str | None, written: str) -> None:
    if kind == "string":
        frame.take(_unescaped(written[1:-1]), string=True)
    elif kind == "number":
        frame.take(_number(written))
    else:
        frame.take(None if written in _NOTHING_NAMES else _CONSTANTS.get(written, written))


def _mark(stack: list[_Frame], mark: str) -> None:
    frame = stack[-1]
    if mark in _CLOSED_BY:
        if len(stack) > DEEPEST:
            raise UnreadableError(
                "This data file is nested too deeply to be an export of a video or its comments."
            )
        stack.append(_Frame(_CLOSED_BY[mark]))
    elif mark in ":=":
        frame.name()
    elif mark in ",;":
        frame.commit()
        frame.commas += 1
    elif any(open_frame.closed_by == mark for open_frame in stack):
        while stack[-1].closed_by != mark:
            _close(stack)
        _close(stack)


def _close(stack: list[_Frame]) -> None:
    value = stack.pop().result()
    stack[-1].take(value)


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
