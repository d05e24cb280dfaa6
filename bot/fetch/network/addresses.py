"""Which addresses may be connected to: those of the public internet, and no other."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

from bot.fetch.model import FetchError

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""The addresses of a host's port; raises OSError where it has none."""


async def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that the system's resolver knows."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether it is one machine of the public internet, by IANA's registries.

    An IPv6 address that stands for one of IPv4 (mapped, translated, 6to4, Teredo) is none: what it
    leads to is decided by a gateway.
    """
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        return found in _UNICAST and not any(found in network for network in _SPECIAL_6)
    return not any(found in network for network in _SPECIAL_4)


def is_loopback(address: str) -> bool:
    """Whether it is this machine, as servers of tests are."""
    return ip_address(address).is_loopback


async def checked(host: str, port: int, resolve: Resolve, *, loopback: bool = False) -> list[str]:
    """Return the addresses of a host, each of which may be connected to.

    ``loopback`` lets this machine's own through, for servers of tests.

    Raises:
        FetchError: the host is not known, or one of its addresses is not public.
    """
    try:
        addresses = await resolve(host, port)
    except (OSError, UnicodeError) as problem:
        raise FetchError("fetch-unknown-host", host=host) from problem
    allowed = [one for one in addresses if is_public(one) or (loopback and is_loopback(one))]
    if not addresses or allowed != addresses:
        raise FetchError("fetch-not-public", host=host)
    return allowed


_UNICAST: Final = IPv6Network("2000::/3")
_SPECIAL_6: Final = tuple(
    IPv6Network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)  # fmt: skip
_SPECIAL_4: Final = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
