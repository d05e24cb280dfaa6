"""Pasted text to a Page: its kind is chosen by evidence, then read by that kind's module."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import unescape

from summarizer.decode import normalise
from summarizer.model import Omission, Page, UnreadableError
from summarizer.page.next_page import find_another
from summarizer.page.kinds.chat import read_chat, weigh_chat
from summarizer.page.completion import complete_page
from summarizer.page.parts.front_matter import Front, find_address, read_front
from summarizer.page.interface.lines import Line, read_lines
from summarizer.page.kinds.article import read_plain
from summarizer.page.kinds.comments_only import read_remarks, weigh_remarks
from summarizer.page.parts.speakers import read_speakers, weigh_speakers
from summarizer.page.bounds.cue_lines import unfold
from summarizer.page.kinds.video_page import read_video, weigh_video

__all__ = ["read_text"]

EMPTY = "There is no text in this: paste the whole video page, or send it as a file."
ONLY_LINK = (
    "Links are not opened here: open the page, select all of it (Ctrl+A, on a phone Share or "
    "Save page), then paste the text or send the saved file."
)

_ESCAPED, _MANY = re.compile("&(?:#39|#x27|#34|quot);"), 2
"""Quotation marks as the source of a web page writes them; one may be what is talked about."""

_KINDS: tuple[tuple[Callable[[Sequence[Line]], float], Callable[[Sequence[Line]], Page]], ...] = (
    (weigh_video, read_video),
    (weigh_chat, read_chat),
    (weigh_speakers, read_speakers),
    (weigh_remarks, read_remarks),
    (lambda _: 0.4, read_plain),
)
"""How much of the lines each kind explains, from 0 to 1, and what reads it; 1 is certain."""


def read_text(text: str) -> Page:
    """The page that ``text`` holds; raises UnreadableError where it holds none."""
    lines, omissions = read_lines(_unescaped(text))
    full = [line.text for line in lines if line.text]
    if not any(c.isprintable() and not c.isspace() for line in full for c in line):
        raise UnreadableError(EMPTY)
    if all(find_address(line) for line in full):
        raise UnreadableError(ONLY_LINK)
    front = read_front(lines)
    rest = unfold(front.lines)
    if another := find_another(rest):
        rest, omissions = rest[:another], (Omission("another-page"), *omissions)
    page = _read_kind(rest) if any(line.text for line in rest) else Page()
    return complete_page(replace(_with_front(page, front), omissions=(*page.omissions, *omissions)))


def _unescaped(text: str) -> str:
    """``text`` in plain letters where it was copied out of a web page's source."""
    return normalise(unescape(text)) if len(_ESCAPED.findall(text)) >= _MANY else text


def _read_kind(lines: Sequence[Line]) -> Page:
    """The page as the kind with the best evidence reads it."""
    best = 0.0
    chosen: Callable[[Sequence[Line]], Page] = read_plain
    for weigh, read in _KINDS:
        weight = weigh(lines)
        if weight > best:
            best, chosen = weight, read
        if best >= 1:
            break
    page = chosen(lines)
    holds = page.transcript or page.comments or page.description or page.channel
    return page if holds else read_plain(lines)


def _with_front(page: Page, front: Front) -> Page:
    """The page with what it states about itself; a stated title stands over a found one."""
    return replace(
        page,
        title=front.title or page.title,
        channel=front.channel or page.channel,
        url=front.address,
        description=page.description or front.description or "",
    )
