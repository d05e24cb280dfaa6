"""A text format: its name, a score of the evidence for it, and its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from summarizer.model import Omission, Page

Reader = Callable[[bytes | str, str | None], Page]
"""Reads what a container holds: content and, where it has one, its file name."""


class Format(NamedTuple):
    """``sniff`` scores from 0 to 1 whether a text has this format; ``read`` may still return None.

    No more than ``longest`` characters and ``lines`` are read, so that any file takes seconds
    only.
    """

    name: str
    sniff: Callable[[str], float]
    read: Callable[[str], Page | None]
    longest: int = 6_000_000
    lines: int = 300_000


def read_best(text: str, formats: Iterable[Format]) -> Page | None:
    """The page that the likeliest format finds in ``text``; None where none of them finds one."""
    scored = [(form.sniff(text), form) for form in formats]
    likely = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    return next((page for _, form in likely if (page := _read(form, text))), None)


def _read(form: Format, text: str) -> Page | None:
    start = _beginning(text, form)
    page = form.read(start)
    if page is None or len(start) == len(text):
        return page
    cut = Omission("too-long", len(start), len(text))
    return replace(page, omissions=(*page.omissions, cut))


def _beginning(text: str, form: Format) -> str:
    start = text[: form.longest]
    if start.count("\n") <= form.lines:
        return start
    return "\n".join(start.split("\n", form.lines)[: form.lines])
