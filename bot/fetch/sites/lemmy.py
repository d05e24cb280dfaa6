"""Lemmy: a post and up to 300 of its comments, join-lemmy.org/api (version 3)."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from bot.fetch.model import Fetched, Get
from bot.fetch.sites.answers import Answers, gone
from bot.fetch.sites.site import END, HOST, Site, address

_TREE: Final = "type_=All&sort=Top&max_depth=50"
"""A whole tree comes in one answer, without pages."""

_MOST: Final = 300
"""As many as the site gives of a tree."""


class _Post(msgspec.Struct):
    id: int
    name: str
    deleted: bool = False


class _Counts(msgspec.Struct):
    comments: int | None = None


class _View(msgspec.Struct):
    post: _Post
    counts: _Counts = msgspec.field(default_factory=_Counts)


class _OnePost(msgspec.Struct):
    post_view: _View


class _OneComment(msgspec.Struct):
    comment_view: _View


class _Comments(msgspec.Struct):
    comments: list[Any]


async def _ask(found: re.Match[str], get: Get, most: int) -> Fetched:
    answers = Answers(get)
    api = f"{found['base']}/api/v3"
    number = found["id"]
    if found["kind"].lower() == "comment":
        comment = await answers.need(f"{api}/comment?id={number}", _OneComment, keep=False)
        number = str(comment.comment_view.post.id)
    view = (await answers.need(f"{api}/post?id={number}", _OnePost)).post_view
    if view.post.deleted:
        raise gone(found[0])
    if most and view.counts.comments != 0:
        tree = f"{api}/comment/list?post_id={number}&{_TREE}&limit={min(most, _MOST)}"
        listed = await answers.more("comments", tree, _Comments)
        came = len(listed.comments) if listed else 0
        answers.count("comments", came, view.counts.comments, "limit")
    return answers.fetched()


SITE: Final = Site(
    "lemmy",
    address(rf"(?P<base>{HOST})/(?P<kind>post|comment)/(?P<id>\d{{1,12}})(?:/\d{{1,12}})?{END}"),
    _ask,
    guessed=True,
)
