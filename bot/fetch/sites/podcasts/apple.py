"""Apple Podcasts: the feed of a show, as the iTunes Search API names it, and an episode in it."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from bot.fetch.model import Fetched, Get
from bot.fetch.sites.answers import Answers, gone
from bot.fetch.sites.podcasts.episodes import FEED, of_feed
from bot.fetch.sites.site import Site, address

_LOOKUP: Final = "https://itunes.apple.com/lookup"
_EPISODES: Final = "media=podcast&entity=podcastEpisode&limit=200"


class _Result(msgspec.Struct, rename="camel"):
    feed_url: str | None = None
    track_id: int | None = None
    episode_guid: str | None = None


class _Results(msgspec.Struct):
    results: list[_Result]


async def _ask(found: re.Match[str], get: Get, _: int) -> Fetched:
    query = f"id={found['id']}&{_EPISODES}" if found["episode"] else f"id={found['id']}"
    results = (await Answers(get).need(f"{_LOOKUP}?{query}", _Results)).results
    feed = next((one.feed_url for one in results if one.feed_url), None)
    wanted = int(found["episode"] or 0)
    name = next((one.episode_guid for one in results if one.track_id == wanted), None) or ""
    if feed is None or (wanted and not name):
        raise gone(found[0])
    return await of_feed(await get(feed, accept=FEED), name, get)


SITE: Final = Site(
    "apple-podcasts",
    address(
        r"https?://podcasts\.apple\.com/(?:[a-z]{2}/)?podcast/(?:[^/?#\s]{1,300}/)?id(?P<id>\d{1,12})"
        r"(?:\?(?:[^#\s]{0,300}&)?i=(?P<episode>\d{1,16})\b|(?=[/?#]|$))"
    ),
    _ask,
)
