"""Why an address must not be made clickable."""

from __future__ import annotations

import re
from functools import lru_cache

from ada_url import URL

from summarizer.links.lookalike import suspicious

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_HOST = re.compile(r"\s*(?:[a-z]+:)?(?://)?(?:[^/?#@]*@)?([^/?#]*)", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_USUAL_PORTS = frozenset({"", "80", "443", "8080", "8443"})
_NUMBER = re.compile(r"\[.*\]|[\d.]+")


def warning_of(written: str, opened: str) -> str | None:
    """What is wrong with the address ``written`` or the one it opens; None: nothing is."""
    return _warning(opened) or (_warning(written) if written != opened else None)


@lru_cache(maxsize=4096)
def _warning(address: str) -> str | None:
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return "not a web address"
    host = _HOST.match(address)
    if host and _INVISIBLE.search(host[1]):
        return "invisible characters in the name"
    try:
        url = URL(address if scheme else f"https://{address.lstrip('/')}")
    except ValueError:
        return "not a valid address"
    return _of_url(url) or ("look-alike letters" if host and suspicious(_name(host[1])) else None)


def _name(host: str) -> str:
    return host.partition(":")[0]


def _of_url(url: URL) -> str | None:
    if url.username or url.password:
        return "a name before @ that hides the host"
    if _NUMBER.fullmatch(url.hostname):
        return "a number instead of a name"
    if url.hostname == "localhost" or url.hostname.endswith(".localhost"):
        return "this computer, not the web"
    if url.port not in _USUAL_PORTS:
        return "an unusual port"
    return "look-alike letters" if suspicious(url.hostname) else None
