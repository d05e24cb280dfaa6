"""A reply as spans, lines and blocks, before it is written for a chat, a file or a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "bold", "italic"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; ``quoted`` marks words of the page, which must not ping or link.

    With ``url`` the text opens that address.
    """

    text: str
    style: Style = "plain"
    quoted: bool = False
    url: str | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; a ``folded`` block opens at a touch.

    A ``part`` goes on with the section before it: its headings are of the next level.
    """

    lines: tuple[Line, ...]
    folded: bool = False
    part: bool = False


def plain(text: str) -> Span:
    """Words of the bot's own."""
    return Span(text)


def bold(text: str) -> Span:
    """A heading of the bot's own."""
    return Span(text, "bold")


def quoted(text: str, style: Style = "plain", url: str | None = None) -> Span:
    """Words of the page, white space folded."""
    return Span(" ".join(text.split()), style, quoted=True, url=url)


def block(lines: Iterable[Line], *, folded: bool = False, part: bool = False) -> tuple[Block, ...]:
    """The block of ``lines``, or no block where there is no line."""
    kept = tuple(line for line in lines if line)
    return (Block(kept, folded, part),) if kept else ()


def shorten(text: str, limit: int) -> str:
    """``text`` in at most ``limit`` characters, ended between words: "…" stands for the rest."""
    if len(text) <= limit:
        return text
    head = text[: max(0, limit - 1)]
    end = head.rfind(" ")
    return (head[:end] if end > limit // 2 else head).rstrip() + "…"
