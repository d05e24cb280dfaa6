"""What an address says by itself: whose it is, what tables call its host, how its path looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote_plus

from summarizer.data import rows
from summarizer.links.address import Address, read_address
from summarizer.links.cache import remembered
from summarizer.links.clean import clean_address
from summarizer.links.redirect import is_paid_click
from summarizer.links.suffix import registrable_domain
from summarizer.links.tables import by_host, table_words

_NOT_HOSTS = frozenset({"code", "code path"})
_HOST = re.compile(r"[/?&]")
_SIGN = re.compile(r"[\W_]+")
_LANGUAGE = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:index\.\w+)?", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:pdf|csv|tsv|xlsx?|ods|docx?|odt|pptx?|ipynb|zip|txt|epub|stl|step|dxf)\Z", re.IGNORECASE
)
# The path of one article among many: a date, a number, a title of three words or more.
_ARTICLE = re.compile(r"\d{4}|[_-][^/_-]{1,60}[_-]|\.html?\Z|[?&](?:id|p|t)=\d")
_PROFILE = re.compile(r"/@|/(?:c|u|users?|channels?|profiles?)/", re.IGNORECASE)


class AddressFacts(NamedTuple):
    """``host`` in small letters, ``owner`` the name that is registered of it.

    ``named``: kinds of the host by the tables, ``words``: kinds that parts of host and path name;
    ``is_profile``: the path is that of somebody's page;
    ``shape``: "home", "file", "article", "short" or "page"; ``last``: the end of the path;
    ``values`` of the query; ``pays``: it names who sent the customer.
    """

    host: str
    owner: str
    named: frozenset[str]
    words: frozenset[str]
    shape: str
    last: str
    is_profile: bool
    values: tuple[str, ...]
    pays: bool


@remembered
def facts_of(written: str) -> AddressFacts | None:
    """The facts of the address that ``written`` opens; None where it is no address of the web."""
    address, opened = read_address(written), clean_address(written)
    if not address or not opened:
        return None
    where = opened.path + opened.query
    named = frozenset(kind for kind, part in by_host(_hosts(), opened.host) if part in where)
    last = opened.path.rstrip("/").rpartition("/")[2]
    return AddressFacts(
        opened.host,
        registrable_domain(opened.host),
        named,
        frozenset(_words_of(opened)),
        _shape(opened, named),
        plain_name(last),
        _PROFILE.search(opened.path) is not None,
        tuple(plain_name(value) for _, value in _pairs(address) if value),
        is_paid_click(address) or _carries_code(opened),
    )


def plain_name(name: str) -> str:
    """``name`` in small letters, without blanks and signs: "natgeo" of "@Nat.Geo"."""
    return _SIGN.sub("", name).lower()


def _pairs(address: Address) -> Iterator[tuple[str, str]]:
    """The parameters of the query as they stand in it, keys in small letters."""
    for pair in address.query[1:].split("&"):
        key, _, value = pair.partition("=")
        yield unquote_plus(key).lower(), value


def _words_of(address: Address) -> Iterator[str]:
    """The kinds that parts of host and path name; of top names only those of shops count."""
    *names, top = address.host.split(".")
    table = _path_words()
    for part in (*names, *address.path.lower().split("/")):
        yield from table.get(part.partition(".")[0], ())
    yield from {"store"} & set(table.get(top, ()))
    yield from _glued(names[-1] if names else "", plain_name(address.path))


def _glued(name: str, path: str) -> Iterator[str]:
    """The kinds that words say which are glued to others: "mossshop.com", "/youtubeDE"."""
    sells = tuple(_inside_words()["store"])
    if name.startswith(sells) or name.endswith(sells):
        yield "store"
    if any(site in path for site in _inside_words()["social"]):
        yield "social"


def _shape(address: Address, named: frozenset[str]) -> str:
    if "short" in named:
        return "short"
    if _LANGUAGE.fullmatch(address.path) and not address.query:
        return "home"
    if _FILE.search(address.path):
        return "file"
    return "article" if _ARTICLE.search(address.path + address.query) else "page"


def _carries_code(address: Address) -> bool:
    """Whether the address names who sent the customer."""
    keys = {key for key, _ in _pairs(address)}
    return bool(keys & _named("code") or set(address.path.lower().split("/")) & _named("code path"))


@cache
def _named(key: str) -> frozenset[str]:
    return frozenset(table_words("link_kinds", key))


@cache
def _path_words() -> dict[str, list[str]]:
    """The kinds that a part of a host or path may name, by the part."""
    table: dict[str, list[str]] = {}
    for kind, words, _ in rows("link_paths"):
        for word in words.split():
            table.setdefault(word, []).append(kind)
    return table


@cache
def _inside_words() -> dict[str, list[str]]:
    """What may stand inside a longer name, by its kind."""
    return {kind: inside.split() for kind, _, inside in rows("link_paths")}


@cache
def _hosts() -> dict[str, list[tuple[str, str]]]:
    """Hosts, their kinds, the parts that path and query must hold."""
    table: dict[str, list[tuple[str, str]]] = {}
    for kind, places in rows("link_kinds"):
        for where in () if kind in _NOT_HOSTS else places.split(" "):
            host = _HOST.split(where, maxsplit=1)[0]
            table.setdefault(host, []).append((kind, where.removeprefix(host)))
    return table
