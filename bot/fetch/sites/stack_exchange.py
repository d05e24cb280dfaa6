"""Stack Exchange: a question, its answers and the remarks on them, api.stackexchange.com/docs."""

from __future__ import annotations

import re
from math import ceil
from typing import Final

import msgspec

from bot.fetch.model import Fetched, FetchError, Get
from bot.fetch.sites.answers import Answers, host
from bot.fetch.sites.site import Site, address

_API: Final = "https://api.stackexchange.com/2.3"
_PAGE: Final = 100
_IDS: Final = 100
"""Posts that may be named in one request."""

_THROTTLED: Final = 502
_SECONDS: Final = re.compile(r"(\d{1,6}) seconds")


class _Item(msgspec.Struct):
    question_id: int | None = None
    answer_id: int | None = None
    answer_count: int | None = None


class _Items(msgspec.Struct):
    """A wrapper: ``backoff`` are seconds in which the same method must not be called again."""

    items: list[_Item] = []
    has_more: bool = False
    backoff: int = 0
    error_id: int = 0
    error_message: str = ""


async def _ask(found: re.Match[str], get: Get, most: int) -> Fetched:
    answers = Answers(get)
    number = found["id"]
    site = f"site={found['host'].lower().removeprefix('www.')}&filter=withbody"
    if found["kind"].lower() == "a":
        number = str((await _one(found["host"], f"/answers/{number}?{site}", answers)).question_id)
    question = await _one(found["host"], f"/questions/{number}?{site}", answers)
    listed = await _answers(f"/questions/{number}/answers?{site}", most, answers)
    ids = ";".join([number, *map(str, listed)][:_IDS])
    remarks = f"{_API}/posts/{ids}/comments?{site}&pagesize={_PAGE}&sort=creation"
    if most:
        await answers.more("comments", remarks, _Items)
    answers.count("comments", len(listed), question.answer_count, "limit")
    return answers.fetched()


async def _one(site: str, path: str, answers: Answers) -> _Item:
    """The item that there has to be."""
    found = await answers.need(_API + path, _Items)
    if found.error_id == _THROTTLED:
        seconds = _SECONDS.search(found.error_message)
        minutes = ceil(int(seconds[1]) / 60) if seconds else 1
        raise FetchError("fetch-busy", host=host(_API), n=minutes)
    if found.error_id:
        raise FetchError("fetch-wrong-kind", host=host(_API))
    if not found.items:
        raise FetchError("fetch-gone", host=site)
    return found.items[0]


async def _answers(path: str, most: int, answers: Answers) -> list[int]:
    """The ids of up to ``most`` answers, the best first, unless the site says to wait."""
    ids: list[int] = []
    for page in range(1, ceil(most / _PAGE) + 1):
        url = f"{_API}{path}&sort=votes&pagesize={_PAGE}&page={page}"
        found = await answers.more("comments", url, _Items)
        ids += [one.answer_id for one in found.items if one.answer_id] if found else []
        if not found or not found.has_more or found.backoff:
            break
    return ids


SITE: Final = Site(
    "stack-exchange",
    address(
        r"https?://(?P<host>(?:[\w-]{1,60}\.){0,3}(?:stackoverflow\.com|superuser\.com|serverfault\.com"
        r"|askubuntu\.com|stackexchange\.com|stackapps\.com|mathoverflow\.net))"
        r"/(?P<kind>questions|q|a)/(?P<id>\d{1,12})(?=[/?#]|$)"
    ),
    _ask,
)
