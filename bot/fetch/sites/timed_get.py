"""Requests that end when their time is over, each by itself, so that what came before stays."""

from __future__ import annotations

import asyncio

from bot.fetch.model import FetchError, Get, Got
from bot.fetch.sites.answers import host


class TimedGet:
    """A Get over another one: ``seconds`` after it was made nothing comes any more."""

    def __init__(self, get: Get, seconds: float) -> None:
        self._get = get
        self._end = asyncio.get_running_loop().time() + seconds

    async def __call__(
        self, url: str, *, accept: str = "*/*", most_bytes: int | None = None
    ) -> Got:
        """Return what the address answers in time; else raise FetchError."""
        try:
            async with asyncio.timeout_at(self._end):
                return await self._get(url, accept=accept, most_bytes=most_bytes)
        except TimeoutError:
            raise FetchError("fetch-slow", host=host(url)) from None
