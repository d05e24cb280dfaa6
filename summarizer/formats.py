"""What a format is to the door: a name, the evidence for it, and its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from summarizer.model import Page

Reader = Callable[[bytes | str, str | None], Page]
"""Reads what a container holds: content and, where it has one, its file name."""


class Format(NamedTuple):
    """``sniff`` says from 0 to 1 how surely a text has this format; ``read`` may still decline."""

    name: str
    sniff: Callable[[str], float]
    read: Callable[[str], Page | None]


def read_best(text: str, formats: Iterable[Format]) -> Page | None:
    """The page that the likeliest format finds in ``text``; None where none of them finds one."""
    scored = [(form.sniff(text), form) for form in formats]
    likely = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    return next((page for _, form in likely if (page := form.read(text))), None)
