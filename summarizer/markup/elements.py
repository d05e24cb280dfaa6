"""Elements of one kind out of XML, each as the words at its paths."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from summarizer.xmlstream import Event, events

MOST = 50_000
"""Elements that are read."""

_HEAD = 6000
_LEAD_IN = 400
"""Characters that may stand above the first element: a browser's note, words of the sender."""

_BEFORE = re.compile(r"\s{1,4000}|<\?[^>]{0,2000}\?>|<!--[^>]{0,2000}-->|<!DOCTYPE[^>\[]{0,1000}>")
_NAME = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})[\s/>]")
# What XML does not know: the names that HTML gives to signs, and a sign that begins no name.
_FOREIGN = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(\w{0,30};?)")
_DEEPEST = 4
"""Levels of a path: what stands deeper counts as words of the last."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element's words by path: ``.`` its own, ``@name``, ``child``, ``child.inner@name``.

    Of several children with the same name the first with words counts. ``link[alternate]`` is a
    link that says what it is.
    """

    name: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def get(self, paths: str) -> str:
        """What stands at the first of ``paths`` (``a|b.c``) that holds words, else ``""``."""
        return next((v for path in paths.split("|") if (v := self.values.get(path))), "")


class Elements(NamedTuple):
    """Elements in order, what stands ``around`` them by its whole path; not ``whole``: cut off."""

    found: list[Element]
    around: Element
    whole: bool


def first_name(text: str) -> str:
    """The name of the first element of ``text``, below a declaration or a few words; else ""."""
    found = _NAME.match(text, _start(text))
    return found[1] if found else ""


def read_elements(text: str, names: Collection[str]) -> Elements:
    """The elements with one of ``names``; UnreadableError where entities are declared."""
    reader = _Reader(frozenset(names))
    for event in islice(events(as_document(text)), 1, None):
        reader.take(event)
        if len(reader.found) >= MOST:
            break
    whole = reader.inner is None and not reader.around.path
    reader.end()
    return Elements(reader.found, Element("", reader.around.words()), whole)


def as_document(text: str) -> bytes:
    """``text`` from its first element on as one XML document, in UTF-8."""
    body = _FOREIGN.sub(lambda found: _sign(found[0]), text[_start(text) :])
    return b"<all>" + body.encode("utf-8", "replace") + b"</all>"


def _sign(written: str) -> str:
    sign = unescape(written)
    return f"&amp;{written[1:]}" if sign == written or sign in "<&" else sign


def _start(text: str) -> int:
    """Where the first element begins."""
    at = text.find("<", 0, _LEAD_IN)
    at = 0 if at < 0 or text[:at].count("\n") > 3 else at  # noqa: PLR2004 - few lines of words
    while at < _HEAD and (found := _BEFORE.match(text, at)):
        at = found.end()
    return at


@dataclass(slots=True)
class _Words:
    """The words of one element on the way."""

    pieces: dict[str, list[str]] = field(default_factory=dict)
    path: list[str] = field(default_factory=list)
    """The path of each open element, the outermost first."""

    full: set[str] = field(default_factory=set)
    shut: int = 0
    """Levels inside a child that is too deep, or whose name was filled before."""

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        at = f"{self.path[-1]}.{name}" if self.path else name
        if self.shut or len(self.path) >= _DEEPEST or at in self.full:
            self.add("\n")
            self.shut += 1
            return
        self.path.append(at)
        self.note(at, attributes)

    def note(self, at: str, attributes: Mapping[str, str]) -> None:
        for key, value in attributes.items():
            self.pieces.setdefault(f"{at}@{key}", [value])

    def add(self, text: str) -> None:
        for at in self.path or (".",):
            self.pieces.setdefault(at, []).append(text)

    def close(self) -> None:
        if self.shut:
            self.shut -= 1
        elif self.path:
            at = self.path.pop()
            if any(map(str.strip, self.pieces.get(at, ()))):
                self.full.add(at)

    def words(self) -> dict[str, str]:
        return {at: text for at, pieces in self.pieces.items() if (text := "".join(pieces).strip())}


@dataclass(slots=True)
class _Reader:
    """The element that is open, if one is, and what stands around it."""

    names: frozenset[str]
    around: _Words = field(default_factory=_Words)
    found: list[Element] = field(default_factory=list)
    inner: _Words | None = None
    name: str = ""
    depth: int = 0

    def take(self, event: Event) -> None:
        words = self.inner or self.around
        if event.kind == "text":
            words.add(event.name)
        elif event.kind == "start":
            self._open(event, words)
        elif self.inner and self.depth == 0:
            self.found.append(Element(self.name, self.inner.words()))
            self.inner = None
        else:
            self.depth -= self.inner is not None
            words.close()

    def end(self) -> None:
        """The text breaks off here: what is open counts as far as it goes."""
        if self.inner and (words := self.inner.words()):
            self.found.append(Element(self.name, words))

    def _open(self, event: Event, words: _Words) -> None:
        if self.inner is None and event.name in self.names:
            self.inner, self.name, self.depth = _Words(), event.name, 0
            self.inner.note("", event.attributes)
            return
        kind = event.attributes.get("rel")
        words.open(f"{event.name}[{kind}]" if kind else event.name, event.attributes)
        self.depth += self.inner is not None
