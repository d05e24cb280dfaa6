"""What a browser's reader mode sets above an article: host, title, author, reading time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from summarizer.data import phrases
from summarizer.page.interface import BLANK, Line
from summarizer.page.parts.title import clean_title, is_label

_MOST = 7
"""Lines of a head."""

_WORDS_MOST = 3
"""Lines of it that only words explain: title, author, a second title."""

_LONGEST = 150
_PROSE, _SAMPLE, _MOSTLY = 80, 20, 0.6
"""Characters of a line of prose; lines below the head, and the share that must be such."""

_STOPS = ".!…”。"

_HOST = re.compile(r"(?:www\.)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,18}", re.IGNORECASE)
_RANGE = re.compile(r"\d{1,3}(?:\s?(?:[-–—~〜]|à|a|bis|to|до|til)\s?\d{1,3})?")
_BETWEEN = re.compile(r"\s[·•|]\s")
_BY = re.compile(r"(?:by|von|par|por|di|door|av|af|автор:?)\s", re.IGNORECASE)


def take_reader_head(lines: list[Line]) -> dict[str, str]:
    """The title and the author or host in such a head, which is blanked out; {} without one."""
    full = [i for i, line in enumerate(lines[: _MOST * 4]) if line.text]
    head = [*takewhile(lambda i: _may_stand_above(lines[i].text), full[: _MOST + 1])]
    texts = [lines[i].text for i in head]
    words = [text for text in texts if not _is_known(text)]
    is_head = 0 < len(words) <= _WORDS_MOST and len(words) < len(head) <= _MOST
    if not is_head or not _is_above_prose(lines, head[-1] + 1):
        return {}
    if not any(_is_time(item) or _HOST.fullmatch(item) for text in texts for item in _items(text)):
        return {}
    for i in head:
        lines[i] = BLANK
    maker = next(_makers(words[1:], texts), "")
    return {"title": clean_title(words[0]), **({"channel": maker} if maker else {})}


def _makers(words: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """Who wrote it, best first: the author, what stands beside a time, the host."""
    beside = (_items(text)[0] for text in texts if _is_known(text) and len(_items(text)) > 1)
    named = (text for text in (*words, *beside) if not _is_plain(text))
    yield from (_BY.sub("", text, count=1) for text in named)
    yield from (text for text in texts if _HOST.fullmatch(text))


def _may_stand_above(text: str) -> bool:
    """Whether a line may be of the head: short, or a long title, which ends in no full stop."""
    return len(text) < _PROSE or (len(text) <= _LONGEST and text[-1] not in _STOPS)


def _is_above_prose(lines: Sequence[Line], begin: int) -> bool:
    """Whether most of what follows is prose."""
    below = [line.text for line in lines[begin:] if line.text][:_SAMPLE]
    return sum(len(text) >= _PROSE for text in below) > _MOSTLY * len(below)


def _is_known(text: str) -> bool:
    """Whether a line says only what such a head does beside words: host, date, time, button."""
    items = _items(text)
    return any(map(_is_time, items)) or all(map(_is_plain, items))


def _is_plain(text: str) -> bool:
    said = text.casefold() in _phrases("button") or _HOST.fullmatch(text) or is_label(text)
    return bool(said) or _is_time(text)


def _is_time(text: str) -> bool:
    return _RANGE.sub("#", text.casefold(), count=1) in _phrases("time")


def _items(text: str) -> list[str]:
    return _BETWEEN.split(text)


@lru_cache(maxsize=2)
def _phrases(what: str) -> frozenset[str]:
    return frozenset(phrases("reader_words", what))
