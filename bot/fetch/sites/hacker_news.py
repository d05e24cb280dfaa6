"""Hacker News: a story with all its comments in one answer of Algolia, hn.algolia.com/api."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from bot.fetch.model import Fetched, Get
from bot.fetch.sites.answers import Answers, gone
from bot.fetch.sites.site import Site, address

_API: Final = "https://hn.algolia.com/api/v1"


class _Item(msgspec.Struct):
    title: str | None = None
    text: str | None = None
    children: list[_Item] = []

    def remarks(self) -> int:
        """How many answers there are whose words have not been deleted."""
        below = [*self.children]
        for item in below:
            below += item.children
        return sum(bool(item.text) for item in below)


class _Story(msgspec.Struct):
    num_comments: int | None = None


class _Stories(msgspec.Struct):
    hits: list[_Story]


async def _ask(found: re.Match[str], get: Get, _: int) -> Fetched:
    """The whole thread comes at once, however many comments it has."""
    answers = Answers(get)
    item = await answers.need(f"{_API}/items/{found['id']}", _Item)
    if not (item.title or item.text or item.children):
        raise gone(found[0])
    listed = f"{_API}/search?tags=story,story_{found['id']}&hitsPerPage=1"
    stories = await answers.look(listed, _Stories)
    stated = next((story.num_comments for story in stories.hits), None) if stories else None
    answers.count("comments", item.remarks(), stated, "unsupported")
    return answers.fetched()


SITE: Final = Site(
    "hacker-news",
    address(r"https?://news\.ycombinator\.com/item\?(?:[^#\s]{0,200}&)?id=(?P<id>\d{1,12})\b"),
    _ask,
)
