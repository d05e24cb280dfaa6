"""Titles and names without what a site or a browser wraps around them, and what is no title."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.data import lines, rows
from summarizer.page.interface import Mark, is_day_of_year, read_line, unlink
from summarizer.sentences.sounds import without_notes

_SITE = re.compile(r"\s[-–—|•]\s(?:YouTube|Vimeo|Dailymotion|TED Talk|Rumble|Odysee|PeerTube)$")
_NEWS = re.compile(r"^\(\d{1,4}\+?\)\s")
# Teams: "Weekly talk-20240512_101500-Meeting Recording".
_RECORDED = re.compile(r"(?<=\w)-\d{8}_\d{6}(?:UTC)?-[^\d\n]{1,60}$")
_HEADING = re.compile(r"^#{1,6}\s")
_HEADER = re.compile(r"(?:WEBVTT\b|(?:Kind|Language): ?\S).{0,100}")
_ADDED = re.compile(r"\s?[(\[][^()\[\]]{1,40}[)\]]$")
# What a heading may have around its words: marks, a picture of a pen.
_AROUND = re.compile(r"\A(?:[^\w\s(\[]{1,8}\s{0,3}){1,3}|[\s*_#:.\-]{1,8}\Z")
_SENTENCE = 4
"""Words of a sentence at least."""
_LONGEST = 60
"""Characters of a line that may be the name of a format or a language."""


def clean_title(text: str) -> str:
    """A title without the marks of headings, notifications and the site's name around it."""
    bare = unlink(clean_name(text).strip(" *_"))
    return _RECORDED.sub("", _SITE.sub("", _NEWS.sub("", bare))).strip(" *_")


def clean_name(text: str) -> str:
    """A name without a Markdown link or the mark of a heading."""
    return unlink(_HEADING.sub("", text).strip())


def is_about(heading: str, name: str) -> bool:
    """Whether ``heading`` is like "About Anna", the box below a live stream of "Anna"."""
    return bool(name) and heading.endswith(f" {name}") and heading.count(" ") == name.count(" ") + 1


def is_heading(text: str) -> bool:
    """Whether the line is a Markdown heading."""
    return _HEADING.match(text) is not None


def is_title(text: str) -> bool:
    """Whether ``text`` may be a title: neither a note of sounds nor what ``is_label`` tells."""
    return any(map(str.isalnum, without_notes(text))) and not is_label(text)


def is_label(text: str) -> bool:
    """Whether ``text`` is a format's first line, the name of a language, a date or a time."""
    return _HEADER.fullmatch(text) is not None or _is_date(text) or _is_listed(text)


def is_speech(text: str) -> bool:
    """Whether ``text`` is a sentence as talks begin: a greeting, not "Hello World", or in small."""
    words = text.split()
    is_sentence = len(words) >= _SENTENCE and 2 * sum(w[0].islower() for w in words) > len(words)
    is_small = text[:1].islower() and text.endswith(".")
    return is_sentence and (is_small or text.lower().startswith(_greetings()))


def _is_date(text: str) -> bool:
    """Whether ``text`` is a date or a time and nothing else."""
    if len(text) > _LONGEST:
        return False
    line = read_line(text)
    return line.is_time or line.says(Mark.AGE) or is_day_of_year(text.strip())


def _is_listed(text: str) -> bool:
    name = _ADDED.sub("", _AROUND.sub("", text)) if len(text) <= _LONGEST else ""
    return name.lower() in _no_titles()


@lru_cache(maxsize=1)
def _greetings() -> tuple[str, ...]:
    """What opens an aside: greetings, thanks, promotion."""
    return tuple(f"{phrase[1:]} " for phrase in lines("asides.txt") if phrase.startswith("^"))


@lru_cache(maxsize=1)
def _no_titles() -> frozenset[str]:
    languages = (row[1].lower() for row in rows("languages") if len(row) > 1)
    return frozenset([*lines("no_titles.txt"), *languages])
