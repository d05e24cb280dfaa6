"""Lemmy, as its version 3 answers."""

from __future__ import annotations

from typing import Any

from bot.fetch.sites import fetch
from tests.bot.fetch.sites.web import (
    as_html,
    as_json,
    counts,
    fetched,
    lacks,
    page_of,
    playing,
    refusal,
)

URL = "https://ponds.example/post/31"
POST = "ponds.example/api/v3/post?id=31"
LIST = "ponds.example/api/v3/comment/list?post_id=31&type_=All&sort=Top&max_depth=50&limit=200"
IVY: dict[str, Any] = {"id": 2, "name": "ivy", "display_name": "Ivy Reed"}


def post(name: str = "The pond is clear", comments: int = 2, **other: object) -> dict[str, Any]:
    return {"post": {"id": 31, "name": name, "body": "It took **three** years.", "deleted": False,
                     "removed": False, "ap_id": URL, "published": "2026-02-01T08:00:00Z"} | other,
            "creator": IVY, "community": {"id": 4, "name": "ponds", "title": "Ponds"},
            "counts": {"comments": comments, "score": 12, "upvotes": 12}}  # fmt: skip


def remark(number: int, text: str, who: str, path: str, score: int = 1) -> dict[str, Any]:
    about = {"id": number, "content": text, "path": path, "removed": False, "deleted": False,
             "published": "2026-02-01T09:00:00Z"}  # fmt: skip
    return post() | {"comment": about, "creator": {"name": who}, "counts": {"score": score}}


def answered(view: dict[str, Any]) -> dict[str, Any]:
    elsewhere = post("Clear water, at last", 70)
    community = {"community": {"name": "ponds"}, "counts": {"comments": 9_000, "posts": 80}}
    return {"post_view": view, "community_view": community, "moderators": [],
            "cross_posts": [elsewhere]}  # fmt: skip


TALK = {"comments": [remark(1, "Which plants?", "ole", "0.1", 5),
                     remark(2, "Hornwort, mostly.", "ivy", "0.1.2")]}  # fmt: skip


async def test_a_post_comes_with_its_comments() -> None:
    came = await fetched(URL, {POST: as_json(answered(post(comments=6))), LIST: as_json(TALK)})
    assert came.came == ("page", "comments")
    assert counts(came) == [("comments", "limit", 2, 6)]
    page = page_of(came)
    assert (page.title, page.channel) == ("The pond is clear", "Ivy Reed")
    assert page.description == "It took **three** years."
    assert [(c.author, c.text, c.likes, c.reply) for c in page.comments] == [
        ("ole", "Which plants?", 5, False),
        ("ivy", "Hornwort, mostly.", 1, True),
    ]
    assert page.comments_stated == 6


async def test_a_comment_leads_to_its_post() -> None:
    one = {"ponds.example/api/v3/comment?id=2": as_json({"comment_view": TALK["comments"][1]}),
           POST: as_json(answered(post())), LIST: as_json(TALK)}  # fmt: skip
    page = page_of(await fetched("https://ponds.example/comment/2", one))
    assert (page.title, len(page.comments)) == ("The pond is clear", 2)


async def test_comments_that_are_refused_are_said_to_be_missing() -> None:
    came = await fetched(URL, {POST: as_json(answered(post()))})
    assert lacks(came) == [("comments", "gone")]
    page = page_of(came)
    assert ("comments-not-loaded", 0, 2) in [(o.kind, o.found, o.stated) for o in page.omissions]


async def test_a_post_without_comments_is_not_asked_for_any() -> None:
    async with playing({POST: as_json(answered(post(comments=0)))}) as web:
        assert (await fetch(URL, web.get)).came == ("page",)
    assert web.asked == [POST]


async def test_a_deleted_post_is_said_to_be_gone() -> None:
    assert await refusal(URL, {POST: as_json(answered(post(deleted=True)))}) == "fetch-gone"
    assert await refusal(URL, {POST: as_json({"error": "couldnt_find_post"}, 400)}) == "fetch-gone"


async def test_an_address_of_that_form_may_be_an_article() -> None:
    words = "<p>The mill by the pond has a new wheel since Monday, and it turns.</p>" * 3
    article = as_html(f"<!DOCTYPE html><title>A wheel</title><h1>A wheel</h1>{words}")
    page = page_of(await fetched(URL, {"ponds.example/post/31": article}))
    assert page.title == "A wheel"
    assert "new wheel" in page.transcript[0].text + page.description


async def test_missing_fields_are_missed_by_nobody() -> None:
    bare = {"post_view": {"post": {"id": 31, "name": "The pond is clear"}, "community": {}}}
    came = await fetched(URL, {POST: as_json(bare), LIST: as_json({"comments": [{}, {"x": 1}]})})
    assert page_of(came).title == "The pond is clear"
