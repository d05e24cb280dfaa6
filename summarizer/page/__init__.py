"""Pasted text to a Page."""

from __future__ import annotations

from dataclasses import replace

from summarizer.language import detect
from summarizer.links import find_links
from summarizer.model import Page, UnreadableError
from summarizer.page.lines import read_lines
from summarizer.page.video import read_video

__all__ = ["read_text"]

_EMPTY = "This text is empty: paste the video page, or send it as a file."


def read_text(text: str) -> Page:
    """The page that ``text`` holds; raises UnreadableError where it holds none."""
    lines = read_lines(text)
    if not any(line.text for line in lines):
        raise UnreadableError(_EMPTY)
    return _complete(read_video(lines))


def _complete(page: Page) -> Page:
    """The page with its links and language."""
    spoken = "\n".join(cue.text for cue in page.transcript[:200])
    said = spoken or page.description or "\n".join(c.text for c in page.comments[:50])
    return replace(
        page,
        links=find_links(page.description),
        language=detect(said or page.title or ""),
    )
