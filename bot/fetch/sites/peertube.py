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
    comments_policy: _Id | None = None
    comments_enabled: bool = True


class _Caption(msgspec.Struct, rename="camel"):
    language: _Id
    file_url: str | None = None
    caption_path: str | None = None
    automatically_generated: bool = False


class _Captions(msgspec.Struct):
    data: list[_Caption]


class _Thread(msgspec.Struct, rename="camel"):
    id: int
    total_replies: int = 0


class _Threads(msgspec.Struct):
    data: list[_Thread]
    total: int = 0


class _Tree(msgspec.Struct):
    children: list[Any]


class _Chapters(msgspec.Struct):
    chapters: list[Any]


async def _ask(found: re.Match[str], get: Get, most: int) -> Fetched:
    """What is said comes first, then what is said of it, as long as there is time."""
    answers = Answers(get)
    video = f"{found['base']}/api/v1/videos/{found['id']}"
    about = await answers.need(video, _Video)
    listed = await answers.more("captions", f"{video}/captions", _Captions, keep=False)
    captions = await _best(about, listed, found["base"], answers) if listed else ()
    if _is_off(about):
        answers.lack("comments", "off")
    else:
        await _comments(video, most, answers)
    await answers.look(f"{video}/chapters", _Chapters)
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


async def _comments(video: str, most: int, answers: Answers) -> None:
    """Up to ``most`` threads, then the answers of some."""
    url = f"{video}/comment-threads"
    threads: list[_Thread] = []
    for start in range(0, most, _PAGE):
        count = min(_PAGE, most - start)
        listed = await answers.more("comments", f"{url}?start={start}&count={count}", _Threads)
        threads += listed.data if listed else []
        if listed and listed.data:
            answers.note("comments")
        if not listed or not listed.data or len(threads) >= listed.total:
            break
    answered = sorted((t for t in threads if t.total_replies), key=lambda t: -t.total_replies)
    for thread in answered[:_MOST_TREES]:
        if not await answers.more("comments", f"{url}/{thread.id}", _Tree):
            return


SITE: Final = Site(
    "peertube",
    address(
        rf"(?P<base>{HOST})/(?:w|videos/(?:watch|embed))"
        rf"/(?P<id>[a-z\d]{{22}}|[\da-f]{{8}}(?:-[\da-f]{{4}}){{3}}-[\da-f]{{12}}){END}"
    ),
    _ask,
    guessed=True,
)
