"""The way to Telegram over HTTP, through a proxy where the operator has named one."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from telegram.request import HTTPXRequest

from bot.config import Settings

CONNECT_SECONDS: Final = 3.0
"""So long for a name server and a handshake each; what cannot be reached is to be said soon."""


def http_request(settings: Settings, connections: int = 1, seconds: float = 5) -> HTTPXRequest:
    """A request layer with so many connections, each read of which may take so many seconds.

    Without a proxy of the bot's own httpx takes that of the environment, which is not asked for
    the way to a server on this machine.
    """
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=seconds,
        connect_timeout=CONNECT_SECONDS,
        proxy=settings.telegram_proxy or None,
        httpx_kwargs={"trust_env": not _is_here(settings.telegram_base_url)},
    )


def _is_here(url: str) -> bool:
    """Whether a URL leads to this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
