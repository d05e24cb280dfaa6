"""Pasted text to a Page."""

from __future__ import annotations

import re

from summarizer.language import detect
from summarizer.links import find_links
from summarizer.model import Comment, Cue, Page, UnreadableError

_COUNT = re.compile(r"([\d.,]+) comments?", re.IGNORECASE)


def read_text(text: str) -> Page:
    """The page that ``text`` holds; raises UnreadableError where it holds none."""
    lines = [line.strip() for line in text.split("\n")]
    if not any(lines):
        raise UnreadableError("This text is empty: paste the video page, or send it as a file.")
    at = next((i for i, line in enumerate(lines) if _COUNT.fullmatch(line)), len(lines))
    stated = _COUNT.fullmatch(lines[at]) if at < len(lines) else None
    rest = [x for x in lines[at + 1 :] if x and x != "Comments are closed."]
    description = "\n".join(lines[2:at]).strip()
    spoken = lines[1] if len(lines) > 1 else ""
    return Page(
        title=lines[0],
        transcript=(Cue(spoken),) if spoken else (),
        description=description,
        comments=tuple(Comment(x) for x in rest),
        comments_stated=int(re.sub(r"\D", "", stated[1])) if stated else None,
        links=find_links(description),
        language=detect(spoken),
    )
