"""What a file's name says of the video: its title made readable, and its id."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.video_url import without_site

# yt-dlp: "Title [id].en.vtt"; youtube-dl: "Title-id.en.vtt". An id's last sign holds four bits.
_BRACKETED = re.compile(r"\[([\w-]{11})\]", re.ASCII)
_HYPHENED = re.compile(r"-([\w-]{10}[AEIMQUYcgkosw048])$", re.ASCII)
_BARE = re.compile(r"[\w-]{10}[AEIMQUYcgkosw048]", re.ASCII)
_ENDINGS = re.compile(
    r"(?:\.(?:[a-z]{2,3}(?:-[\w-]{2,10})?|info|live_chat|comments?|description|transcript|auto))?"
    r"\.[a-z][a-z\d]{1,9}$",
    re.ASCII | re.IGNORECASE,
)
_NAMES_NOTHING = re.compile(
    r"(?:(?:audio|auto|captions?|chapters?|chat|clip|comments?|data|default|description|digest|docs?"
    r"|document|download|en|english|example|export|file|final|index|info|input|list|media|message"
    r"|meta(?:data)?|movie|new|notes?|output|page|pasted|recording|result|sample|save[ds]?|speech"
    r"|subs?|subtitles?|tables?|temp|test|text|tmp|track|transcripts?|transcription|untitled|video"
    r"|watch|youtube|[a-z]{2,4}[-_]?\d+)(?:[\W_]|\d)*)",
    re.IGNORECASE,
)
"""What programs call every such file, or a number."""

_WORD = re.compile(r"[^\W\d_][^\W\d_]{2}[\w'’.-]{0,80}")
"""One word that may be a title."""

# Resolution, codec and source, as recorders and downloaders write them.
_SIZE = r"\d{3,4}[pi](?:\d{2})?"
_TECHNICAL = (
    rf"(?:{_SIZE}|[48]k|u?hd|hdr10?|[hx]\.?26[45]|hevc|av1|aac|mp[34]|web-?(?:dl|rip)|b(?:d|r)rip"
    r"|blu-?ray|dvdrip)"
)
_LANGUAGE = (
    r"(?:en|eng|english|de|deu|ger|deutsch|fr|fra|fre|es|spa|pt|por|ru|rus|uk|ukr|pl|pol|nl|ja|jpn"
    r"|zh|chi|ko|kor|ar|ara|tr|vi)(?:[-_](?:[a-z]{2}|hans|hant|orig|auto))?"
)
_TAGGED = re.compile(
    rf"[\s._-]*[\[(](?:{_TECHNICAL}|{_LANGUAGE}|auto-generated|\d{{1,2}})[\])]", re.IGNORECASE
)
_TAIL = re.compile(rf"[._-]+{_TECHNICAL}(?:[._-].{{0,60}})?$", re.IGNORECASE)
_LAST = re.compile(rf"[\s_-]+{_SIZE}$")
_SPOKEN = re.compile(rf"[._-]{_LANGUAGE}$", re.IGNORECASE)

# How WhatsApp calls what it exports: "WhatsApp Chat with Mill", "Discussion WhatsApp avec Mill".
_APP = "(?:whatsapp|واتساب|واتساپ)"
_TALK = (
    "(?:chatt?|czat|чат|discussion|conversa(?:ción)?|محادثة|دردشة|گفتگوی?"
    "|(?:đoạn|cuộc) (?:chat|trò chuyện))"
)
_WITH = (
    "(?:with|mit|avec|con|com|met|med|z użytkownikiem|z|с контактом|с|з контактом|з|cu|dengan|với"
    "|مع|با|-|–)"
)
_CHAT = re.compile(
    rf"(?:{_TALK} (?:de |do |trên )?{_APP}|{_APP}[ -]{_TALK}) {_WITH} (?P<with>\S.*)"
    rf"|(?P<before>\S.*?)(?: ile | के साथ |との ?|님과의 ?){_APP}"
    " ?(?:sohbeti|चैट|トーク|チャット|대화|채팅)"
    rf"|[与與和] ?(?P<between>\S.*?) ?的 ?{_APP} ?(?:聊天|对话|對話)",
    re.IGNORECASE,
)


class FileName(NamedTuple):
    """What a file's name says: the video's title and id, each None where it says nothing."""

    title: str | None
    video: str | None


def from_name(name: str) -> FileName:
    """Title and id in a file's name, as yt-dlp, youtube-dl and browsers write them.

    A name that only says what the file holds ("captions.srt") is no title.
    """
    stem = _stem(name)
    bracketed = list(_BRACKETED.finditer(stem))
    found = bracketed[-1] if bracketed else _HYPHENED.search(stem)
    if found:
        return FileName(_readable(stem[: found.start()].strip(" -_")) or None, found[1])
    if _BARE.fullmatch(stem) and _looks_random(stem):
        return FileName(None, stem)
    if chat := chat_in(name):
        return FileName(chat, None)
    title = _readable(without_site(stem))
    names = not _NAMES_NOTHING.fullmatch(stem) and not _NAMES_NOTHING.fullmatch(title)
    worded = " " in title or _WORD.fullmatch(title)
    return FileName(title if names and worded else None, None)


def chat_in(name: str) -> str | None:
    """The group or person whose chat WhatsApp has exported into the file; None for other files."""
    found = _CHAT.fullmatch(_readable(_stem(name)))
    return next(filter(None, found.groups()), None) if found else None


def _stem(name: str) -> str:
    return _ENDINGS.sub("", re.split(r"[\\/]", name)[-1])


def _readable(stem: str) -> str:
    """``stem`` in words, without what says how the video was made: "One_boat_(720p)_en"."""
    bare = _TAGGED.sub("", stem)
    if " " in bare:
        return _LAST.sub("", bare).strip(" -_.")
    bare = _SPOKEN.sub("", _TAIL.sub("", bare))
    if "_" in bare:
        return " ".join(bare.replace("_", " ").split())
    mark = next((mark for mark in ".-" if bare.count(mark) > 1), None)
    return bare.replace(mark, " ").strip() if mark else bare


def _looks_random(text: str) -> bool:
    """Capitals and small letters mixed, as no word does."""
    return bool(re.search(r"[a-z][A-Z\d]", text) and re.search(r"[A-Z]", text[1:]))
