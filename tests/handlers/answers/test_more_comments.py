"""More comments of a link that was fetched: a forum on loopback gives its posts by their ids."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.fetch.terms import Terms
from bot.local.telegram import Telegram
from bot.local.world.chats import JSON, Chat
from bot.local.world.people import Person, keyboard, labels
from handlers.fetching import Fetched, Missing, page_of, with_more_comments
from tests.bot.fetch.site import Site, answer, serving
from tests.handlers.answers.test_fetched import fetching_bot
from tests.telegram import Running

POSTS = 151
USUAL, SHOWN = 19, 20
"""Comments that are usually asked for; posts that a forum shows with their topic."""
MORE = 5 * USUAL
TOPIC = "/t/wells/7"


def post(number: int) -> dict[str, Any]:
    words = f"<p>The well of neighbour {number} is dry in a hot summer, which nobody wants.</p>"
    return {"id": 900 + number, "post_number": number, "username": f"p{number}", "cooked": words,
            "created_at": "2026-01-02T03:04Z", "post_type": 1, "hidden": False}  # fmt: skip


def stream(*posts: int) -> dict[str, Any]:
    return {"posts": [post(number) for number in posts]}


def topic(posts: int = POSTS, listed: int = POSTS) -> bytes:
    ids = {"stream": [900 + number for number in range(1, listed + 1)]}
    about = {"id": 7, "title": "How a well is dug", "posts_count": posts}
    return said({**about, "post_stream": stream(*range(1, SHOWN + 1)) | ids})


def said(value: object) -> bytes:
    return answer(json.dumps(value), content_type="application/json")


def by_ids(*posts: int) -> str:
    return f"/t/7/posts.json?{'&'.join(f'post_ids%5B%5D={900 + number}' for number in posts)}"


REST = range(SHOWN + 1, MORE + 2)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    rest = said({"id": 7, "post_stream": stream(*REST)})
    async with serving({"/t/7.json": topic(), by_ids(*REST): rest}) as site:
        yield site


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    folder = tmp_path / "hosts"
    folder.mkdir()
    return Terms("open", folder, frozenset({"127.0.0.1"}), USUAL, loopback=True, spacing=0)


@pytest.fixture
async def bot(telegram: Telegram, settings: Settings, terms: Terms) -> AsyncIterator[Running]:
    async with fetching_bot(telegram, settings, terms) as bot:
        yield bot


async def digest_of(site: Site, bot: Running, ann: Person, chat: Chat | None = None) -> JSON:
    ann.says(f"/digest {site.url(TOPIC)}" if chat else site.url(TOPIC), chat)
    await bot.idle()
    reply: JSON = bot.telegram.said(chat or ann.private)[-1]
    return reply


async def test_a_press_brings_five_times_as_many_and_is_offered_once(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    reply = await digest_of(site, bot, ann)
    assert (
        "Fetched of the comments: 19 of about 150 (more are not asked for at once)."
        in (reply["text"])
    )
    assert [button["text"] for button in keyboard(reply)[-1]] == ["More comments"]
    begun = await telegram.answer_to(ann.presses(reply, "More comments"))
    assert begun["text"] == "Fetching, up to 20 s …"
    await bot.idle()
    [changed] = telegram.said(ann.private)
    assert changed["message_id"] == reply["message_id"]
    assert (
        "Fetched of the comments: 95 of about 150 (that is the most I ask for)."
        in (changed["text"])
    )
    assert "More comments" not in labels(changed)
    ann.presses(changed, "Comments")
    await bot.idle()
    assert "95 comments" in telegram.said(ann.private)[0]["text"]


async def test_where_the_site_gives_no_more_that_is_said_and_nothing_is_offered(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    site.answers["/t/7.json"] = topic(listed=SHOWN)
    reply = await digest_of(site, bot, ann)
    ann.presses(reply, "More comments")
    await bot.idle()
    changed, note = telegram.said(ann.private)
    assert note["text"] == "No more comments came (not given out)."
    assert "Fetched of the comments: 19 of about 150 (not given out)." in changed["text"]
    assert "More comments" not in labels(changed)


async def test_a_site_that_asks_to_wait_costs_nothing_that_was_there(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    site.answers[by_ids(*REST)] = answer("", 429)
    reply = await digest_of(site, bot, ann)
    ann.presses(reply, "More comments")
    await bot.idle()
    changed, note = telegram.said(ann.private)
    assert note["text"] == "No more comments came (the site asks to wait)."
    assert "19 of about 150 (the site asks to wait)" in changed["text"]


async def test_where_nothing_comes_the_digest_stays_and_the_reason_is_said_below(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    reply = await digest_of(site, bot, ann)
    site.answers["/t/7.json"] = answer("", 500)
    ann.presses(reply, "More comments")
    await bot.idle()
    same, note = telegram.said(ann.private)
    assert (same["text"], labels(same)) == (reply["text"], labels(reply))
    assert note["text"].startswith("127.0.0.1 is out of order just now.")
    assert note["reply_to_message"]["message_id"] == reply["message_id"]


async def test_of_a_group_only_the_asker_and_admins_may_ask_for_more(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Diggers", ann, ben)
    reply = await digest_of(site, bot, ann, group)
    asked = len(site.paths)
    note = await telegram.answer_to(ben.presses(reply, "More comments"))
    assert "Only the person who asked" in note["text"]
    assert note["show_alert"]
    await bot.idle()
    assert len(site.paths) == asked


async def test_more_comments_count_for_the_quota_of_who_presses(
    telegram: Telegram, settings: Settings, terms: Terms, ann: Person, site: Site
) -> None:
    async with fetching_bot(telegram, replace(settings, digests_an_hour=1), terms) as bot:
        reply = await digest_of(site, bot, ann)
        asked = len(site.paths)
        note = await telegram.answer_to(ann.presses(reply, "More comments"))
        await bot.idle()
    assert note["show_alert"]
    assert note["text"].startswith("That is a lot of pages")
    assert len(site.paths) == asked


def described(comments: int) -> tuple[str, bytes]:
    remarks = [
        {"text": f"The well of neighbour {n} is dry.", "author": "a"} for n in range(comments)
    ]
    about = {"title": "How a well is dug", "comments": remarks, "comment_count": 9}
    return "video.info.json", json.dumps(about).encode()


def test_all_else_of_the_page_stays_where_it_does_not_come_again() -> None:
    url, captions = "https://v.example/1", b"WEBVTT\n\n00:00.000 --> 00:04.000\nA well is dug.\n"
    limit = Missing("comments", "limit", 2, 9)
    first = page_of(Fetched((described(2), ("video.en.vtt", captions)), (), (limit,)), url)
    lacks = Missing("captions", "busy"), Missing("comments", "limit", 5, 9)
    page = with_more_comments(first, Fetched((described(5),), (), lacks), url)
    assert page.transcript == first.transcript != ()
    assert len(page.comments) == 5
    said = [(o.part, o.found, o.stated) for o in page.omissions if o.kind == "not-fetched"]
    assert said == [("comments|most", 5, 9)]
