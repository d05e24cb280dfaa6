"""What a host's robots.txt asks of this bot (RFC 9309)."""

from __future__ import annotations

from typing import Final

from protego import Protego

PATH: Final = "/robots.txt"
MOST_BYTES: Final = 5 * 2**20
_PARSED_BYTES: Final = 500 * 1024
"""As much of one as RFC 9309 wants parsed; whoever writes more, knows that the rest may be lost."""


def text_of(body: bytes) -> str:
    """Return the beginning of a robots.txt, which may open with a byte order mark."""
    return body[:_PARSED_BYTES].decode("utf-8-sig", "replace")


def allows(robots: str, agent: str, url: str) -> bool:
    """Whether the text lets an agent of that name get the address."""
    return Protego.parse(robots).can_fetch(url, agent)
