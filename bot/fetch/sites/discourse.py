"""Discourse: a topic and its posts, docs.discourse.org."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from bot.fetch.model import Fetched, Get
from bot.fetch.sites.answers import Answers
from bot.fetch.sites.site import END, HOST, Site, address

_AT_ONCE: Final = 100
"""Posts asked for in one request: their ids stand in its address, which may have 8 kB."""


class _Stream(msgspec.Struct):
    posts: list[Any] = []
    stream: list[int] = []


class _Topic(msgspec.Struct):
    title: str
    post_stream: _Stream
    posts_count: int | None = None


class _Posts(msgspec.Struct):
    post_stream: _Stream


async def _ask(found: re.Match[str], get: Get, most: int) -> Fetched:
    """The first posts come with the topic, the others of up to ``most`` answers by their ids."""
    answers = Answers(get)
    topic = f"{found['base']}/t/{found['id']}"
    first = await answers.need(f"{topic}.json", _Topic)
    came, ids = len(first.post_stream.posts), first.post_stream.stream[: most + 1]
    for at in range(came, len(ids), _AT_ONCE):
        asked = "&".join(f"post_ids%5B%5D={number}" for number in ids[at : at + _AT_ONCE])
        more = await answers.more("comments", f"{topic}/posts.json?{asked}", _Posts)
        if more is None:
            break
        came += len(more.post_stream.posts)
    answers.count("comments", came - 1, (first.posts_count or 1) - 1, "limit")
    return answers.fetched()


SITE: Final = Site(
    "discourse",
    address(
        rf"(?P<base>{HOST}(?:/[\w-]{{1,60}})?)/[tn]/"
        r"(?:(?!\d+(?:[/?#]|$))[^\s/?#]{1,200}/)?(?P<id>\d{1,10})"
        rf"(?:/(?:\d{{1,7}}|last))?{END}"
    ),
    _ask,
    guessed=True,
)
