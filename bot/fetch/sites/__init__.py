"""An address comes in; what its site gives to anybody goes out, in bytes that read_page knows."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.fetch.model import Fetched, FetchError, Get


class Site(NamedTuple):
    """A kind of addresses."""

    name: str
    address: re.Pattern[str]
    guessed: bool = False


PAGE: Final = Site("page", re.compile(r"https?://[^\s/?#@\\]{1,300}(?:[/?#]\S*)?", re.IGNORECASE))


def adapter(url: str) -> Site | None:
    """The site that ``url`` belongs to by its form; None where it is no address of the web."""
    return PAGE if PAGE.address.fullmatch(url) else None


async def fetch(url: str, get: Get, *, most_comments: int = 200, pages: bool = True) -> Fetched:
    """What the site gives for ``url``."""
    if not (pages and most_comments):
        raise FetchError("fetch-no-address")
    got = await get(url, accept="text/html")
    return Fetched((("page.html", got.body),), ("page",))
