"""The episodes of a podcast's feed, cut out of it as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Final, NamedTuple
from urllib.parse import urljoin

from bot.fetch.sites.answers import Captions

_HEAD: Final = 2_000
_FEED: Final = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_BEGIN: Final = re.compile(r"<item[\s>]")
_END: Final = "</item>"
_LONGEST: Final = 4_000
_CDATA: Final = re.compile(r"<!\[CDATA\[|\]\]>")
_TRANSCRIPT: Final = re.compile(r"<[\w-]{1,30}:transcript\s([^<>]{1,2000})>")
_ATTRIBUTE: Final = re.compile(r"([\w:-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_ENCLOSURE: Final = re.compile(r"<enclosure\s([^<>]{1,2000})>")
_SCHEME: Final = re.compile(r"^https?://(?:www\.)?")


class Episode(NamedTuple):
    """An item of a feed and where it stands; ``names`` are its address, its guid, its title."""

    begin: int
    end: int
    names: tuple[str, ...]
    date: float
    recorded: bool
    transcripts: tuple[Captions, ...]


def is_feed(text: str) -> bool:
    """Whether ``text`` is RSS or Atom."""
    return _FEED.search(text[:_HEAD]) is not None


def episodes_of(text: str, base: str) -> list[Episode]:
    """The items of a feed that came from the address ``base``."""
    return [_episode(text, begin, end, base) for begin, end in _items(text)]


def chosen(episodes: Sequence[Episode], name: str) -> Episode | None:
    """The episode with that address, guid or title; the newest where no name is given."""
    if name:
        return _named(episodes, name) or _named(episodes, name.partition("?")[0])
    recorded = [one for one in episodes if one.recorded]
    return max(recorded, key=lambda one: one.date, default=None)


def alone(text: str, episode: Episode, episodes: Sequence[Episode]) -> str:
    """The feed with one of its episodes only."""
    below = text[episodes[-1].end :]
    cut_off = _BEGIN.search(below)
    end = below[: cut_off.start()] if cut_off else below
    return text[: episodes[0].begin] + text[episode.begin : episode.end] + end


def language_of(text: str) -> str:
    """The language that the feed says it is in, else ``""``."""
    return _child(text[: _LONGEST * 4], "language")


def _named(episodes: Sequence[Episode], name: str) -> Episode | None:
    wanted = _bare(name)
    return next((one for one in episodes if wanted in map(_bare, one.names)), None)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where each item begins and ends."""
    at = 0
    while found := _BEGIN.search(text, at):
        end = text.find(_END, found.end())
        if end < 0:
            return
        at = end + len(_END)
        yield found.start(), at


def _episode(text: str, begin: int, end: int, base: str) -> Episode:
    item = text[begin:end]
    enclosure = _attributes(_ENCLOSURE, item)
    recorded = [one for one in enclosure if one.get("type", "").startswith(("audio/", "video/"))]
    names = [_child(item, "link"), _child(item, "guid"), _child(item, "title")]
    return Episode(
        begin,
        end,
        tuple(filter(None, names)),
        _date(_child(item, "pubDate")),
        bool(recorded),
        tuple(_transcripts(item, base)),
    )


def _transcripts(item: str, base: str) -> Iterator[Captions]:
    for one in _attributes(_TRANSCRIPT, item):
        kind = one.get("type", "").partition(";")[0].strip().lower()
        if url := one.get("url"):
            yield Captions(urljoin(base, url.strip()), kind, one.get("language", ""))


def _attributes(element: re.Pattern[str], item: str) -> list[dict[str, str]]:
    found = (_ATTRIBUTE.findall(one[1]) for one in element.finditer(item))
    return [{name: unescape(one or other) for name, one, other in each} for each in found]


def _child(text: str, name: str) -> str:
    """The words of the first element of that name."""
    begin = re.search(rf"<{name}(?:\s[^<>]{{0,500}})?>", text)
    end = text.find(f"</{name}>", begin.end()) if begin else -1
    if begin is None or end < 0:
        return ""
    inner = text[begin.end() : min(end, begin.end() + _LONGEST)]
    return " ".join(unescape(_CDATA.sub("", inner)).split())


def _date(written: str) -> float:
    """Seconds since 1970; 0 where there is no date, so that the first item counts as newest."""
    try:
        return parsedate_to_datetime(written).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def _bare(name: str) -> str:
    """A name without what two writings of one address differ in."""
    return _SCHEME.sub("", name.strip()).rstrip("/").casefold()
