"""Hacker News: a story with all its comments in one answer of Algolia, hn.algolia.com/api."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from bot.fetch.model import Fetched, Get
from bot.fetch.sites.answers import Answers, gone
from bot.fetch.sites.site import Site, address

_THREAD: Final = "https://hn.algolia.com/api/v1/items/"
_STORY: Final = "https://hacker-news.firebaseio.com/v0/item/"
"""Says how many comments there are: github.com/HackerNews/API."""


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
    descendants: int


async def _ask(found: re.Match[str], get: Get, _: int) -> Fetched:
    """The whole thread comes at once, however many comments it has."""
    answers = Answers(get)
    item = await answers.need(f"{_THREAD}{found['id']}", _Item)
    if not (item.title or item.text or item.children):
        raise gone(found[0])
    story = await answers.look(f"{_STORY}{found['id']}.json", _Story)
    stated = story.descendants if story else None
    answers.count("comments", item.remarks(), stated, "unsupported")
    return answers.fetched()


SITE: Final = Site(
    "hacker-news",
    address(r"https?://news\.ycombinator\.com/item\?(?:[^#\s]{0,200}&)?id=(?P<id>\d{1,12})\b"),
    _ask,
)
