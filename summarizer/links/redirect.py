"""The address that a known redirector's own address holds inside."""

from __future__ import annotations

import binascii
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus

from ada_url import URL

from summarizer.links.suffix import is_top
from summarizer.links.tables import by_host, rows

_BARE = re.compile(r"(?:[\w-]{1,63}\.){1,8}([a-z]{2,24})(?=[/?#:]|$)", re.IGNORECASE)
_V3_ADDRESS = re.compile(r"/v3/__(.+?)__;")


class Redirector(NamedTuple):
    """Where a redirector keeps the address: parameter names, or the name of a way to read it."""

    path: str
    keys: tuple[str, ...]
    affiliate: bool


def target_of(url: URL) -> str | None:
    """The http(s) address that ``url`` sends on to, when its host is a known redirector."""
    for known in _known(url):
        for address in _addresses(url, known):
            if found := _web_address(address, url):
                return found
    return None


def pays(url: URL) -> bool:
    """Whether ``url`` is a click that a network pays for."""
    return any(known.affiliate for known in _known(url))


def _known(url: URL) -> Iterator[Redirector]:
    candidates = list(by_host(_table(), url.hostname.rstrip(".")))
    where = url.pathname + url.search if candidates else ""
    return (known for known in candidates if where.startswith(known.path))


def _addresses(url: URL, known: Redirector) -> Iterator[str]:
    for key in known.keys:
        if key in _WAYS:
            yield from _WAYS[key](url, known)
        else:
            yield from _values(url.search, key)


def _values(search: str, key: str) -> Iterator[str]:
    for pair in search[1:].split("&"):
        name, _, value = pair.partition("=")
        if unquote_plus(name) == key:
            yield unquote_plus(value).strip()


def _web_address(address: str, base: URL) -> str | None:
    """``address`` if it is one of the web, also without a scheme or on ``base``'s own host."""
    if address.lower().startswith(("http://", "https://")):
        return address
    if address.startswith("/watch?"):
        return f"{base.origin}{address}"
    bare = _BARE.match(address)
    return f"http://{address}" if bare and is_top(bare[1]) else None


def _whole_query(url: URL, _: Redirector) -> Iterator[str]:
    yield unquote(url.search[1:])


def _rest_of_path(url: URL, known: Redirector) -> Iterator[str]:
    """AMP caches: /c/s/example.com/x stands for https://example.com/x."""
    rest = url.pathname.removeprefix(known.path).removeprefix("bc.marfeel.com/")
    rest += url.search + url.hash
    if _BARE.match(rest):
        yield f"{'https' if known.path.endswith('/s/') else 'http'}://{rest}"


def _segments(url: URL, _: Redirector) -> Iterator[str]:
    return (unquote(part).removeprefix("RU=") for part in url.pathname.split("/") if "%" in part)


def _base64(url: URL, _: Redirector) -> Iterator[str]:
    """Bing: "a1" and the address in base64 without its padding."""
    for value in _values(url.search, "u"):
        text = value.removeprefix("a1")
        try:
            yield urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue


def _proofpoint(url: URL, _: Redirector) -> Iterator[str]:
    """URL Defense, version 2: "-" for "%", "_" for "/"."""
    for value in _values(url.search, "u"):
        yield unquote(value.replace("-", "%").replace("_", "/"))


def _proofpoint_3(url: URL, _: Redirector) -> Iterator[str]:
    """URL Defense, version 3, where no letter was replaced by "*"."""
    found = _V3_ADDRESS.match(url.pathname + url.search)
    if found and "*" not in found[1]:
        yield unquote(found[1])


_WAYS: dict[str, Callable[[URL, Redirector], Iterator[str]]] = {
    "(query)": _whole_query,
    "(path)": _rest_of_path,
    "(segment)": _segments,
    "(base64)": _base64,
    "(proofpoint)": _proofpoint,
    "(proofpoint 3)": _proofpoint_3,
}


@cache
def _table() -> dict[str, list[Redirector]]:
    table: dict[str, list[Redirector]] = {}
    for hosts, path, keys, *paid in rows("link_redirects"):
        known = Redirector(path, tuple(keys.split("|")), bool(paid))
        for host in hosts.split():
            table.setdefault(host, []).append(known)
    return table
