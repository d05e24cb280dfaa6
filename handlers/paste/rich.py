"""Incoming rich messages (Bot API 10.1 and later) to plain text.

``Message.rich_message`` holds ``blocks``: paragraphs, headings, lists, tables and others. Their
words are rich text: a string, a list of rich texts, or an object around one. A block of a kind not
known here still gives the words it holds, in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

_WORDS = ("text", "alternative_text", "expression")
"""Where an object of rich text keeps its words."""
_ONE_LINE = frozenset({"text", "summary", "credit", "expression"})
"""Fields of a block that hold rich text."""
_MEDIA = {"animation", "audio", "photo", "thumbnail", "video", "voice_note"}
_NO_WORDS = _MEDIA | {"align", "label", "language", "location", "name", "type", "url", "valign"}
"""Fields that hold no words: media, and what describes the words."""
_DEEPEST = 50


class HiddenLink(NamedTuple):
    """An address behind words: the characters ``offset`` to ``offset + length`` of the text."""

    offset: int
    length: int
    url: str


class Flat(NamedTuple):
    """Plain text, a line for each block, and the addresses behind its words."""

    text: str
    links: tuple[HiddenLink, ...] = ()


def flatten(rich_message: Mapping[str, Any]) -> Flat:
    """The text of a rich message as the Bot API sends it, in the order it is shown."""
    writer = _Writer()
    writer.block(rich_message, 0)
    return writer.flat()


class _Writer:
    """Text as it grows, and where in it links are."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._links: list[HiddenLink] = []

    def flat(self) -> Flat:
        return Flat("".join(self._pieces).rstrip("\n"), tuple(self._links))

    def block(self, value: object, depth: int) -> None:
        """Write what a block, or a list of blocks, holds."""
        if isinstance(value, str):
            self._line(value, depth)
        elif isinstance(value, list) and depth < _DEEPEST:
            for item in value:
                self.block(item, depth + 1)
        elif isinstance(value, Mapping) and depth < _DEEPEST:
            label = value.get("label")
            if isinstance(label, str):
                self._write(f"{label} ")
            for field, content in value.items():
                self._field(field, content, depth + 1)

    def _field(self, field: str, content: object, depth: int) -> None:
        if field in _ONE_LINE:
            self._line(content, depth)
        elif field == "cells" and isinstance(content, list):
            for row in content:
                self._line(row, depth)
        elif field not in _NO_WORDS and not field.endswith("_id"):
            self.block(content, depth)

    def _line(self, value: object, depth: int) -> None:
        start = self._length
        self._words(value, depth)
        if self._length > start:
            self._write("\n")

    def _words(self, value: object, depth: int) -> None:
        """Write rich text, without a break after it; cells of a table stand apart."""
        if isinstance(value, str):
            self._write(value)
        elif isinstance(value, list) and depth < _DEEPEST:
            for item in value:
                if self._is_cell(item) and item is not value[0]:
                    self._write(" ")
                self._words(item, depth + 1)
        elif isinstance(value, Mapping) and depth < _DEEPEST:
            start = self._length
            for field in _WORDS:
                self._words(value.get(field), depth + 1)
            self._link(start, value.get("url"))

    @staticmethod
    def _is_cell(value: object) -> bool:
        return isinstance(value, Mapping) and "type" not in value

    def _link(self, start: int, url: object) -> None:
        if isinstance(url, str) and self._length > start:
            self._links.append(HiddenLink(start, self._length - start, url))

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
