"""A proxy is told the address that was checked, and then carries what a site says."""

from __future__ import annotations

import asyncio
from asyncio import StreamReader as Reader
from asyncio import StreamWriter as Writer
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import ip_address

import pytest

from bot.fetch.model import FetchError
from bot.fetch.network import Client
from bot.fetch.terms import Terms
from tests.bot.fetch.conftest import at_home
from tests.bot.fetch.site import answer, serving

Agree = Callable[[Reader, Writer], Awaitable[tuple[str, int]]]


async def agree_by_http(reader: Reader, writer: Writer) -> tuple[str, int]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    assert "Proxy-Authorization: Basic bWU6b3BlbiBzZXNhbWU=" in head
    host, _, port = head.split()[1].rpartition(":")
    writer.write(b"HTTP/1.1 200 Connection established\r\nvia: 1.1 proxy\r\n\r\n")
    return host, int(port)


async def agree_by_socks(reader: Reader, writer: Writer) -> tuple[str, int]:
    assert await reader.readexactly(3) == b"\x05\x01\x02"
    writer.write(b"\x05\x02")
    assert await reader.readexactly(15) == b"\x01\x02me\x0bopen sesame"[:15]
    await reader.readexactly(1)
    writer.write(b"\x01\x00")
    assert await reader.readexactly(4) == b"\x05\x01\x00\x01"
    address = str(ip_address(await reader.readexactly(4)))
    port = int.from_bytes(await reader.readexactly(2), "big")
    writer.write(b"\x05\x00\x00\x01" + bytes(6))
    return address, port


async def refuse_by_http(reader: Reader, writer: Writer) -> tuple[str, int]:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 403 Forbidden\r\n\r\n")
    return "", 0


async def say_nothing(reader: Reader, writer: Writer) -> tuple[str, int]:
    await reader.read(1)
    writer.write(b"\x00")
    return "", 0


@asynccontextmanager
async def proxying(agree: Agree, told: list[str]) -> AsyncIterator[int]:
    async def serve(reader: Reader, writer: Writer) -> None:
        host, port = await agree(reader, writer)
        if host:
            told.append(host)
            other, onward = await asyncio.open_connection(host, port)
            onward.write(await reader.readuntil(b"\r\n\r\n"))
            writer.write(await other.read())
            onward.close()
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()


@pytest.mark.parametrize(("scheme", "agree"), [("http", agree_by_http), ("socks5", agree_by_socks)])
async def test_a_site_is_reached_through_a_proxy(terms: Terms, scheme: str, agree: Agree) -> None:
    told: list[str] = []
    async with serving({"/": answer("words")}) as site, proxying(agree, told) as port:
        proxy = f"{scheme}://me:open%20sesame@127.0.0.1:{port}"
        client = Client(replace(terms, proxy=proxy), resolve=at_home, robots=False)
        got = await client(site.url("/", "site.example"))
    assert (got.body, told) == (b"words", ["127.0.0.1"])
    assert site.requests[0][1]["host"] == f"site.example:{site.port}"


@pytest.mark.parametrize(
    ("scheme", "agree"),
    [("http", refuse_by_http), ("http", say_nothing), ("socks5", say_nothing)],
)
async def test_a_proxy_that_refuses_is_one_sentence(
    terms: Terms, scheme: str, agree: Agree
) -> None:
    async with proxying(agree, []) as port:
        client = Client(replace(terms, proxy=f"{scheme}://127.0.0.1:{port}"), resolve=at_home)
        with pytest.raises(FetchError, match="fetch-unreachable"):
            await client("http://site.example/")


async def test_a_proxy_is_not_asked_for_what_is_not_public(terms: Terms) -> None:
    told: list[str] = []
    async with proxying(agree_by_http, told) as port:
        client = Client(replace(terms, proxy=f"http://127.0.0.1:{port}"))
        with pytest.raises(FetchError, match="fetch-not-public"):
            await client("http://169.254.169.254/")
    assert told == []
