"""One request and its answer: over a connection of its own, without cookies."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final

import certifi
from ada_url import URL
from httpcore import (
    AsyncConnectionPool,
    AsyncNetworkBackend,
    NetworkError,
    ProtocolError,
    ProxyError,
    Response,
    TimeoutException,
)

from bot.fetch.model import FetchError
from bot.fetch.network.body import ENCODINGS, read_body

PORTS: Final = {"http:": 80, "https:": 443}

MEDIA: Final = ("video/", "audio/", "image/", "font/")
"""Types of content whose bodies are never read."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a site is asked; ``headers`` have names in lower case."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What it answers, its body decompressed, "" where it is media.

    Where headers repeat, the first counts.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def retry_after(self) -> float | None:
        """The seconds for which the site wants to be left alone, if it says so (RFC 9110)."""
        said = self.headers.get("retry-after", "").strip()
        if said.isascii() and said.isdigit():
            return float(said[:9])
        try:
            then = parsedate_to_datetime(said)
        except ValueError:
            return None
        return max(0.0, (then.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def parsed(url: str, *, loopback: bool = False) -> URL:
    """Return the address in its parts, as browsers see them.

    Raises:
        FetchError: it is no address of the web: another scheme, port, or with a password.
    """
    try:
        found = URL(url)
    except ValueError as problem:
        raise FetchError("fetch-no-address") from problem
    port = found.port and not loopback  # ada leaves a scheme's own port out
    other = port and int(found.port) not in PORTS.values()
    if found.protocol not in PORTS or not found.hostname or found.username or other:
        raise FetchError("fetch-no-address")
    return found


async def exchange(request: Request, backend: AsyncNetworkBackend, most: int) -> Reply:
    """Return the site's answer, of which a body of at most ``most`` bytes is read.

    Raises:
        FetchError: it does not answer, or not so that it can be read.
    """
    found = URL(request.url)
    host = found.hostname
    headers = {"host": found.host, "accept-encoding": ENCODINGS, **request.headers}
    try:
        async with (
            AsyncConnectionPool(_tls(), network_backend=backend, retries=0) as pool,
            pool.stream(
                request.method,
                found.href,  # as it was checked, not as it was written
                headers=list(headers.items()),
                content=request.body,
            ) as response,
        ):
            return await _reply(request.url, response, most, host)
    except (NetworkError, ProxyError, TimeoutException) as problem:
        raise FetchError("fetch-unreachable", host=host) from problem
    except (ProtocolError, ssl.SSLError, UnicodeError) as problem:
        raise FetchError("fetch-unreadable", host=host) from problem


async def _reply(url: str, response: Response, most: int, host: str) -> Reply:
    headers: dict[str, str] = {}
    for name, value in response.headers:
        headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
    if headers.get("content-type", "").lower().startswith(MEDIA):
        return Reply(url, response.status, headers, b"")
    encoding = headers.get("content-encoding", "")
    body = await read_body(response.aiter_stream(), encoding, most, host)
    return Reply(url, response.status, headers, body)


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())
