"""Discourse: a topic, its posts asked for by their ids."""

from __future__ import annotations

from typing import Any

import pytest

from bot.fetch.model import FetchError
from bot.fetch.sites import fetch
from tests.bot.fetch.sites.web import (
    Answer,
    as_html,
    as_json,
    counts,
    fetched,
    page_of,
    playing,
    refusal,
)

URL = "https://forum.example/t/a-mill-runs-again/77"
TOPIC = "forum.example/t/77.json"


def post(number: int, on: int | None = None, likes: int = 0) -> dict[str, Any]:
    return {"id": 900 + number, "post_number": number, "username": f"p{number}", "name": "",
            "cooked": f"<p>Post {number} &amp; more of it.</p>", "created_at": "2026-01-02T03:04Z",
            "reply_to_post_number": on, "reply_count": 0, "post_type": 1, "hidden": False,
            "actions_summary": [{"id": 2, "count": likes}] if likes else []}  # fmt: skip


def topic(posts: int, shown: int = 20) -> Answer:
    stream = {"posts": [post(i, on=2 if i == 3 else None, likes=i) for i in range(1, shown + 1)],
              "stream": [900 + i for i in range(1, posts + 1)]}  # fmt: skip
    return as_json({"id": 77, "title": "A mill runs again", "posts_count": posts,
                    "details": {"created_by": {"username": "p1"}}, "post_stream": stream,
                    "suggested_topics": [{"id": 78, "title": "Another", "posts_count": 9}],
                    })  # fmt: skip


def asked_for(first: int, last: int) -> str:
    ids = "&".join(f"post_ids%5B%5D={900 + i}" for i in range(first, last + 1))
    return f"forum.example/t/77/posts.json?{ids}"


def batch(first: int, last: int) -> Answer:
    return as_json({"id": 77, "post_stream": {"posts": [post(i) for i in range(first, last + 1)]}})


@pytest.mark.parametrize(
    "path",
    ["a-mill-runs-again/77", "77", "a-mill-runs-again/77/4?u=bo", "77/4", "-/77/last", "a1/77"],
)
async def test_a_topic_comes_with_its_posts(path: str) -> None:
    came = await fetched(f"https://forum.example/t/{path}", {TOPIC: topic(3, shown=3)})
    assert (came.came, came.missing) == (("page", "comments"), ())
    page = page_of(came)
    assert (page.title, page.channel) == ("A mill runs again", "p1")
    assert page.description == "Post 1 & more of it."
    assert [(c.author, c.text, c.likes, c.reply) for c in page.comments] == [
        ("p2", "Post 2 & more of it.", 2, False),
        ("p3", "Post 3 & more of it.", 3, True),
    ]
    assert page.comments_stated == 2
    assert "comments-not-loaded" not in [o.kind for o in page.omissions]


async def test_a_topic_in_threads_is_the_same_topic() -> None:
    came = await fetched("https://forum.example/n/a-mill-runs-again/77", {TOPIC: topic(3, shown=3)})
    assert len(page_of(came).comments) == 2


async def test_a_forum_may_stand_in_a_folder() -> None:
    web = {"site.example/talk/t/77.json": topic(2, shown=2)}
    page = page_of(await fetched("https://site.example/talk/t/a-mill/77", web))
    assert [c.text for c in page.comments] == ["Post 2 & more of it."]


async def test_more_posts_are_asked_for_up_to_the_limit() -> None:
    web = {
        TOPIC: topic(10_000),
        asked_for(21, 120): batch(21, 120),
        asked_for(121, 151): batch(121, 151),
    }
    async with playing(web) as played:
        came = await fetch(URL, played.get, most_comments=150)
    page = page_of(came)
    assert counts(came) == [("comments", "limit", 150, 9_999)]
    assert (len(page.comments), page.comments_stated) == (150, 9_999)
    assert ("comments-not-loaded", 150, 9_999) in [
        (o.kind, o.found, o.stated) for o in page.omissions
    ]
    assert len(played.asked) == 3


async def test_posts_that_do_not_come_are_missing_and_the_others_stay() -> None:
    came = await fetched(URL, {TOPIC: topic(200), asked_for(21, 120): batch(21, 120)})
    assert counts(came) == [("comments", "gone", 119, 199)]
    assert len(page_of(came).comments) == 119


async def test_what_is_no_topic_is_read_as_a_page() -> None:
    article = as_html(f"<html><title>Shoes</title>{'<p>Shoes of the coast are made here.</p>' * 9}")
    page = page_of(
        await fetched("https://shop.example/t/shoes/77", {"shop.example/t/shoes/77": article})
    )
    assert page.title == "Shoes"
    assert await refusal(URL, {TOPIC: as_json({"errors": ["Not found"]}, 404)}) == "fetch-gone"


async def test_a_plain_page_may_be_forbidden() -> None:
    async with playing({"forum.example/t/a-mill-runs-again/77": as_html("<p>x</p>")}) as web:
        with pytest.raises(FetchError, match="fetch-gone"):
            await fetch(URL, web.get, pages=False)
    assert web.asked == [TOPIC]
