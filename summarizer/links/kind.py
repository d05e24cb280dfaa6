"""What each link is for: by its address, by the words context it, by the company it keeps."""

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
from summarizer.links.label import LinkContext
from summarizer.links.label_words import word_groups_in
from summarizer.links.redirect import is_paid_click
from summarizer.links.suffix import registrable_domain
from summarizer.links.tables import by_host, table_words
from summarizer.model import LinkKind

_BY_HOST: tuple[LinkKind, ...] = ("live", "affiliate", "video", "store", "social")
_PLATFORMS = frozenset({"video", "social"})
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


class AddressFacts(NamedTuple):
    """What an address says of itself: who owns its host, what the tables call it."""

    owner: str
    path: str
    query: str
    named: frozenset[str]
    paid: bool


def kinds_of(spans: Sequence[Span], contexts: Sequence[LinkContext]) -> list[LinkKind]:
    """The kind of each of ``spans``, which stand in ``contexts``."""
    known = [_facts(span.address) for span in spans]
    owners = Counter(f.owner for f in known if f and "short" not in f.named)
    handles = frozenset(_handle(f.path) for f in known if f and "social" in f.named)
    return [
        "cut" if span.truncated else _kind(facts, context, owners, handles)
        for span, facts, context in zip(spans, known, contexts, strict=True)
    ]


def _facts(address: str) -> AddressFacts | None:
    written, opened = read_address(address), clean_address(address)
    if not written or not opened:
        return None
    where = opened.path + opened.query
    named = {kind for kind, part in by_host(_hosts(), opened.host) if part in where}
    if _named("store label") & set(opened.host.split(".")):
        named.add("store")
    owner = registrable_domain(opened.host)
    return AddressFacts(owner, opened.path, opened.query, frozenset(named), is_paid_click(written))


def _kind(
    facts: AddressFacts | None, context: LinkContext, owners: Counter[str], handles: frozenset[str]
) -> LinkKind:
    if facts is None:
        return "source"
    known = next((kind for kind in _BY_HOST if kind in facts.named), None)
    if facts.paid or (known not in _PLATFORMS and _carries_code(facts)):
        return "affiliate"
    label = word_groups_in(context.label)
    if known in _PLATFORMS and "live" in label:
        return "live"
    if known == "store" and "social" in label and "store" not in label:
        return "social"  # a page of links to all shops, and to the channel
    return known or _by_words(context) or _by_other_links(facts, owners, handles)


def _by_words(context: LinkContext) -> LinkKind | None:
    """What the label says, or else its line and heading."""
    label = word_groups_in(context.label)
    if said := next((kind for kind in _BY_LABEL if kind in label), None):
        return said
    line = word_groups_in(f"{context.near} {context.heading}")
    return next((kind for kind in _BY_LINE if kind in line), None)


def _by_other_links(facts: AddressFacts, owners: Counter[str], handles: frozenset[str]) -> LinkKind:
    """What the other links say of ``facts``.

    A host given again and again, or called like the maker, is the maker's own. A page called like
    the maker on another host is a profile ("/@name"), or counts the maker's customers. A host
    given once is what the video is about.
    """
    if "source" in facts.named:
        return "source"
    if _plain(facts.owner.partition(".")[0]) in handles or owners[facts.owner] >= _REPEATED:
        return "site"
    if _handle(facts.path) in handles - {""}:
        return "social" if "/@" in facts.path else "affiliate"
    return "site" if facts.path == "/" and not facts.query else "source"


def _handle(path: str) -> str:
    """What a page is called in its address, in small letters: "natgeo" of "/@Nat.Geo/"."""
    last = path.rstrip("/").rpartition("/")[2]
    plain = _plain(last)
    return plain if len(plain) >= _SHORTEST_HANDLE else ""


def _plain(name: str) -> str:
    return _SIGN.sub("", name).lower()


def _carries_code(facts: AddressFacts) -> bool:
    """Whether the address names who sent the customer."""
    keys = {unquote_plus(p.partition("=")[0]).lower() for p in facts.query[1:].split("&")}
    return bool(keys & _named("code") or set(facts.path.lower().split("/")) & _named("code path"))


@cache
def _named(key: str) -> frozenset[str]:
    return frozenset(table_words("link_kinds", key))


@cache
def _hosts() -> dict[str, list[tuple[str, str]]]:
    """Hosts, their kinds, the parts that path and query must hold."""
    table: dict[str, list[tuple[str, str]]] = {}
    for kind, places in rows("link_kinds"):
        for where in () if kind in _NOT_HOSTS else places.split(" "):
            host = _HOST.split(where, maxsplit=1)[0]
            table.setdefault(host, []).append((kind, where.removeprefix(host)))
    return table
