"""What each link is for: by its address, by the words around it, by the company it keeps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote_plus

from summarizer.data import rows
from summarizer.links.address import read_address
from summarizer.links.clean import clean_address
from summarizer.links.find import Span
from summarizer.links.label import Words
from summarizer.links.lexicon import keys_in
from summarizer.links.redirect import pays
from summarizer.links.suffix import registrable
from summarizer.links.tables import by_host, words
from summarizer.model import LinkKind

_BY_HOST: tuple[LinkKind, ...] = ("live", "affiliate", "video", "store", "social")
_PLACES = frozenset({"video", "social"})
# Asked of a label in this order, the first that has a word in it decides.
_BY_LABEL: tuple[LinkKind, ...] = (
    "live",
    "social",
    "affiliate",
    "sponsor",
    "store",
    "video",
    "site",
)
_BY_LINE: tuple[LinkKind, ...] = ("sponsor", "affiliate")
_NOT_HOSTS = frozenset({"code", "code path", "store label"})
_REPEATED = 2
_SHORTEST_HANDLE = 4
_HOST = re.compile(r"[/?&]")
_SIGN = re.compile(r"[\W_]+")


class Place(NamedTuple):
    """What an address says of itself: who owns its host, what the tables call it."""

    owner: str
    path: str
    query: str
    named: frozenset[str]
    paid: bool


def kinds_of(spans: Sequence[Span], around: Sequence[Words]) -> list[LinkKind]:
    """The kind of each of ``spans``, whose words are ``around``."""
    places = [_place(span.address) for span in spans]
    owners = Counter(p.owner for p in places if p and "short" not in p.named)
    handles = frozenset(_handle(p.path) for p in places if p and "social" in p.named)
    return [
        "cut" if span.cut else _kind(place, near, owners, handles)
        for span, place, near in zip(spans, places, around, strict=True)
    ]


def _place(address: str) -> Place | None:
    written, opened = read_address(address), clean_address(address)
    if not written or not opened:
        return None
    where = opened.path + opened.query
    named = {kind for kind, part in by_host(_hosts(), opened.host) if part in where}
    if _named("store label") & set(opened.host.split(".")):
        named.add("store")
    owner = registrable(opened.host)
    return Place(owner, opened.path, opened.query, frozenset(named), pays(written))


def _kind(
    place: Place | None, around: Words, owners: Counter[str], handles: frozenset[str]
) -> LinkKind:
    if place is None:
        return "source"
    known = next((kind for kind in _BY_HOST if kind in place.named), None)
    if place.paid or (known not in _PLACES and _carries_code(place)):
        return "affiliate"
    label = keys_in(around.label)
    if known in _PLACES and "live" in label:
        return "live"
    if known == "store" and "social" in label and "store" not in label:
        return "social"  # a page of links to all shops, and to the channel
    return known or _of_words(around) or _of_company(place, owners, handles)


def _of_words(around: Words) -> LinkKind | None:
    """What the label says, or else its line and heading."""
    label = keys_in(around.label)
    if said := next((kind for kind in _BY_LABEL if kind in label), None):
        return said
    line = keys_in(f"{around.near} {around.heading}")
    return next((kind for kind in _BY_LINE if kind in line), None)


def _of_company(place: Place, owners: Counter[str], handles: frozenset[str]) -> LinkKind:
    """What the other links say of ``place``.

    A host given again and again, or called like the maker, is the maker's own. A page called like
    the maker on another host is a profile ("/@name"), or counts the maker's customers. A host
    given once is what the video is about.
    """
    if "source" in place.named:
        return "source"
    if _plain(place.owner.partition(".")[0]) in handles or owners[place.owner] >= _REPEATED:
        return "site"
    if _handle(place.path) in handles - {""}:
        return "social" if "/@" in place.path else "affiliate"
    return "site" if place.path == "/" and not place.query else "source"


def _handle(path: str) -> str:
    """What a page is called in its address, in small letters: "natgeo" of "/@Nat.Geo/"."""
    last = path.rstrip("/").rpartition("/")[2]
    plain = _plain(last)
    return plain if len(plain) >= _SHORTEST_HANDLE else ""


def _plain(name: str) -> str:
    return _SIGN.sub("", name).lower()


def _carries_code(place: Place) -> bool:
    """Whether the address names who sent the customer."""
    keys = {unquote_plus(p.partition("=")[0]).lower() for p in place.query[1:].split("&")}
    return bool(keys & _named("code") or set(place.path.lower().split("/")) & _named("code path"))


@cache
def _named(key: str) -> frozenset[str]:
    return frozenset(words("link_kinds", key))


@cache
def _hosts() -> dict[str, list[tuple[str, str]]]:
    """Hosts, their kinds, the parts that path and query must hold."""
    table: dict[str, list[tuple[str, str]]] = {}
    for kind, places in rows("link_kinds"):
        for where in () if kind in _NOT_HOSTS else places.split(" "):
            host = _HOST.split(where, maxsplit=1)[0]
            table.setdefault(host, []).append((kind, where.removeprefix(host)))
    return table
