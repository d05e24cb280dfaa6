"""The job of fetching: it runs in a worker process, which has nothing else to lose."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from bot.fetch.model import Fetched, FetchError
from bot.fetch.network import Client
from bot.fetch.sites import PAGE, adapter
from bot.fetch.sites import fetch as fetch_from_site
from bot.fetch.terms import Terms


def fetch_address(url: str, terms: Terms) -> Fetched:
    """Return what comes of the address on the operator's terms, within their seconds.

    Raises:
        FetchError: nothing came.
    """
    return asyncio.run(_in_time(url, terms))


async def _in_time(url: str, terms: Terms) -> Fetched:
    host = urlsplit(url).hostname or ""
    try:
        async with asyncio.timeout(terms.seconds):
            fetched = await _fetch(url, host, terms)
    except TimeoutError:
        raise FetchError("fetch-slow", host=host) from None
    if not fetched.files:
        raise FetchError("fetch-nothing", host=host)
    return fetched


async def _fetch(url: str, host: str, terms: Terms) -> Fetched:
    site = adapter(url)
    if site is None:
        raise FetchError("fetch-no-address")
    is_page = terms.is_page(host)
    if site is PAGE and not is_page:
        return await _video(url, host, terms)
    return await fetch_from_site(url, Client(terms), most_comments=terms.comments, pages=is_page)


async def _video(url: str, host: str, terms: Terms) -> Fetched:
    if terms.mode != "all":
        raise FetchError("fetch-site", host=host)
    from bot.fetch.video import fetch_video

    return await fetch_video(url, terms)
