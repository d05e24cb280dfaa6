"""The web on loopback: hosts, what they answer, and a get that reaches them alone."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import httpx
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from bot.fetch.model import Fetched, FetchError, Got
from bot.fetch.sites import fetch
from summarizer import Page, read_page
from summarizer.merge import merged

_NOTHING: Final = {403: "fetch-refused", 404: "fetch-gone", 410: "fetch-gone", 429: "fetch-busy",
                   503: "fetch-down"}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a host says to a request."""

    body: bytes
    kind: str = "application/json; charset=utf-8"
    status: int = 200


def as_json(value: object, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), status=status)


def as_html(body: str, status: int = 200) -> Answer:
    return Answer(body.encode(), "text/html; charset=utf-8", status)


def as_vtt(*lines: str) -> Answer:
    cues = (f"00:00:{5 * i:02}.000 --> 00:00:{5 * i + 4:02}.000\n{x}" for i, x in enumerate(lines))
    return Answer("\n\n".join(["WEBVTT", *cues]).encode(), "text/vtt")


@dataclass
class Web:
    """``answers`` by address, without its scheme; ``asked`` is what was asked for, in order."""

    answers: Mapping[str, Answer]
    client: httpx.AsyncClient
    port: int = 0
    asked: list[str] = field(default_factory=list)

    async def get(self, url: str, *, accept: str = "*/*", most_bytes: int | None = None) -> Got:
        """What ``Get`` promises, over this machine."""
        parts = urlsplit(url)
        path = url.partition(parts.netloc)[2].partition("#")[0] or "/"
        headers = {"host": parts.netloc, "accept": accept}
        here = f"http://127.0.0.1:{self.port}{path}"
        came = await self.client.get(here, headers=headers)
        if came.status_code in _NOTHING:
            raise FetchError(_NOTHING[came.status_code], host=parts.netloc)
        if most_bytes is not None and len(came.content) > most_bytes:
            raise FetchError("fetch-too-large", host=parts.netloc)
        return Got(url, came.status_code, came.headers["content-type"], came.content)


class _Host(RequestHandler):
    """Answers for every host and path."""

    def initialize(self, web: Web) -> None:
        self.web = web

    def get(self) -> None:
        address = f"{self.request.host}{self.request.uri}"
        self.web.asked.append(address)
        said = self.web.answers.get(address, as_html("<h1>Nothing here</h1>", 404))
        self.set_status(said.status, "as played")
        self.set_header("Content-Type", said.kind)
        self.finish(said.body)


@asynccontextmanager
async def playing(answers: Mapping[str, Answer]) -> AsyncIterator[Web]:
    """A web of these answers alone, until the context ends."""
    web = Web(answers, httpx.AsyncClient(trust_env=False, verify=False))  # noqa: S501 - no TLS here
    sockets = bind_sockets(0, "127.0.0.1")
    web.port = sockets[0].getsockname()[1]
    server = HTTPServer(Application([(".*", _Host, {"web": web})]))
    server.add_sockets(sockets)
    try:
        yield web
    finally:
        await web.client.aclose()
        server.stop()
        await server.close_all_connections()


async def fetched(url: str, answers: Mapping[str, Answer], most: int = 200) -> Fetched:
    async with playing(answers) as web:
        return await fetch(url, web.get, most_comments=most)


async def refusal(url: str, answers: Mapping[str, Answer]) -> str:
    """The key of the sentence where nothing came."""
    try:
        await fetched(url, answers)
    except FetchError as problem:
        return problem.key
    return "something came"


def page_of(came: Fetched) -> Page:
    """The page in all files that came."""
    pages = [read_page(data, name) for name, data in came.files]
    return merged(pages) if len(pages) > 1 else pages[0]


def lacks(came: Fetched) -> list[tuple[str, str]]:
    return [(one.what, one.why) for one in came.missing]


def counts(came: Fetched) -> list[tuple[str, str, int, int]]:
    return [(one.what, one.why, one.found, one.stated) for one in came.missing]
