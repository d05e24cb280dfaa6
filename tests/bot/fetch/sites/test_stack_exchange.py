"""Stack Exchange: a question, its answers, the remarks on them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.fetch.sites import fetch
from tests.bot.fetch.sites.web import (
    Answer,
    as_json,
    counts,
    fetched,
    lacks,
    page_of,
    playing,
    refusal,
)

API = "api.stackexchange.com/2.3"
SITE = "site=mills.stackexchange.com&filter=withbody"
URL = "https://mills.stackexchange.com/questions/50/why-does-my-wheel-stop"
QUESTION = f"{API}/questions/50?{SITE}"
REMARKS = f"{API}/posts/50;61;62/comments?{SITE}&pagesize=100&sort=creation"


def listed(page: int = 1) -> str:
    return f"{API}/questions/50/answers?{SITE}&sort=votes&pagesize=100&page={page}"


def wrapped(*items: dict[str, Any], **other: object) -> Answer:
    return as_json({"items": list(items), "has_more": False, "quota_remaining": 290} | other)


def owner(name: str) -> dict[str, Any]:
    return {"owner": {"user_id": 1, "display_name": name, "user_type": "registered"}}


def question(answers: int = 2) -> dict[str, Any]:
    return {"question_id": 50, "title": "Why does my wheel stop &amp; start?", "score": 9,
            "body": "<p>It stops at <code>low</code> tide.</p>", "answer_count": answers,
            "is_answered": True, "link": URL, "creation_date": 1700000000,
            **owner("Ines")}  # fmt: skip


def answer(number: int, score: int = 3) -> dict[str, Any]:
    return {"answer_id": number, "question_id": 50, "body": f"<p>Reason {number}.</p>",
            "is_accepted": False, "score": score, "creation_date": 1700000100,
            **owner("Bo O&#39;Hara")}  # fmt: skip


def remark(number: int, on: int) -> dict[str, Any]:
    return {"comment_id": number, "post_id": on, "body": f"Remark {number}", "score": 1,
            "edited": False, "creation_date": 1700000200, **owner("Cy")}  # fmt: skip


TALK = {QUESTION: wrapped(question()), listed(): wrapped(answer(61), answer(62, score=-1)),
        REMARKS: wrapped(remark(70, on=50), remark(71, on=61))}  # fmt: skip


@pytest.mark.parametrize("path", ["questions/50/why-does-my-wheel-stop", "questions/50", "q/50/8"])
async def test_a_question_comes_with_its_answers_and_the_remarks_on_them(path: str) -> None:
    came = await fetched(f"https://mills.stackexchange.com/{path}", TALK)
    assert (came.came, came.missing) == (("page", "comments"), ())
    page = page_of(came)
    assert (page.title, page.channel) == ("Why does my wheel stop & start?", "Ines")
    assert page.url == URL
    assert page.description == "It stops at low tide."
    assert [(c.author, c.text, c.likes, c.reply) for c in page.comments] == [
        ("Bo O'Hara", "Reason 61.", 3, False),
        ("Bo O'Hara", "Reason 62.", -1, False),
        ("Cy", "Remark 70", 1, False),
        ("Cy", "Remark 71", 1, True),
    ]


async def test_an_answer_leads_to_its_question() -> None:
    web = TALK | {f"{API}/answers/61?{SITE}": wrapped(answer(61))}
    page = page_of(await fetched("https://mills.stackexchange.com/a/61/8", web))
    assert page.title == "Why does my wheel stop & start?"
    assert [c.text for c in page.comments].count("Reason 61.") == 1


async def test_answers_come_a_hundred_at_a_time_unless_the_site_says_to_wait() -> None:
    first = [answer(i) for i in range(100, 200)]
    rest = [answer(i) for i in range(200, 250)]
    web = {QUESTION: wrapped(question(150)), listed(2): wrapped(*rest),
           listed(): wrapped(*first, has_more=True)}  # fmt: skip
    assert len(page_of(await fetched(URL, web)).comments) == 150
    named = ";".join(["50", *map(str, range(100, 199))])
    web |= {listed(): wrapped(*first, has_more=True, backoff=30),
            REMARKS.replace("50;61;62", named): wrapped()}  # fmt: skip
    async with playing(web) as played:
        came = await fetch(URL, played.get)
    assert counts(came) == [("comments", "limit", 100, 150)]
    assert listed(2) not in played.asked
    assert len(page_of(came).comments) == 100


async def test_remarks_that_do_not_come_are_missing() -> None:
    came = await fetched(URL, {key: TALK[key] for key in (QUESTION, listed())})
    assert lacks(came) == [("comments", "gone")]
    assert len(page_of(came).comments) == 2


async def test_a_deleted_question_is_said_to_be_gone() -> None:
    assert await refusal(URL, {QUESTION: wrapped()}) == "fetch-gone"


async def test_a_site_that_is_asked_too_much_says_for_how_long() -> None:
    why = "too many requests from this IP, more requests available in 190 seconds"
    said = {"error_id": 502, "error_name": "throttle_violation", "error_message": why}
    assert await refusal(URL, {QUESTION: as_json(said, 400)}) == "fetch-busy"


async def test_an_error_of_another_kind_is_no_question() -> None:
    said = {"error_id": 400, "error_name": "bad_parameter", "error_message": "site"}
    assert await refusal(URL, {QUESTION: as_json(said, 400)}) == "fetch-wrong-kind"
