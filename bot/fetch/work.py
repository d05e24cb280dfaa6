"""The job of fetching: it runs in a worker process, which has nothing else to lose."""

from __future__ import annotations

import asyncio
from typing import Final
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
    try:
        if site is not PAGE or is_page:
            return await _from_site(url, terms, pages=is_page or terms.any_page)
    except FetchError as problem:
        if not site.guessed or problem.key not in _ANOTHER_SITE or terms.mode != "all":
            raise
    try:
        return await _video(url, host, terms)
    except FetchError as problem:
        if not terms.any_page or problem.key not in _NO_VIDEO:
            raise
    return await _from_site(url, terms, pages=True)


async def _from_site(url: str, terms: Terms, *, pages: bool) -> Fetched:
    get = Client(terms)
    return await fetch_from_site(url, get, most_comments=terms.comments, pages=pages)


async def _video(url: str, host: str, terms: Terms) -> Fetched:
    if terms.mode != "all":
        raise FetchError("fetch-site", host=host)
    try:
        from bot.fetch.video import fetch_video
    except ModuleNotFoundError as problem:  # the extra [fetch]
        raise FetchError("fetch-not-installed") from problem
    return await fetch_video(url, terms)


_ANOTHER_SITE: Final = frozenset(
    {"fetch-gone", "fetch-refused", "fetch-robots", "fetch-wrong-kind"}
)
"""What is said where an address only looks like one of a software that many hosts run."""
_NO_VIDEO: Final = frozenset({"fetch-no-video", "fetch-not-installed"})
