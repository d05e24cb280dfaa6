"""PeerTube: a video, its captions, chapters and comments, docs.joinpeertube.org."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import urljoin

import msgspec

from bot.fetch.model import Fetched, Get
from bot.fetch.sites.answers import Answers, Captions, best_captions
from bot.fetch.sites.site import END, HOST, Site, address

_PAGE: Final = 100
"""Threads of one answer, as many as the site gives."""

_MOST_TREES: Final = 5
"""Threads whose answers are asked for, those with the most first."""

_OFF: Final = 2
"""The policy by which there are no comments."""


class _Id(msgspec.Struct):
    id: str | int | None = None


class _Video(msgspec.Struct, rename="camel"):
    name: str
    uuid: str
    language: _Id | None = None
    comments: int | None = None
    comments_policy: _Id | None = None
    comments_enabled: bool = True


class _Caption(msgspec.Struct, rename="camel"):
    language: _Id
    file_url: str | None = None
    caption_path: str | None = None
    automatically_generated: bool = False


class _Captions(msgspec.Struct):
    data: list[_Caption]


class _Remark(msgspec.Struct, rename="camel"):
    id: int
    total_replies: int = 0
    is_deleted: bool = False


class _Threads(msgspec.Struct, rename="camel"):
    data: list[_Remark]
    total: int = 0
    total_not_deleted_comments: int | None = None


class _Tree(msgspec.Struct):
    """A remark and the trees of those that answer it."""

    comment: _Remark
    children: list[_Tree]

    def remarks(self) -> list[_Remark]:
        """All answers, those to answers too."""
        below = [*self.children]
        for tree in below:
            below += tree.children
        return [tree.comment for tree in below]


class _Chapters(msgspec.Struct):
    chapters: list[Any]


async def _ask(found: re.Match[str], get: Get, most: int) -> Fetched:
    """What is said comes first, then what is said of it, as long as there is time."""
    answers = Answers(get)
    video = f"{found['base']}/api/v1/videos/{found['id']}"
    about = await answers.need(video, _Video)
    listed = await answers.more("captions", f"{video}/captions", _Captions, keep=False)
    captions = await _best(about, listed, found["base"], answers) if listed else ()
    await answers.look(f"{video}/chapters", _Chapters)
    if _is_off(about):
        answers.lack("comments", "off")
    else:
        await _comments(video, most, about.comments, answers)
    return answers.fetched(*captions)


async def _best(
    about: _Video, listed: _Captions, base: str, answers: Answers
) -> tuple[tuple[str, bytes], ...]:
    """The captions to read; their address may be of another host."""
    found = ((one, one.file_url or one.caption_path) for one in listed.data)
    known = [
        Captions(urljoin(base, url), "text/vtt", _code(one.language), one.automatically_generated)
        for one, url in found
        if url
    ]
    return await best_captions(known, _spoken(about, listed), answers)


def _spoken(about: _Video, listed: _Captions) -> str:
    """The language of the video: its own word, or that in which a program has heard it."""
    heard = (_code(one.language) for one in listed.data if one.automatically_generated)
    return _code(about.language) or next(heard, "")


def _code(language: _Id | None) -> str:
    return str(language.id or "") if language else ""


def _is_off(about: _Video) -> bool:
    """Whether the video has no comments: by its policy, or before version 6.2 by a mark."""
    return not about.comments_enabled or _code(about.comments_policy) == str(_OFF)


async def _comments(video: str, most: int, stated: int | None, answers: Answers) -> None:
    """Up to ``most`` threads, then the answers in some."""
    url = f"{video}/comment-threads"
    remarks: list[_Remark] = []
    for start in range(0, most, _PAGE):
        count = min(_PAGE, most - start)
        listed = await answers.more("comments", f"{url}?start={start}&count={count}", _Threads)
        remarks += listed.data if listed else []
        stated = (listed.total_not_deleted_comments if listed else None) or stated
        if not listed or not listed.data or len(remarks) >= listed.total:
            break
    answered = [one for one in remarks if one.total_replies]
    answered.sort(key=lambda one: one.total_replies, reverse=True)
    for thread in answered[:_MOST_TREES]:
        tree = await answers.more("comments", f"{url}/{thread.id}", _Tree)
        remarks += tree.remarks() if tree else []
    answers.count("comments", sum(not one.is_deleted for one in remarks), stated, "limit")


SITE: Final = Site(
    "peertube",
    address(
        rf"(?P<base>{HOST})/(?:w|videos/(?:watch|embed))"
        rf"/(?P<id>[a-z\d]{{22}}|[\da-f]{{8}}(?:-[\da-f]{{4}}){{3}}-[\da-f]{{12}}){END}"
    ),
    _ask,
    guessed=True,
)
