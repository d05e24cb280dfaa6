"""Connections to checked addresses: a name is looked up once, for the check and for its use."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from httpcore import (
    SOCKET_OPTION,
    AnyIOBackend,
    AsyncNetworkBackend,
    AsyncNetworkStream,
    ConnectError,
    ConnectTimeout,
)

from bot.fetch.network.addresses import Resolve, checked, resolve
from bot.fetch.network.proxies import WAYS


class CheckedBackend(AsyncNetworkBackend):
    """Connects to a host of the public internet, directly or through a proxy.

    The proxy is told the address, never the name: what it would look up could be another one.
    """

    def __init__(
        self, proxy: str = "", resolve: Resolve = resolve, *, loopback: bool = False
    ) -> None:
        self._proxy = urlsplit(proxy) if proxy else None
        self._resolve = resolve
        self._loopback = loopback
        self._plain = AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's own
        local_address: str | None = None,  # noqa: ARG002 - httpcore's own, as the next
        socket_options: Iterable[SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> AsyncNetworkStream:
        """Connect to the first address of the host that answers.

        Raises:
            FetchError: it is not known, or not public.
        """
        addresses = await checked(host, port, self._resolve, loopback=self._loopback)
        *others, last = addresses[:_MOST_ADDRESSES]
        for address in others:
            with suppress(ConnectError, ConnectTimeout):
                return await self._connect(address, port, timeout)
        return await self._connect(last, port, timeout)

    async def _connect(self, address: str, port: int, seconds: float | None) -> AsyncNetworkStream:
        if self._proxy is None:
            return await self._plain.connect_tcp(address, port, seconds)
        host, (usual_port, ask) = self._proxy.hostname or "", WAYS[self._proxy.scheme]
        stream = await self._plain.connect_tcp(host, self._proxy.port or usual_port, seconds)
        try:
            await ask(stream, self._proxy, (address, port), seconds)
        except BaseException:
            await stream.aclose()
            raise
        return stream


_MOST_ADDRESSES: Final = 4
