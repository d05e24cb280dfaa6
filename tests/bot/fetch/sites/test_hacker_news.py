"""Hacker News as Algolia answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.bot.fetch.sites.web import as_json, counts, fetched, page_of, refusal

URL = "https://news.ycombinator.com/item?id=700"
THREAD = "hn.algolia.com/api/v1/items/700"
STORY = "hn.algolia.com/api/v1/search?tags=story,story_700&hitsPerPage=1"


def remark(
    number: int, text: str, who: str, *, on: int, children: Sequence[object] = ()
) -> dict[str, Any]:
    return {"id": number, "created_at": "2026-03-01T10:00:00.000Z", "created_at_i": 1772359200,
            "type": "comment", "author": who, "title": None, "url": None, "text": f"<p>{text}",
            "points": None, "parent_id": on, "story_id": 700, "children": list(children),
            "options": []}  # fmt: skip


def story(*children: dict[str, Any], **other: object) -> dict[str, Any]:
    return {"id": 700, "created_at": "2026-03-01T09:00:00.000Z", "type": "story", "author": "ines",
            "title": "A tide mill runs again", "url": "https://mill.example/runs", "text": None,
            "points": 41, "parent_id": None, "story_id": 700, "children": list(children),
            "options": []} | other  # fmt: skip


TALK = story(
    remark(701, "Where does the grain come from?", "bo", on=700, children=[
        remark(702, "From the farm next door.", "cy", on=701)]),
    remark(703, "I saw it on Sunday &amp; it was loud.", "dan", on=700),
)  # fmt: skip
HIT = {"author": "ines", "title": "A tide mill runs again", "points": 41, "num_comments": 5,
       "objectID": "700", "story_id": 700, "_tags": ["story", "author_ines", "story_700"],
       "_highlightResult": {"title": {"value": "A <em>tide</em> mill"}}}  # fmt: skip
COUNT = {"hits": [HIT], "nbHits": 1, "page": 0}


async def test_a_story_comes_with_its_comments_and_their_number() -> None:
    came = await fetched(URL, {THREAD: as_json(TALK), STORY: as_json(COUNT)})
    assert came.came == ("page", "comments")
    assert counts(came) == [("comments", "unsupported", 3, 5)]
    page = page_of(came)
    assert page.title == "A tide mill runs again"
    assert page.channel == "ines"
    assert page.url == "https://mill.example/runs"
    assert [(c.author, c.text, c.reply) for c in page.comments] == [
        ("bo", "Where does the grain come from?", False),
        ("cy", "From the farm next door.", True),
        ("dan", "I saw it on Sunday & it was loud.", False),
    ]
    assert page.comments_stated == 5
    assert ("comments-not-loaded", 3, 5) in [(o.kind, o.found, o.stated) for o in page.omissions]


async def test_a_story_does_without_the_number() -> None:
    page = page_of(await fetched(URL, {THREAD: as_json(TALK)}))
    assert (len(page.comments), page.comments_stated) == (3, None)


async def test_what_an_author_asks_is_the_description() -> None:
    came = await fetched(URL, {THREAD: as_json(story(text="Who has built one?", url=None))})
    assert page_of(came).description == "Who has built one?"
    assert came.came == ("page",)


async def test_a_deleted_story_is_said_to_be_gone() -> None:
    empty = story(title=None, text=None, url=None, author=None)
    assert await refusal(URL, {THREAD: as_json(empty)}) == "fetch-gone"
    assert await refusal(URL, {}) == "fetch-gone"


async def test_a_site_that_asks_to_be_left_alone_is_passed_on() -> None:
    assert await refusal(URL, {THREAD: as_json({}, 429)}) == "fetch-busy"


@pytest.mark.no_cover
async def test_ten_thousand_comments_come_in_one_answer() -> None:
    many = (remark(1_000 + i, f"Remark {i} on the mill.", f"p{i}", on=700) for i in range(10_000))
    came = await fetched(URL, {THREAD: as_json(story(*many))})
    assert len(page_of(came).comments) == 10_000
