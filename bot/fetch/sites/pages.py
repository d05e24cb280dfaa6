"""Any address: an article or a file as it is; of a podcast's feed or page, the episode."""

from __future__ import annotations

import re
from html import unescape
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from bot.fetch.model import Fetched, FetchError, Get, Got
from bot.fetch.sites.answers import host, refuse_wall, text_of, utf8_of
from bot.fetch.sites.podcasts import is_feed, of_feed, transcript_at
from bot.fetch.sites.site import HOST, Site, address

_ACCEPT: Final = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"
_FAILED: Final = 400
_HEAD: Final = 200_000
_HTML: Final = re.compile(r"\s{0,500}<(?:!doctype html|html|head|!--)", re.IGNORECASE)
_LINK: Final = re.compile(r"<link\s([^<>]{1,2000})>", re.IGNORECASE)
_HREF: Final = re.compile(r"href\s{0,9}=\s{0,9}[\"']([^\"'<>]{1,1500})[\"']", re.IGNORECASE)
_IS_FEED: Final = re.compile(r"application/(?:rss|atom)\+xml", re.IGNORECASE)
_RECORDED: Final = re.compile(
    r"<audio[\s>]|property=[\"']og:audio|\.(?:mp3|m4a)[\"'?]|PodcastEpisode", re.IGNORECASE
)


async def _ask(found: re.Match[str], get: Get, _: int) -> Fetched:
    url = found[0]
    got = await get(url, accept=_ACCEPT)
    if got.status >= _FAILED:
        raise FetchError("fetch-refused", host=host(got.url))
    if not got.body.strip():
        raise FetchError("fetch-empty", host=host(got.url))
    text = text_of(got)
    if is_feed(text):
        return await of_feed(got, unquote(urlsplit(url).fragment), get)
    if _HTML.match(text):
        refuse_wall(text, host(got.url))
        return await _episode(text, got, get) or _page("page.html", got)
    return _page(_file_name(got.url), got)


async def _episode(text: str, got: Got, get: Get) -> Fetched | None:
    """The episode that a page is about, if its feed has a transcript of it."""
    links = (one[1] for one in _LINK.finditer(text[:_HEAD]) if _IS_FEED.search(one[1]))
    feed = next((href[1] for link in links if (href := _HREF.search(link))), None)
    if feed is None or not _RECORDED.search(text):
        return None
    return await transcript_at(urljoin(got.url, unescape(feed)), got.url, get)


def _page(name: str, got: Got) -> Fetched:
    return Fetched(((name, utf8_of(got)),), ("page",))


def _file_name(url: str) -> str:
    """The last part of an address as a file's name."""
    return unquote(urlsplit(url).path).rpartition("/")[2][:200] or "page"


SITE: Final = Site("page", address(rf"{HOST}(?:[/?#]\S*)?$"), _ask)
