"""An address without what only follows the reader about."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote_plus

from ada_url import URL

from summarizer.links.redirect import target_of
from summarizer.links.tables import by_host, rows

MAX_HOPS = 5
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*+:(?!\d)", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@lru_cache(maxsize=4096)
def clean_url(url: str) -> str:
    """``url`` unwrapped and without trackers, as the WHATWG URL standard writes it.

    What is not an http(s) address comes back unchanged. ``clean_url(clean_url(x))`` is
    ``clean_url(x)``; a chain of more than five redirectors stays wrapped.
    """
    parsed = parse(url)
    if parsed is None:
        return url
    address: str = _stripped(_unwrapped(parsed)).href
    return address


def parse(url: str) -> URL | None:
    """``url`` parsed, "https" where it names no scheme; None where it is no http(s) address."""
    visible = _INVISIBLE.sub("", url.strip())
    if visible.startswith("//"):
        visible = f"https:{visible}"
    elif not _SCHEME.match(visible):
        visible = f"https://{visible}"
    try:
        parsed = URL(visible)
    except ValueError:
        return None
    return parsed if parsed.protocol in ("http:", "https:") else None


def _unwrapped(url: URL) -> URL:
    last = url
    for _ in range(MAX_HOPS):
        following = _next(last)
        if following is None:
            return last
        last = following
    return url if _next(last) else last


def _next(url: URL) -> URL | None:
    target = target_of(url)
    return parse(target) if target else None


def _stripped(url: URL) -> URL:
    host, path = str(url.hostname).rstrip("."), url.pathname
    usual = _canonical(host)
    if usual != host:
        url.hostname = usual
    rules = [rule for rule in _rules_of(host) if rule.part in path]
    for part in ("search", "hash"):
        before = getattr(url, part)
        after = _without(before, rules)
        if after != before:
            setattr(url, part, after)
    shorter = "/".join(s for s in path.split("/") if not _is_tracking_segment(s, rules))
    if shorter != path:
        url.pathname = shorter
    return url


def _is_tracking_segment(segment: str, rules: list[Rule]) -> bool:
    return any(rule.segments and segment.startswith(rule.segments) for rule in rules)


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


def _rules_of(host: str) -> list[Rule]:
    table = _trackers()
    return [*table["*"], *by_host(table, host)]


@cache
def _trackers() -> dict[str, list[Rule]]:
    table: dict[str, list[Rule]] = {}
    for hosts, parameters in rows("link_trackers"):
        for where in hosts.split():
            host, slash, part = where.partition("/")
            table.setdefault(host, []).append(_rule(slash + part, parameters.split()))
    return table


def _rule(part: str, names: list[str]) -> Rule:
    return Rule(
        part,
        frozenset(n for n in names if not n.endswith("*")),
        tuple(n[:-1] for n in names if n.endswith("*") and not n.startswith("/")),
        tuple(n[1:-1] for n in names if n.endswith("*") and n.startswith("/")),
    )


def _canonical(host: str) -> str:
    """``host``, or where a mobile or AMP host has a twin that shows the same pages, the twin."""
    for name, twin in by_host(_twins(), host):
        if host == name or name.startswith("m."):
            return host.removesuffix(name) + twin
    return host


@cache
def _twins() -> dict[str, list[tuple[str, str]]]:
    return {mobile: [(mobile, usual)] for mobile, usual in rows("link_canonical")}
