"""Addresses that look like those of a feed; an episode may be named behind a ``#``."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from bot.fetch.model import Fetched, FetchError, Get
from bot.fetch.sites.answers import host, text_of
from bot.fetch.sites.podcasts.episodes import FEED, of_feed
from bot.fetch.sites.podcasts.feed import is_feed
from bot.fetch.sites.site import END, HOST, Site, address


async def _ask(found: re.Match[str], get: Get, _: int) -> Fetched:
    got = await get(found[0], accept=FEED)
    if not is_feed(text_of(got)):
        raise FetchError("fetch-wrong-kind", host=host(got.url))
    return await of_feed(got, unquote(urlsplit(found[0]).fragment), get)


SITE: Final = Site(
    "podcast",
    address(
        rf"(?:https?://(?:feeds?|rss)\.[^\s/?#@\\]{{1,290}}/[^\s?#]{{1,500}}"
        rf"|{HOST}/(?:[^\s?#]{{0,500}}/)?(?:feed|rss|podcast)|{HOST}/[^\s?#]{{1,500}}\.(?:rss|xml)){END}"
    ),
    _ask,
    guessed=True,
)
