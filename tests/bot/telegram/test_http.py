"""A proxy on the way to Telegram: real sockets on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.config import Settings
from bot.local.server.site import Site
from bot.telegram.http import http_request

HERE = "127.0.0.1"


class SocksProxy:
    """A proxy of version 5 that connects everybody to one port of this machine."""

    def __init__(self, port: int) -> None:
        self.asked: list[str] = []
        self._port = port

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, methods = await reader.readexactly(2)
        await reader.readexactly(methods)
        writer.write(b"\x05\x00")  # nobody has to say who they are
        await reader.readexactly(4)
        self.asked.append(str(ip_address(await reader.readexactly(4))))
        await reader.readexactly(2)
        writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
        there, back = await asyncio.open_connection(HERE, self._port)
        await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while some := await reader.read(65_536):
        writer.write(some)
    writer.close()


@asynccontextmanager
async def listening(proxy: SocksProxy) -> AsyncIterator[int]:
    async with await asyncio.start_server(proxy.serve, HERE, 0) as server:
        yield server.sockets[0].getsockname()[1]


async def get_me(settings: Settings, site: Site) -> dict[str, Any]:
    request = http_request(settings)
    await request.initialize()
    try:
        url = f"{settings.telegram_base_url}{site.token}/getMe"
        answer = await request.post(url)
        assert isinstance(answer, dict)
        return answer
    finally:
        await request.shutdown()


async def test_telegram_is_reached_through_a_socks_proxy(site: Site) -> None:
    proxy = SocksProxy(site.port)
    async with listening(proxy) as port:
        settings = Settings(
            site.token,
            telegram_base_url=f"http://{HERE}:{site.port}/bot",
            telegram_proxy=f"socks5://{HERE}:{port}",
        )
        assert (await get_me(settings, site))["is_bot"] is True
    assert proxy.asked == [HERE]


@pytest.fixture
async def asked(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[bytes]]:
    """What the environment's proxy is asked for."""
    lines: list[bytes] = []

    async def note(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(await reader.readline())
        writer.close()

    async with await asyncio.start_server(note, HERE, 0) as server:
        port = server.sockets[0].getsockname()[1]
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://{HERE}:{port}")
        monkeypatch.delenv("NO_PROXY", raising=False)
        yield lines


@pytest.mark.parametrize("host", [HERE, "localhost"])
async def test_a_server_on_this_machine_is_reached_without_the_proxy_of_the_environment(
    site: Site, asked: list[bytes], host: str
) -> None:
    settings = Settings(site.token, telegram_base_url=f"http://{host}:{site.port}/bot")
    assert (await get_me(settings, site))["is_bot"] is True
    assert asked == []


async def test_a_server_elsewhere_is_asked_through_the_proxy_of_the_environment(
    site: Site, asked: list[bytes]
) -> None:
    settings = Settings(site.token, telegram_base_url="https://api.example/bot")
    with pytest.raises(NetworkError):
        await get_me(settings, site)
    assert asked == [b"CONNECT api.example:443 HTTP/1.1\r\n"]
