"""Mastodon: a post and its conversation."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.fetch.sites.web import as_html, as_json, counts, fetched, lacks, page_of, refusal

URL = "https://ice.example/@ana/110000000000000001"
STATUS = "ice.example/api/v1/statuses/110000000000000001"
CONTEXT = f"{STATUS}/context"


def status(
    number: int, who: str, text: str, on: int | None = None, replies: int = 0
) -> dict[str, Any]:
    return {"id": str(110000000000000000 + number), "created_at": "2026-01-02T03:04:05.000Z",
            "in_reply_to_id": on and str(110000000000000000 + on), "spoiler_text": "",
            "url": f"https://ice.example/@{who}/{110000000000000000 + number}",
            "replies_count": replies, "favourites_count": number, "content": f"<p>{text}</p>",
            "account": {"acct": who, "username": who, "display_name": who.title()}}  # fmt: skip


POST = status(1, "ana", "The harbour has been frozen since Monday. Boats wait.", replies=3)
TALK = {
    "ancestors": [],
    "descendants": [status(2, "ana", "The ferry goes again on Friday.", 1),
                    status(3, "bo", '<span class="h-card">@ana</span> Good luck!', 1, 2),
                    status(4, "cy", "To you too", 3)],
}  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [URL, "https://ice.example/@ana@far.example/110000000000000001",
     "https://ice.example/users/ana/statuses/110000000000000001",
     "https://ice.example/web/@ana/110000000000000001"],
)  # fmt: skip
async def test_the_posts_of_an_author_are_read_and_the_answers_are_comments(url: str) -> None:
    came = await fetched(url, {STATUS: as_json(POST), CONTEXT: as_json(TALK)})
    assert came.came == ("page", "comments")
    assert counts(came) == [("comments", "unsupported", 3, 5)]
    page = page_of(came)
    assert page.title == "The harbour has been frozen since Monday."
    assert (page.channel, page.url) == ("Ana", URL)
    assert [cue.text for cue in page.transcript] == [
        "The harbour has been frozen since Monday. Boats wait.",
        "The ferry goes again on Friday.",
    ]
    assert [(c.author, c.text, c.likes, c.reply) for c in page.comments] == [
        ("Bo", "@ana Good luck!", 3, False),
        ("Cy", "To you too", 4, True),
    ]


async def test_what_the_posts_count_and_nobody_was_given_is_stated() -> None:
    page = page_of(await fetched(URL, {STATUS: as_json(POST), CONTEXT: as_json(TALK)}))
    assert page.comments_stated == 4
    assert ("comments-not-loaded", 2, 4) in [(o.kind, o.found, o.stated) for o in page.omissions]


async def test_posts_above_are_the_authors_own_or_comments() -> None:
    above = {
        "ancestors": [
            status(8, "dan", "Is it frozen?", replies=1),
            status(9, "ana", "Wait, I will look.", 8, 1),
        ],
        "descendants": [],
    }
    page = page_of(await fetched(URL, {STATUS: as_json(POST), CONTEXT: as_json(above)}))
    assert page.transcript[0].text == "Wait, I will look."
    assert [c.text for c in page.comments] == ["Is it frozen?"]


async def test_a_warning_stands_above_the_post() -> None:
    warned = POST | {"spoiler_text": "Ice"}
    page = page_of(await fetched(URL, {STATUS: as_json(warned), CONTEXT: as_json(TALK)}))
    assert page.transcript[0].text == "Ice"


async def test_a_conversation_that_does_not_come_is_missing() -> None:
    came = await fetched(URL, {STATUS: as_json(POST), CONTEXT: as_html("<p>Wait</p>")})
    assert lacks(came) == [("comments", "wrong-kind")]
    page = page_of(came)
    assert page.title == "The harbour has been frozen since Monday."
    assert (len(page.transcript), page.comments, page.comments_stated) == (1, (), 3)


async def test_a_deleted_post_is_said_to_be_gone() -> None:
    assert await refusal(URL, {}) == "fetch-gone"
