"""An address comes in; what its site gives to anybody goes out, in bytes that read_page knows."""

from __future__ import annotations

import re
from typing import Final

from bot.fetch.model import Fetched, FetchError, Get
from bot.fetch.sites import (
    discourse,
    hacker_news,
    lemmy,
    mastodon,
    pages,
    peertube,
    stack_exchange,
)
from bot.fetch.sites.podcasts import apple, by_address
from bot.fetch.sites.site import Site
from bot.fetch.sites.timed_get import TimedGet

__all__ = ["PAGE", "SITES", "Site", "adapter", "fetch", "matches"]

PAGE: Final = pages.SITE
"""Any other address: an article, a feed, an episode's page, a file."""

SITES: Final = (
    hacker_news.SITE,
    stack_exchange.SITE,
    apple.SITE,
    peertube.SITE,
    lemmy.SITE,
    mastodon.SITE,
    discourse.SITE,
    by_address.SITE,
    PAGE,
)
"""The specific before the general."""

SECONDS: Final = 12.0
"""For all requests of one page; a video's captions come first, its comments last."""

_LONGEST: Final = 2_000
_ADDRESS: Final = re.compile(r"https?://[^\s/?#@\\]{1,300}(?:[/?#]\S*)?", re.IGNORECASE)
_ELSEWHERE: Final = frozenset({
    "fetch-gone", "fetch-login", "fetch-refused", "fetch-robots", "fetch-wrong-kind",
})  # fmt: skip
"""What is said where a site proves not to run the software that its address looks like."""


def adapter(url: str) -> Site | None:
    """The site that ``url`` belongs to by its form; None where it is no address of the web."""
    if len(url) > _LONGEST or not _ADDRESS.fullmatch(url):
        return None
    return next(site for site in SITES if site.address.match(url))


def matches(url: str) -> bool:
    """Whether there is a site for ``url``."""
    return adapter(url) is not None


async def fetch(
    url: str,
    get: Get,
    *,
    most_comments: int = 200,
    pages: bool = True,
    seconds: float = SECONDS,
) -> Fetched:
    """What the site of ``url`` gives, asked for with ``get``; comments up to ``most_comments``.

    A request or two may bring some more of them. ``pages``: whether an address that only looks
    like one of a known software may be read as a plain page instead. What has not come within
    ``seconds`` is missing; what came before stays.

    Raises:
        FetchError: nothing came.
    """
    site = adapter(url)
    if site is None:
        raise FetchError("fetch-no-address")
    timed = TimedGet(get, seconds)
    try:
        return await site(url, timed, most_comments)
    except FetchError as problem:
        if not (site.guessed and pages and problem.key in _ELSEWHERE):
            raise
    return await PAGE(url, timed, most_comments)
