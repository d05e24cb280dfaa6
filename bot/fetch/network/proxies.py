"""How a proxy is asked for a connection to an address."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Awaitable, Callable, Mapping
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, unquote

from httpcore import AsyncNetworkStream, ProxyError
from socksio import SOCKSError, socks5

Target = tuple[str, int]
"""An address and a port."""
Ask = Callable[[AsyncNetworkStream, SplitResult, Target, float | None], Awaitable[None]]
"""Raises ProxyError where the proxy gives no connection."""


async def _ask_http(
    stream: AsyncNetworkStream, proxy: SplitResult, target: Target, seconds: float | None
) -> None:
    """Ask by CONNECT (RFC 9110)."""
    address, port = target
    host = f"[{address}]" if ip_address(address).version == _IPV6 else address
    lines = [f"CONNECT {host}:{port} HTTP/1.1", f"Host: {host}:{port}"]
    if proxy.username:
        written = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
        lines.append(f"Proxy-Authorization: Basic {b64encode(written).decode()}")
    await stream.write("\r\n".join([*lines, "", ""]).encode(), seconds)
    head = b""
    while not head.endswith(b"\r\n\r\n"):  # not a byte more: the next are the site's
        byte = await stream.read(1, seconds)
        head += byte
        if not byte or len(head) > _LONGEST_HEAD:
            raise ProxyError("the proxy did not answer")
    if head.split(maxsplit=2)[1:2] != [b"200"]:
        raise ProxyError("the proxy refused")


async def _ask_socks(
    stream: AsyncNetworkStream, proxy: SplitResult, target: Target, seconds: float | None
) -> None:
    """Ask by SOCKS5 (RFC 1928), with a password where there is one (RFC 1929)."""
    talk = socks5.SOCKS5Connection()
    methods = socks5.SOCKS5AuthMethod
    method = methods.USERNAME_PASSWORD if proxy.username else methods.NO_AUTH_REQUIRED
    talk.send(socks5.SOCKS5AuthMethodsRequest([method]))
    await _exchange(talk, stream, seconds)
    if proxy.username:
        names = (unquote(proxy.username).encode(), unquote(proxy.password or "").encode())
        talk.send(socks5.SOCKS5UsernamePasswordRequest(*names))
        await _exchange(talk, stream, seconds)
    command = socks5.SOCKS5Command.CONNECT
    talk.send(socks5.SOCKS5CommandRequest.from_address(command, target))
    answer = await _exchange(talk, stream, seconds)
    if getattr(answer, "reply_code", None) != socks5.SOCKS5ReplyCode.SUCCEEDED:
        raise ProxyError("the proxy refused")


async def _exchange(
    talk: socks5.SOCKS5Connection, stream: AsyncNetworkStream, seconds: float | None
) -> object:
    await stream.write(talk.data_to_send(), seconds)
    try:
        return talk.receive_data(await stream.read(_LONGEST_HEAD, seconds))
    except (SOCKSError, ValueError, IndexError) as problem:
        raise ProxyError("the proxy did not answer") from problem


WAYS: Final[Mapping[str, tuple[int, Ask]]] = {
    "http": (3128, _ask_http),
    "socks5": (1080, _ask_socks),
}
"""By scheme: the port where such a proxy listens by custom, and how it is asked."""

_LONGEST_HEAD: Final = 8_192
_IPV6: Final = 6
