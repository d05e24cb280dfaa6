"""Gets addresses on the operator's terms: every hop is checked, paced and counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from ada_url import URL, join_url

from bot.fetch.model import FetchError, Got
from bot.fetch.network import robots
from bot.fetch.network.addresses import Resolve, resolve
from bot.fetch.network.connection import CheckedBackend
from bot.fetch.network.exchange import Reply, Request, exchange, parsed
from bot.fetch.network.pace import Pace, busy
from bot.fetch.network.walls import refuse_wall
from bot.fetch.terms import Terms

MOST_REDIRECTS: Final = 5
NAME: Final = "video-digest-bot"
"""How robots.txt calls this bot."""

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SAME_METHOD: Final = frozenset({307, 308})
_FOUND: Final = 200
_TOO_MANY: Final = 429
_FAILED: Final = 500
_NOTHING: Final[Mapping[int, str]] = {
    401: "fetch-login", 403: "fetch-refused", 404: "fetch-gone", 410: "fetch-gone",
    451: "fetch-refused",
}  # fmt: skip
_RESTS: Final = frozenset({429, 503})
_REST_SECONDS: Final = 60.0
"""For a site that is too busy and does not say for how long."""


class Client:
    """A Get for one fetching; all that it gets together is within the terms' bytes.

    ``robots``: whether it asks each host's robots.txt first. A link that a person sends names one
    page; a video site's own player asks for many, which robots.txt keeps from crawlers: whoever
    allows those sites allows that.
    """

    def __init__(
        self,
        terms: Terms,
        pace: Pace | None = None,
        resolve: Resolve = resolve,
        *,
        robots: bool = True,
    ) -> None:
        self._terms = terms
        self._pace = pace or Pace(terms.folder, terms.spacing)
        self._backend = CheckedBackend(terms.proxy, resolve, loopback=terms.loopback)
        self._robots = robots
        self._left = terms.most_bytes

    async def __call__(
        self, url: str, *, accept: str = "*/*", most_bytes: int | None = None
    ) -> Got:
        """Return what the address answers, as ``Get`` says."""
        reply = await self.send(Request(url, headers={"accept": accept}), most_bytes)
        refuse_wall(url, reply.url)
        if nothing := refusal(reply):
            raise nothing
        return Got(reply.url, reply.status, reply.headers.get("content-type", ""), reply.body)

    async def send(self, request: Request, most_bytes: int | None = None) -> Reply:
        """Return the answer to any request, whatever its status, after at most five redirects."""
        return await self._follow(request, most_bytes, robots=self._robots)

    async def _follow(self, request: Request, most: int | None, *, robots: bool) -> Reply:
        for _ in range(MOST_REDIRECTS + 1):
            host = self._host(request.url)
            if robots:
                await self._ask_robots(request.url, host)
            await self._pace.turn(host)
            reply = await self._exchange(request, host, most)
            target = reply.headers.get("location")
            if reply.status not in _REDIRECTS or not target:
                return reply
            request = _redirected(request, reply.status, target)
        raise FetchError("fetch-redirects", host=self._host(request.url))

    async def _exchange(self, request: Request, host: str, most: int | None) -> Reply:
        own = {"user-agent": self._terms.agent, "accept-language": "*"}
        named = replace(request, headers={**own, **request.headers})
        within = self._left if most is None else min(most, self._left)
        reply = await exchange(named, self._backend, within)
        self._left -= len(reply.body)
        if reply.status in _RESTS:
            self._pace.rest(host, reply.retry_after or _REST_SECONDS)
        return reply

    async def _ask_robots(self, url: str, host: str) -> None:
        """Raise FetchError where the host does not want the address asked for."""
        parts = parsed(url, loopback=self._terms.loopback)
        site = f"{parts.protocol}//{parts.host}"
        text = self._pace.robots(site)
        if text is None:
            text = await self._robots_of(site)
            self._pace.keep_robots(site, text)
        if not robots.allows(text, NAME, url):
            raise FetchError("fetch-robots", host=host)

    async def _robots_of(self, site: str) -> str:
        """The site's robots.txt; "", which allows all, where it has none."""
        request = Request(f"{site}{robots.PATH}")
        reply = await self._follow(request, robots.MOST_BYTES, robots=False)
        failed = reply.status >= _FAILED or reply.status == _TOO_MANY
        if failed and (nothing := refusal(reply)):
            raise nothing
        return robots.text_of(reply.body) if reply.status == _FOUND else ""

    def _host(self, url: str) -> str:
        return parsed(url, loopback=self._terms.loopback).hostname


def refusal(reply: Reply) -> FetchError | None:
    """What the answer says of why nothing came, by its status; None where something did."""
    host = URL(reply.url).hostname
    if reply.status == _TOO_MANY:
        return busy(host, reply.retry_after or _REST_SECONDS)
    if reply.status >= _FAILED:
        return FetchError("fetch-down", host=host)
    if reply.status in _NOTHING:
        return FetchError(_NOTHING[reply.status], host=host)
    return None


def _redirected(request: Request, status: int, target: str) -> Request:
    """The request that a redirect asks for: a GET, unless it says otherwise."""
    try:
        url = join_url(request.url, target)
    except ValueError as problem:
        raise FetchError("fetch-no-address") from problem
    if status in _SAME_METHOD:
        return replace(request, url=url)
    kept = {k: v for k, v in request.headers.items() if not k.startswith("content-")}
    return Request(url, "GET", kept)
