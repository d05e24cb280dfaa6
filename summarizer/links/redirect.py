"""The address that a known redirector's own address holds inside."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus

from summarizer.data import rows
from summarizer.links.address import Address
from summarizer.links.suffix import is_tld
from summarizer.links.tables import by_host

_BARE = re.compile(r"(?:[\w-]{1,63}\.){1,8}([a-z]{2,24})(?=[/?#:]|$)", re.IGNORECASE)
_INSIDE = re.compile(r"https?(:/{1,2}|%3a(?:/|%2f){1,2}).+", re.IGNORECASE)
_ESCAPED = re.compile(r"https?%3a", re.IGNORECASE)
_CHECKSUM = re.compile(r":[\w-]{20,}\Z")
_V3_ADDRESS = re.compile(r"/v3/__(.+?)__;")


class Redirector(NamedTuple):
    """Where a redirector keeps the address: parameter names, or the name of a way to read it."""

    path: str
    keys: tuple[str, ...]
    affiliate: bool


def target_of(address: Address) -> str | None:
    """The http(s) address that ``address`` sends on to, when its host is a known redirector."""
    for known in _known(address):
        for held in _held(address, known):
            if found := _web_address(held, address):
                return found
    return None


def is_paid_click(address: Address) -> bool:
    """Whether ``address`` is a click that a network pays for."""
    return any(known.affiliate for known in _known(address))


def _known(address: Address) -> Iterator[Redirector]:
    where = address.path + address.query
    return (known for known in by_host(_table(), address.host) if where.startswith(known.path))


def _held(address: Address, known: Redirector) -> Iterator[str]:
    for key in known.keys:
        if key in _READERS:
            yield from _READERS[key](address, known)
        else:
            yield from _values(address.query, key)


def _values(search: str, key: str) -> Iterator[str]:
    for pair in search[1:].split("&"):
        name, _, value = pair.partition("=")
        if unquote_plus(name) == key:
            plain = unquote_plus(value).strip(" []")
            yield unquote(plain) if _ESCAPED.match(plain) else plain


def _web_address(held: str, base: Address) -> str | None:
    """``held`` if it is an address of the web, also without a scheme or on ``base``'s own host."""
    if held.lower().startswith(("http://", "https://")):
        return held
    if held.startswith("/watch?"):
        return f"{base.origin}{held}"
    bare = _BARE.match(held)
    return f"http://{held}" if bare and is_tld(bare[1]) else None


def _whole_query(address: Address, _: Redirector) -> Iterator[str]:
    yield unquote(address.query[1:])


def _rest_of_path(address: Address, known: Redirector) -> Iterator[str]:
    """AMP caches: /c/s/example.com/x stands for https://example.com/x."""
    rest = address.path.removeprefix(known.path).removeprefix("bc.marfeel.com/")
    rest += address.query + address.fragment
    if _BARE.match(rest):
        yield f"{'https' if known.path.endswith('/s/') else 'http'}://{rest}"


def _inside(address: Address, _: Redirector) -> Iterator[str]:
    """An address that begins somewhere in the path; escaped, it ends with its part of the path."""
    found = _INSIDE.search(address.path + address.query)
    if not found:
        return
    sign, held = found[1].lower(), found[0]
    if "%2f" in sign:
        held = held.partition("/")[0]
    yield unquote(held) if "%3a" in sign else held


def _disqus(address: Address, _: Redirector) -> Iterator[str]:
    """Disqus sets a colon and a checksum behind the address."""
    return (_CHECKSUM.sub("", value) for value in _values(address.query, "url"))


def _base64(address: Address, _: Redirector) -> Iterator[str]:
    """Bing: "a1" and the address in base64 without its padding."""
    for value in _values(address.query, "u"):
        text = value.removeprefix("a1")
        try:
            yield urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
        except ValueError:  # neither base64 nor text
            continue


def _proofpoint(address: Address, _: Redirector) -> Iterator[str]:
    """URL Defense, version 2: "-" for "%", "_" for "/"."""
    for value in _values(address.query, "u"):
        yield unquote(value.replace("-", "%").replace("_", "/"))


def _proofpoint_3(address: Address, _: Redirector) -> Iterator[str]:
    """URL Defense, version 3, where no letter was replaced by "*"."""
    found = _V3_ADDRESS.match(address.path + address.query)
    if found and "*" not in found[1]:
        yield unquote(found[1])


_READERS: dict[str, Callable[[Address, Redirector], Iterator[str]]] = {
    "(query)": _whole_query,
    "(path)": _rest_of_path,
    "(inside)": _inside,
    "(disqus)": _disqus,
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
