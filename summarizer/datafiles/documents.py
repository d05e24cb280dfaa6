"""JSON, JSON lines and literals in source code: read, then told apart by their shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from summarizer.datafiles.layouts import (
    chats,
    exports,
    innertube,
    json3,
    posts,
    recognisers,
    statuses,
)
from summarizer.datafiles.machine import is_document
from summarizer.datafiles.records import read_records
from summarizer.datafiles.tables import as_records
from summarizer.datafiles.values import parse
from summarizer.model import Omission, Page, UnreadableError


class Shape(NamedTuple):
    """A kind of values, the test for it and its reader."""

    name: str
    sniff: Callable[[Any], bool]
    read: Callable[[Any], Page | None]


SHAPES = (
    Shape("json3 captions", json3.sniff, json3.read),
    Shape("YouTube's own answers", innertube.sniff, innertube.read),
    Shape("chats", chats.sniff, chats.read),
    Shape("posts with their conversation", statuses.sniff, statuses.read),
    Shape("discussions of known sites", exports.sniff, exports.read),
    Shape("posts of a forum or a feed", posts.sniff, posts.read),
    Shape("recognisers of speech", lambda _: True, recognisers.read),
    Shape("records of any exporter", lambda _: True, lambda value: read_records(as_records(value))),
)
"""Tried in this order."""

_CODE = re.compile(
    r"^[A-Za-z_$][\w$.]{0,60}\(\s{0,9}[{\[]|(?:^|\n)(?:export\s{1,4}default\b|module\.exports\b"
    r"|(?:export\s{1,4})?(?:const|let|var)\s[^\n{\[]{0,100}=|[A-Za-z_][\w.]{0,60}\s{0,3}=)\s{0,4}[{\[]"
)
# "[0:12] words", "[12/03 18:04] name": a mark in brackets before words, no list.
_MARKED = re.compile(r"\[[^\[\]\n\"'{}]{1,40}\][^\S\n]{0,4}[^\s,\]});]")
# The quote, the bracket or the numbers that data begin with.
_DATA = re.compile(
    r"(?:\{\s{0,200}|\[\s{0,200}(?:[\[{]\s{0,200}){0,9})(?:[\"'][^\"'\n]{0,200}[\"']\s{0,9}[:,\]]"
    r"|\{\s{0,200}[\"'}]|-?\d[\d.eE+-]{0,30}\s{0,9},\s{0,200}-?\d)"
)
_SECTION = re.compile(
    r"(?:^|\n)\[\[?[\w. \"-]{1,60}\]\]?\n\s{0,9}[\w.-]{1,60}\s{0,3}="
)  # INI, TOML
_PYTHON = re.compile(r"FetchedTranscript\(")
_EMPTY = UnreadableError("data-empty")


def sniff(text: str) -> float:
    """How surely ``text`` is a data file."""
    start = text[:3000].lstrip()
    if _SECTION.search(start):
        return 0.0
    if start.startswith(("{", "[")):
        return 0.0 if _MARKED.match(start) else 0.7
    return 0.5 if _CODE.search(start) or _PYTHON.match(start) else 0.0


def read(text: str) -> Page | None:
    """The page in a data file; None where ``text`` is no data file after all.

    Raises UnreadableError where it is one and holds nothing that a digest could speak of.
    """
    found = parse(text)
    if found is None:
        return None
    if is_document(found.value):
        raise _EMPTY
    for shape in SHAPES:
        if shape.sniff(found.value) and (page := shape.read(found.value)):
            return page if found.whole else _cut_off(page)
    if not _is_data(text, whole=found.whole):
        return None
    raise _EMPTY


def _is_data(text: str, *, whole: bool) -> bool:
    """Whether ``text`` is data after all, and no prose that begins with a bracket."""
    start = text[:3000].lstrip()
    if _DATA.match(start):
        return True
    ends = text.rstrip()[-1:] in {"]", "}", ")", ";"}
    return whole and (start.startswith("{") or bool(_CODE.match(start)) or ends)


def _cut_off(page: Page) -> Page:
    return replace(page, omissions=(*page.omissions, Omission("cut-off")))
