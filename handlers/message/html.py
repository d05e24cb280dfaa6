"""Blocks to Telegram's HTML, in which the page's words neither ping, link nor reverse the text.

Telegram makes entities of names, commands, tags, addresses and card numbers by itself, except
inside ``<code>``; so these go there. ``<code>`` may stand in a quote but not inside bold or a link
(Bot API, "Formatting options").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from handlers.entities import find_entities
from handlers.message.blocks import Block, Line, Span
from handlers.message.direction import DIRECTION, ISOLATE, RELEASE

MESSAGE_UNITS = 4096
"""UTF-16 units that a message may hold after its entities are parsed."""
CAPTION_UNITS = 1024
MESSAGE_ENTITIES = 100

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_TAGS = {"bold": "b", "italic": "i"}


@dataclass(frozen=True, slots=True)
class Html:
    """Markup, with what Telegram counts of it: UTF-16 units and entities."""

    markup: str
    units: int
    entities: int

    def fits(self, limit: int = MESSAGE_UNITS) -> bool:
        """Whether one message, or a caption with its own limit of units, can hold it."""
        return self.units <= limit and self.entities <= MESSAGE_ENTITIES


def write(blocks: Iterable[Block], mark: str = "") -> Html:
    """The blocks as one message, a blank line between them; a folded one stands right below.

    ``mark`` is that of `Texts`, with which each line begins.
    """
    written = _text("")
    for number, one in enumerate(blocks):
        separator = "" if not number else "\n" if one.folded else "\n\n"
        written = _joined([written, _block(one, mark)], separator)
    return written


def is_alive(text: str) -> bool:
    """Whether Telegram would make an entity of some part of ``text``."""
    return bool(find_entities(text))


@lru_cache(maxsize=256)  # a reply is written again at each press, mostly from the same blocks
def _block(block: Block, mark: str) -> Html:
    lines = _joined([_line(line, mark) for line in block.lines], "\n")
    return _tagged(lines, "blockquote", " expandable") if block.folded else lines


def _line(line: Line, mark: str) -> Html:
    """The spans; a link keeps its direction to itself where the line runs to the left."""
    spans = (_isolated(_span(x)) if mark and x.quoted and x.url else _span(x) for x in line)
    return _joined([_text(mark), *spans], "")


def _span(span: Span) -> Html:
    text = _CONTROLS.sub("", span.text)
    if span.quoted or span.url is not None:
        text = DIRECTION.sub("", text)
    if not text:
        return _text("")
    if span.url is not None:
        return _styled(_tagged(_text(text), "a", f' href="{escape(span.url)}"'), span.style)
    if not span.quoted:
        return _styled(_text(text), span.style)
    return _isolated(*(_run(run, span.style, code=code) for code, run in _runs(text) if run))


def _isolated(*pieces: Html) -> Html:
    return _joined([_text(ISOLATE), *pieces, _text(RELEASE)], "")


def _runs(text: str) -> Iterable[tuple[bool, str]]:
    """What would come alive, marked so, and the runs of text between it."""
    reached = 0
    for found in find_entities(text):
        yield False, text[reached : found.start]
        yield True, text[found.start : found.end]
        reached = found.end
    yield False, text[reached:]


def _run(text: str, style: str, *, code: bool) -> Html:
    return _tagged(_text(text), "code") if code else _styled(_text(text), style)


def _text(text: str) -> Html:
    return Html(escape(text, quote=False), len(text.encode("utf-16-le", "replace")) // 2, 0)


def _styled(inner: Html, style: str) -> Html:
    return _tagged(inner, _TAGS[style]) if style in _TAGS else inner


def _tagged(inner: Html, tag: str, attributes: str = "") -> Html:
    markup = f"<{tag}{attributes}>{inner.markup}</{tag}>"
    return Html(markup, inner.units, inner.entities + 1)


def _joined(parts: list[Html], separator: str) -> Html:
    return Html(
        separator.join(p.markup for p in parts),
        sum(p.units for p in parts) + len(separator) * max(0, len(parts) - 1),
        sum(p.entities for p in parts),
    )
