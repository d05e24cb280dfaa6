"""A comment out of a record, whatever its exporter calls the parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape

from summarizer.datafiles.columns import Fields
from summarizer.datafiles.fields import age, amount, flag
from summarizer.datafiles.values import parse, text_of
from summarizer.model import Comment, Omission, Page
from summarizer.video_url import video_id

_TAG = re.compile(
    r"</?(?:a|b|i|u|s|p|em|strong|span|div|img|del|ins|code|pre|ul|ol|li|h[1-6]|blockquote|aside"
    r"|small|sub|sup|hr|table|thead|tbody|tr|td|th|details|summary|svg|use|figure|mark)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"<br\s{0,3}/?>|</(?:p|div|li|h[1-6]|blockquote|pre|tr)>\s{0,9}(?:<p>)?|(?<=\S)<p>",
    re.IGNORECASE,
)
# What somebody else said, as Discourse puts it into an answer; the number of what is answered.
_QUOTED = re.compile(
    r"<aside\s[^<>]{0,500}>(?:[^<]|<(?!/?aside)){0,20000}</aside>"
    r"|<a\s[^<>]{0,200}class=\"quotelink\"[^<>]{0,200}>[^<>]{0,60}</a>"
)
# The text of a comment as Google Takeout has it, until 2024 and since.
_PIECES = re.compile(r"\{\s{0,9}\"(?:takeoutSegments|text)\"\s{0,9}:")
GONE = frozenset({"[deleted]", "[removed]"})
"""What stands where a comment was."""

_REDDIT = ("t1_", "t3_")  # a parent that is a comment, or the post itself


def comment(record: Fields, *, inside: bool = False) -> Comment | None:
    """The comment in ``record``; ``inside`` another one it is a reply. None without a text."""
    text = said(record.get("text"))
    if not text or text in GONE:
        return None
    return Comment(
        text=text,
        author=None if record.has("own") else _author(record.get("author")),
        likes=_likes(record),
        age=age(record.get("age")),
        reply=inside or _is_reply(record),
        pinned=flag(record.get("pinned")),
    )


@dataclass(slots=True)
class Discussed:
    """The videos, or threads, that records are about, by their ids and by their titles."""

    ids: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    @property
    def number(self) -> int:
        """How many they are at least."""
        return max(len(self.ids), len(self.titles))

    def note(self, record: Fields, title: object) -> None:
        """Take what ``record`` names, and the ``title`` of what it is about."""
        video, url = record.get("video") or record.get("thread"), record.get("url")
        name = video if isinstance(video, str) else video_id(url) if isinstance(url, str) else None
        if name:
            self.ids.add(name)
        if words := text_of(title).strip():
            self.titles.add(words)


def of_several(page: Page, videos: int) -> Page:
    """``page`` as the discussion of so many videos: it has what belongs to one of them no more."""
    said_so = (*page.omissions, Omission("several-videos", videos))
    return replace(page, title=None, url=None, description="", chapters=(), omissions=said_so)


def said(value: object) -> str:
    """The words of a field, the HTML that an API puts into them turned into text."""
    text = text_of(value).strip()
    if _PIECES.match(text) and (pieces := parse(text)):
        text = text_of(_segments(pieces.value)).strip() or text
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", _QUOTED.sub("", text)))
    return (unescape(text) if "&" in text else text).strip()


def _segments(pieces: object) -> object:
    return pieces.get("takeoutSegments", pieces) if isinstance(pieces, dict) else pieces


def _author(value: object) -> str | None:
    if isinstance(value, dict):
        value = Fields(value).get("who") or text_of(value)
    return " ".join(text_of(value).split())[:200] or None if isinstance(value, str) else None


def _likes(record: Fields) -> int | None:
    """The count in the record, or in the object of counts that some keep beside it."""
    counts = record.get("stats")
    inner = Fields(counts).get("likes") if isinstance(counts, dict) else None
    return amount(record.get("likes") if inner is None else inner)


def _is_reply(record: Fields) -> bool:
    parent = record.get("parent")
    if isinstance(parent, str) and parent.startswith(_REDDIT):
        return parent.startswith(_REDDIT[0])
    if parent is not None and not isinstance(parent, dict | list) and parent != record.get("id"):
        return flag(parent)
    mark = record.get("isreply")
    if isinstance(mark, str) and not mark.strip().isdigit():
        return mark.strip().casefold() in {"reply", "true", "yes"}
    return flag(amount(mark) if isinstance(mark, str) else mark)
