"""Addresses without tracking parameters and redirectors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote_plus

from summarizer.data import rows
from summarizer.links.address import Address, read_address
from summarizer.links.cache import remembered
from summarizer.links.redirect import target_of
from summarizer.links.tables import by_host

MAX_HOPS = 5
_LEAVES_LIST = re.compile(r"unsubscribe|opt-?out|emailwebview|preferences", re.IGNORECASE)


def clean_url(url: str) -> str:
    """``url`` unwrapped and without trackers, as the WHATWG URL standard writes it.

    What is not an http(s) address comes back unchanged. ``clean_url(clean_url(x))`` is
    ``clean_url(x)``; a chain of more than five redirectors stays wrapped.
    """
    return str(clean_address(url) or url)


@remembered
def clean_address(url: str) -> Address | None:
    """`clean_url` in its parts; None where ``url`` is no http(s) address."""
    address = read_address(url)
    return _stripped(_unwrapped(address)) if address else None


def _unwrapped(address: Address) -> Address:
    last = address
    for _ in range(MAX_HOPS):
        following = _next(last)
        if following is None:
            return last
        last = following
    return address if _next(last) else last


def _next(address: Address) -> Address | None:
    target = target_of(address)
    return read_address(target) if target else None


def _stripped(address: Address) -> Address:
    usual = _canonical(address.host)
    if usual != address.host:
        address = address._replace(host=usual)
    if not (address.query or address.fragment or "=" in address.path):
        return address
    rules = list(_rules_of(address))
    return address._replace(
        path=_without_segments(address.path, rules),
        query=_without(address.query, rules),
        fragment=_without(address.fragment, rules),
    )


def _without_segments(path: str, rules: list[Rule]) -> str:
    starts = tuple(start for rule in rules for start in rule.segments)
    return "/".join(s for s in path.split("/") if not s.startswith(starts)) if starts else path


def _without(query: str, rules: list[Rule]) -> str:
    """``query``, with its sign, without the parameters that ``rules`` name; the rest as it was."""
    pairs = query[1:].split("&")
    kept = [pair for pair in pairs if not _is_tracker(pair, rules)]
    if len(kept) == len(pairs):
        return query
    return query[:1] + "&".join(kept) if any(kept) else ""


def _is_tracker(pair: str, rules: list[Rule]) -> bool:
    key = unquote_plus(pair.partition("=")[0]).lower()
    return any(key in rule.exact or key.startswith(rule.prefixes) for rule in rules)


class Rule(NamedTuple):
    """Parameters that go where the path holds ``part``; ``segments`` begin parts of a path."""

    part: str
    exact: frozenset[str]
    prefixes: tuple[str, ...]
    segments: tuple[str, ...]


def _rules_of(address: Address) -> Iterator[Rule]:
    """The rules that hold for ``address``; the way out of a mailing list must know the reader."""
    table = _trackers()
    yield from table["*"]
    if not _LEAVES_LIST.search(address.path + address.query):
        yield from table["mail"]
    yield from (rule for rule in by_host(table, address.host) if rule.part in address.path)


@cache
def _trackers() -> dict[str, list[Rule]]:
    table: dict[str, list[Rule]] = {}
    for hosts, parameters in rows("link_trackers"):
        for where in hosts.split():
            host, slash, part = where.partition("/")
            table.setdefault(host, []).append(_rule(slash + part, parameters.split()))
    return table


def _rule(part: str, names: list[str]) -> Rule:
    beginnings = [name[:-1] for name in names if name.endswith("*")]
    return Rule(
        part,
        exact=frozenset(name for name in names if not name.endswith("*")),
        prefixes=tuple(name for name in beginnings if not name.startswith("/")),
        segments=tuple(name[1:] for name in beginnings if name.startswith("/")),
    )


def _canonical(host: str) -> str:
    """``host``, or where a mobile or AMP host has a twin that shows the same pages, the twin."""
    for name, twin in by_host(_usual_hosts(), host):
        if host == name or name.startswith("m."):
            return host.removesuffix(name) + twin
    return host


@cache
def _usual_hosts() -> dict[str, list[tuple[str, str]]]:
    return {mobile: [(mobile, usual)] for mobile, usual in rows("link_canonical")}
