"""The YouTube video that an address, a text or a file name refers to."""

from __future__ import annotations

import re
from typing import NamedTuple
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
# yt-dlp: "Title [id].en.vtt"; youtube-dl: "Title-id.en.vtt". An id's last sign holds four bits.
_BRACKETED = re.compile(r"\[([\w-]{11})\]", re.ASCII)
_HYPHENED = re.compile(r"-([\w-]{10}[AEIMQUYcgkosw048])$", re.ASCII)
_BARE = re.compile(r"[\w-]{10}[AEIMQUYcgkosw048]", re.ASCII)
_ENDINGS = re.compile(
    r"(?:\.(?:[a-z]{2,3}(?:-[\w-]{2,10})?|info|live_chat|comments?|description|transcript|auto))?"
    r"\.[a-z][a-z\d]{1,9}$",
    re.ASCII | re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r" [-–—|] YouTube(?: Music)?$")
_NAMES_SOMETHING = re.compile(
    r"(?!(?:audio|auto|captions?|chapters?|chat|clip|comments?|data|default|description|digest|docs?"
    r"|document|download|en|english|example|export|file|final|index|info|input|list|media|message"
    r"|meta(?:data)?|movie|new|notes?|output|page|pasted|recording|result|sample|save[ds]?|speech"
    r"|subs?|subtitles?|tables?|temp|test|text|tmp|track|transcripts?|transcription|untitled|video"
    r"|watch|youtube|[a-z]{2,4}[-_]?\d+)(?:[\W_]|\d)*$)[^\W\d_][^\W\d_]{2}[\w'’.-]{0,80}",
    re.IGNORECASE,
)
"""One word that may be a title: not what programs call every such file, nor a number."""


class FileName(NamedTuple):
    """What a file's name says: the video's title and id, each None where it says nothing."""

    title: str | None
    video: str | None


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


def from_name(name: str) -> FileName:
    """Title and id in a file's name, as yt-dlp, youtube-dl and browsers write them.

    A name that only says what the file holds ("captions.srt") is no title.
    """
    stem = _ENDINGS.sub("", re.split(r"[\\/]", name)[-1])
    bracketed = list(_BRACKETED.finditer(stem))
    found = bracketed[-1] if bracketed else _HYPHENED.search(stem)
    if found:
        title = stem[: found.start()].strip(" -_")
        return FileName(title or None, found[1])
    if _BARE.fullmatch(stem) and _looks_random(stem):
        return FileName(None, stem)
    title = without_site(stem)
    return FileName(title if " " in title or _NAMES_SOMETHING.fullmatch(title) else None, None)


def _looks_random(text: str) -> bool:
    """Capitals and small letters mixed, as no word does."""
    return bool(re.search(r"[a-z][A-Z\d]", text) and re.search(r"[A-Z]", text[1:]))
