"""Warnings of addresses that must not be made clickable."""

from __future__ import annotations

import re

from summarizer.links.address import INVISIBLE, Address, read_address
from summarizer.links.cache import remembered
from summarizer.links.find import find_spans
from summarizer.links.lookalike import suspicious
from summarizer.links.suffix import registrable_domain
from summarizer.model import LinkWarning

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_HOST = re.compile(r"\s*(?:[a-z]+:)?(?://)?(?:[^/?#@]*@)?([^/?#:]*)", re.IGNORECASE)
_USUAL_PORTS = frozenset({"", ":80", ":443", ":8080", ":8443"})
_NUMBER = re.compile(r"\[.*\]|[\d.]+")


def warning_of(written: str, opened: str) -> LinkWarning | None:
    """What is wrong with the address ``written`` or the one it opens; None: nothing is."""
    return _warning(opened) or (_warning(written) if written != opened else None)


def shows_another(text: str, opened: str) -> bool:
    """Whether ``text``, set as a link to ``opened``, holds the address of somebody else."""
    address = read_address(opened)
    shown = (read_address(span.address) for span in find_spans(text))
    owner = registrable_domain(address.host) if address else ""
    return any(other and registrable_domain(other.host) != owner for other in shown)


@remembered
def _warning(written: str) -> LinkWarning | None:
    scheme = _SCHEME.match(written)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return "not a web address"
    host = _HOST.match(written)
    name = host[1] if host else ""
    if INVISIBLE.search(name):
        return "invisible characters in the name"
    address = read_address(written)
    if not address:
        return "not a valid address"
    if suspicious(name) or suspicious(address.host):
        return "look-alike letters"
    return _of_parts(address)


def _of_parts(address: Address) -> LinkWarning | None:
    if address.user:
        return "a name before @ that hides the host"
    if _NUMBER.fullmatch(address.host):
        return "a number instead of a name"
    if address.host == "localhost" or address.host.endswith(".localhost"):
        return "this computer, not the web"
    return None if address.port in _USUAL_PORTS else "an unusual port"
