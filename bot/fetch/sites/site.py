"""A kind of addresses, and what asks for what lies behind one."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from bot.fetch.model import Fetched, FetchError, Get

Ask = Callable[[re.Match[str], Get, int], Awaitable[Fetched]]
"""Of an address as the site's pattern has found it, and with so many comments at most."""

HOST = r"https?://[^\s/?#@\\]{1,300}"
END = r"/?(?:[?#]\S*)?$"


class Site(NamedTuple):
    """``guessed``: the form of an address tells the software, but no host is sure to run it."""

    name: str
    address: re.Pattern[str]
    ask: Ask
    guessed: bool = False

    async def __call__(self, url: str, get: Get, most_comments: int) -> Fetched:
        """What the site gives for ``url``; FetchError where nothing came."""
        found = self.address.match(url)
        if found is None:
            raise FetchError("fetch-no-address")
        return await self.ask(found, get, most_comments)


def address(pattern: str) -> re.Pattern[str]:
    """A pattern of addresses, whose letters may be written large or small."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII)
