"""Comments by yt-dlp, for real: an extractor of the tests' own asks a server on loopback."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

pytest.importorskip("yt_dlp")

from bot.fetch.model import Fetched, Missing
from bot.fetch.terms import Terms
from bot.work.workers import Limits, Workers
from handlers.fetching import page_of
from handlers.message import Texts, render
from summarizer import digest_page
from tests.bot.fetch.own_extractor import fetch_from_own_site
from tests.bot.fetch.site import Site, answer, serving
from tests.bot.fetch.test_video import VTT, file

pytestmark = pytest.mark.asyncio(loop_scope="module")

ALL, A_PAGE = 720, 60
Fetch = Callable[[Site], Awaitable[Fetched]]


def comment(number: int) -> dict[str, Any]:
    """The first is pinned; each third answers the one before it."""
    return {"id": f"c{number}", "parent": f"c{number - 1}" if number % 3 == 2 else "root",
            "text": f"The well of neighbour {number} runs dry in a hot summer.",
            "author": f"neighbour {number}", "like_count": 1000 - number, "is_pinned": number == 0,
            }  # fmt: skip


def said(value: object) -> bytes:
    return answer(json.dumps(value), content_type="application/json")


def about(comments: int | None) -> bytes:
    title, description = "How a well is dug", "A film about wells."
    return said({"title": title, "description": description, "comment_count": comments})


def pages(comments: int) -> dict[str, bytes]:
    return {
        f"/api/well/comments?page={page}": said(
            [comment(n) for n in range(page * A_PAGE, min((page + 1) * A_PAGE, comments))]
        )
        for page in range(comments // A_PAGE + 1)
    }


@pytest_asyncio.fixture(loop_scope="module")
async def site() -> AsyncIterator[Site]:
    answers = {"/api/well": about(ALL), "/en.vtt": answer(VTT, content_type="text/vtt")}
    async with serving(answers | pages(ALL)) as site:
        yield site


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers() -> AsyncIterator[Workers]:
    """One process for all tests: it loads yt-dlp for two seconds."""
    async with Workers(Limits(1, 20, 1024, 50)) as workers:
        yield workers


@pytest.fixture
def fetch(workers: Workers, terms: Terms) -> Fetch:
    everything = replace(terms, mode="all")

    async def fetched(site: Site) -> Fetched:
        url = site.url("/video/well")
        return await workers.run(fetch_from_own_site, url, everything, person=1)

    return fetched


def asked(site: Site) -> list[str]:
    return [path for path in site.paths if "comments" in path]


async def test_the_first_comments_come_in_their_order_and_not_one_page_too_many(
    site: Site, fetch: Fetch
) -> None:
    fetched = await fetch(site)
    comments = json.loads(file(fetched, ".info.json"))["comments"]
    assert [one["id"] for one in comments] == [f"c{number}" for number in range(200)]
    assert fetched.came == ("description", "captions-human", "comments")
    assert fetched.missing == (Missing("comments", "limit", 200, ALL),)
    assert asked(site) == [f"/api/well/comments?page={page}" for page in range(4)]


async def test_answers_likes_and_what_is_pinned_are_read(site: Site, fetch: Fetch) -> None:
    page = page_of(await fetch(site), site.url("/video/well"))
    first, second, third, *_ = page.comments
    assert [one.reply for one in (first, second, third)] == [False, False, True]
    assert [one.pinned for one in (first, second, third)] == [True, False, False]
    assert [one.likes for one in (first, second, third)] == [1000, 999, 998]
    assert page.comments_stated == ALL
    assert len(page.transcript) == 3


async def test_what_broke_off_is_said_with_both_numbers_in_the_reply(
    site: Site, fetch: Fetch
) -> None:
    site.answers["/api/well/comments?page=3"] = answer("", 429)
    digest = digest_page(page_of(await fetch(site), site.url("/video/well")))
    reply = render(digest, Texts())
    assert "Fetched of the comments: 180 of about 720 (the site asks to wait)." in reply.html
    assert "180 comments" in reply.html
    assert "more" not in [button.action for row in reply.buttons for button in row]


async def test_fewer_than_are_asked_for_are_all_of_them(site: Site, fetch: Fetch) -> None:
    site.answers |= {"/api/well": about(70), **pages(70)}
    site.answers["/api/well/comments?page=2"] = said([])
    fetched = await fetch(site)
    assert fetched.missing == ()
    assert len(json.loads(file(fetched, ".info.json"))["comments"]) == 70


@pytest.mark.parametrize(("stated", "why"), [(None, "off"), (0, "none")])
async def test_why_there_are_none_is_said(
    site: Site, fetch: Fetch, stated: int | None, why: str
) -> None:
    site.answers |= {"/api/well": about(stated), "/api/well/comments?page=0": said([])}
    assert (await fetch(site)).missing == (Missing("comments", why),)
