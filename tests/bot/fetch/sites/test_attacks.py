"""Sites that answer with anything but what they promise: a page comes, or one sentence says why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress

import pytest

from bot.fetch.model import Fetched, FetchError
from bot.fetch.sites import fetch
from summarizer import UnreadableError
from tests.bot.fetch.sites import (
    test_discourse,
    test_hacker_news,
    test_lemmy,
    test_mastodon,
    test_peertube,
    test_podcasts,
    test_stack_exchange,
)
from tests.bot.fetch.sites.web import Answer, as_html, as_json, page_of, playing

SITES: dict[str, tuple[str, Mapping[str, Answer]]] = {
    "hacker news": (test_hacker_news.URL, {
        test_hacker_news.THREAD: as_json(test_hacker_news.TALK),
        test_hacker_news.STORY: as_json(test_hacker_news.COUNT)}),
    "lemmy": (test_lemmy.URL, {
        test_lemmy.POST: as_json(test_lemmy.answered(test_lemmy.post())),
        test_lemmy.LIST: as_json(test_lemmy.TALK)}),
    "mastodon": (test_mastodon.URL, {
        test_mastodon.STATUS: as_json(test_mastodon.POST),
        test_mastodon.CONTEXT: as_json(test_mastodon.TALK)}),
    "discourse": (test_discourse.URL, {
        test_discourse.TOPIC: test_discourse.topic(60),
        test_discourse.asked_for(21, 60): test_discourse.batch(21, 60)}),
    "peertube": (test_peertube.URL, test_peertube.TALK),
    "podcast": (test_podcasts.URL, {
        test_podcasts.FEED: test_podcasts.THREE, **test_podcasts.FILES}),
    "stack exchange": (test_stack_exchange.URL, test_stack_exchange.TALK),
}  # fmt: skip

BAD = {
    "nothing": Answer(b""),
    "a page": as_html("<!DOCTYPE html><title>Sign in</title><p>Please sign in to go on.</p>"),
    "null": as_json(None),
    "an empty list": as_json([]),
    "an empty object": as_json({}),
    "a number": as_json(7),
    "another object": as_json({"error": "unknown", "items": None, "data": {}, "comments": "no"}),
    "deep lists": Answer(b"[" * 100_000),
    "bytes of no text": Answer(bytes(range(256)) * 40, "application/json; charset=utf-16"),
    "half of an answer": Answer(b'{"title": "A mill", "children": [{"text": "Where'),
    "declared entities": Answer(
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><rss>&x;</rss>'
    ),
    "a long wait": as_json({}, 429),
    "a fault": as_json({}, 503),
}


@pytest.mark.no_cover
@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
@pytest.mark.parametrize(("url", "talk"), SITES.values(), ids=SITES)
async def test_each_answer_may_be_bad(url: str, talk: Mapping[str, Answer], bad: Answer) -> None:
    for address in talk:
        came = await outcome(url, {**talk, address: bad})
        readable(came)


@pytest.mark.no_cover
@pytest.mark.parametrize(("url", "talk"), SITES.values(), ids=SITES)
async def test_any_field_may_be_missing_or_of_another_kind(
    url: str, talk: Mapping[str, Answer]
) -> None:
    for address, answer in talk.items():
        if not answer.body.startswith(b"{"):
            continue
        whole = json.loads(answer.body)
        for field in whole:
            for other in (None, "x", [{"id": None}]):
                came = await outcome(url, {**talk, address: as_json({**whole, field: other})})
                readable(came)


@pytest.mark.parametrize(("url", "talk"), SITES.values(), ids=SITES)
async def test_an_operator_who_wants_no_comments_asks_for_none(
    url: str, talk: Mapping[str, Answer]
) -> None:
    async with playing(talk) as web:
        came = await fetch(url, web.get, most_comments=0)
    assert came.files
    words = ("comment/list", "comments", "comment-threads", "/answers", "posts.json")
    assert [address for address in web.asked if any(word in address for word in words)] == []


async def outcome(url: str, answers: Mapping[str, Answer]) -> Fetched | str:
    """What came, or the key of the sentence that says why nothing did."""
    async with playing(answers) as web:
        try:
            return await fetch(url, web.get)
        except FetchError as problem:
            return problem.key


def readable(came: Fetched | str) -> None:
    """A page comes of it, or a sentence; nothing else is raised."""
    if isinstance(came, str):
        assert came.startswith("fetch-")
        return
    with suppress(UnreadableError):
        page = page_of(came)
        assert page.title or page.comments or page.transcript or page.description
