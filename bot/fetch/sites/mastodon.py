"""Mastodon and what answers as it does: a post and its conversation, docs.joinmastodon.org."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from bot.fetch.model import Fetched, Get
from bot.fetch.sites.answers import Answers
from bot.fetch.sites.site import END, HOST, Site, address


class _Answered(msgspec.Struct):
    replies_count: int | None = None


class _Status(_Answered, kw_only=True):
    content: str
    account: dict[str, Any]


class _Context(msgspec.Struct):
    descendants: list[_Answered]
    ancestors: list[Any] = []


async def _ask(found: re.Match[str], get: Get, _: int) -> Fetched:
    """Who has no account is given 60 answers at most; there are no pages."""
    answers = Answers(get)
    status = f"{found['base']}/api/v1/statuses/{found['id']}"
    post = await answers.need(status, _Status)
    context = await answers.more("comments", f"{status}/context", _Context)
    below = context.descendants if context else []
    stated = sum(one.replies_count or 0 for one in (post, *below))
    answers.count("comments", len(below), stated, "unsupported")
    return answers.fetched()


SITE: Final = Site(
    "mastodon",
    address(
        rf"(?P<base>{HOST})/(?:notice/|(?:(?:web|deck)/)?"
        r"(?:@[^\s/?#]{1,200}|users/[^\s/?#]{1,200}/statuses)/(?=\d+(?:[/?#]|$)))"
        rf"(?P<id>\d{{5,24}}|[a-z\d]{{18}}){END}"
    ),
    _ask,
    guessed=True,
)
"""Pleroma writes ``notice`` and eighteen letters and digits."""
