"""Titles and names without what a site or a browser wraps around them."""

from __future__ import annotations

import re

from summarizer.page.interface import unlink

_SITE = re.compile(r"\s[-–—|•]\s(?:YouTube|Vimeo|Dailymotion|TED Talk|Rumble|Odysee|PeerTube)$")
_NEWS = re.compile(r"^\(\d{1,4}\+?\)\s")
_HEADING = re.compile(r"^#{1,6}\s")


def clean_title(text: str) -> str:
    """A title without the marks of headings, notifications and the site's name around it."""
    bare = unlink(clean_name(text).strip(" *_"))
    return _SITE.sub("", _NEWS.sub("", bare)).strip(" *_")


def clean_name(text: str) -> str:
    """A name without a Markdown link or the mark of a heading."""
    return unlink(_HEADING.sub("", text).strip())


def is_heading(text: str) -> bool:
    """Whether the line is a Markdown heading."""
    return _HEADING.match(text) is not None
