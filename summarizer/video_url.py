"""The YouTube video that an address or a text refers to."""

from __future__ import annotations

import re
from urllib.parse import unquote

from summarizer.links import clean_url

# Repetition is bounded: a megabyte of "youtube.com/watch?" must stay linear.
_YOUTUBE = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:attribution_link\?[^\s\"'<>]{0,120}?)?"
    r"(?:watch/?\?(?:[^\s\"'<>#]{0,120}?[&;])?v=|(?:shorts|live|embed|v|e|watch)/)"
    r"|youtu\.be/|vnd\.youtube:(?://)?(?:www\.youtube\.com/watch\?v=)?"
    r"|(?:i\d?\.ytimg|img\.youtube)\.com/vi(?:_webp)?/)"
    r"([\w-]{11})(?![\w-])",
    re.ASCII | re.IGNORECASE,
)
_ONE_LINK = re.compile(r"(?:https?://|www\.|(?:m\.|music\.)?youtu)\S{3,2000}", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r" [-–—|] YouTube(?: Music)?$")


def video_id(text: str) -> str | None:
    """The id of the first YouTube video that ``text`` gives an address of, else None.

    Knows watch, shorts, live, embed and short addresses on every host of the site, also inside
    a longer text or percent-encoded inside another address.
    """
    found = _YOUTUBE.search(text)
    if not found and "%3d" in text[:4000].lower():
        found = _YOUTUBE.search(unquote(text[:4000]))
    return found[1] if found else None


def watch_url(video: str) -> str:
    """The canonical address of the YouTube video with this id."""
    return f"https://www.youtube.com/watch?v={video}"


def canonical(url: str) -> str:
    """One address for all addresses of a page: YouTube's watch address, else the cleaned one."""
    video = video_id(url)
    return watch_url(video) if video else clean_url(url.strip())


def sole_link(text: str) -> str | None:
    """The canonical address, where ``text`` is one link and nothing else; else None."""
    text = text.strip().strip("<>")
    if not _ONE_LINK.fullmatch(text):
        return None
    return canonical(text if "://" in text else f"https://{text}")


def without_site(title: str) -> str:
    """``title`` without the site's name that a browser's tab or a saved file shows after it."""
    return _SITE_SUFFIX.sub("", title.strip())
