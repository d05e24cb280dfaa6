"""PeerTube: a video, its captions and its comments."""

from __future__ import annotations

from typing import Any

import pytest

from bot.fetch.sites import fetch
from tests.bot.fetch.sites.web import (
    Answer,
    as_html,
    as_json,
    as_vtt,
    counts,
    fetched,
    lacks,
    page_of,
    playing,
    refusal,
)

ID = "kk3vNsb6dXqbH9ZpZkWmQa"
URL = f"https://films.example/w/{ID}"
API = f"films.example/api/v1/videos/{ID}"
THREADS = f"{API}/comment-threads?start=0&count=100"
WORDS = ("The wheel turns again after thirty years of standing still.",
         "We found the old stones below the floor of the barn.",
         "Grain comes from the farm next door every second autumn.")  # fmt: skip


def video(**other: object) -> dict[str, Any]:
    return {"id": 8, "uuid": "0b1f0f5e-5d5f-4d0e-9a5e-2f6f0c7a9d11", "shortUUID": ID,
            "name": "How the tide mill runs", "description": "Filmed in one day.\nhttps://mill.example/plan",
            "language": {"id": "en", "label": "English"}, "duration": 15, "comments": 3,
            "url": f"https://films.example/videos/watch/{ID}", "account": {"displayName": "Ines"},
            "channel": {"name": "mills", "displayName": "Mills of the coast"},
            "commentsPolicy": {"id": 1, "label": "Enabled"}, "likes": 4} | other  # fmt: skip


def caption(language: str, path: str, *, automatic: bool = False) -> dict[str, Any]:
    return {"language": {"id": language, "label": language}, "automaticallyGenerated": automatic,
            "captionPath": path, "updatedAt": "2026-01-01"}  # fmt: skip


def remark(number: int, text: str, thread: int, replies: int = 0) -> dict[str, Any]:
    return {"id": number, "text": text, "threadId": thread, "totalReplies": replies,
            "inReplyToCommentId": None if number == thread else thread, "isDeleted": False,
            "createdAt": "2026-01-02T00:00:00Z", "account": {"name": f"p{number}",
            "displayName": f"Person {number}"}}  # fmt: skip


def listed(*found: dict[str, Any], **counts: int) -> Answer:
    return as_json({"total": len(found), "data": list(found)} | counts)


TALK = {
    API: as_json(video()),
    f"{API}/captions": listed(caption("en", "/lazy-static/video-captions/a-en.vtt")),
    "films.example/lazy-static/video-captions/a-en.vtt": as_vtt(*WORDS),
    THREADS: listed(remark(1, "Where is it?", 1, 1), remark(2, "Lovely.", 2),
                    totalNotDeletedComments=3),
    f"{API}/comment-threads/1": as_json({"comment": remark(1, "Where is it?", 1, 1), "children": [
        {"comment": remark(3, "Behind the harbour.", 1), "children": []}]}),
    f"{API}/chapters": as_json({"chapters": [{"timecode": 0, "title": "The wheel"},
                                             {"timecode": 10, "title": "The grain"}]}),
}  # fmt: skip


@pytest.mark.parametrize("path", ["w/", "videos/watch/", "videos/embed/"])
async def test_a_video_comes_with_all_its_parts(path: str) -> None:
    came = await fetched(f"https://films.example/{path}{ID}?start=1m", TALK)
    assert (came.came, came.missing) == (("page", "captions-human", "comments"), ())
    page = page_of(came)
    assert (page.title, page.channel) == ("How the tide mill runs", "Mills of the coast")
    assert page.url == f"https://films.example/videos/watch/{ID}"
    assert [cue.text for cue in page.transcript] == list(WORDS)
    assert [(c.title, c.start, c.cue) for c in page.chapters] == [
        ("The wheel", 0.0, 0), ("The grain", 10.0, 2)]  # fmt: skip
    assert [link.url for link in page.links] == ["https://mill.example/plan"]
    assert [(c.author, c.text, c.reply) for c in page.comments] == [
        ("Person 1", "Where is it?", False),
        ("Person 2", "Lovely.", False),
        ("Person 3", "Behind the harbour.", True),
    ]
    assert page.comments_stated == 3
    assert page.omissions == ()


@pytest.mark.parametrize(
    ("spoken", "files", "chosen", "said"),
    [
        ("fr", [("en", "en", False), ("fr", "auto", True), ("fr", "own", False)], "own", "human"),
        ("fr", [("en", "en", False), ("fr", "auto", True)], "auto", "automatic"),
        ("fr", [("en", "en", False), ("de", "de", True)], "en", "translated"),
        (None, [("en", "en", False), ("fr", "auto", True)], "auto", "automatic"),
        (
            None,
            [("en", "en", False), ("fr", "auto", True), ("fr-CA", "own", False)],
            "own",
            "human",
        ),
        ("fr-FR", [("en", "en", False), ("fr", "own", False)], "own", "human"),
    ],
)
async def test_captions_are_those_of_the_talk_and_of_people_before_programs(
    spoken: str | None, files: list[tuple[str, str, bool]], chosen: str, said: str
) -> None:
    known = [caption(one, f"/{path}.vtt", automatic=auto) for one, path, auto in files]
    web = {
        API: as_json(video(language={"id": spoken})),
        f"{API}/captions": listed(*known),
        **{f"films.example/{path}.vtt": as_vtt(f"{path} " * 4) for _, path, _ in files},
    }
    came = await fetched(URL, web)
    assert page_of(came).transcript[0].text.split()[0] == chosen
    assert came.came == ("page", f"captions-{said}")


async def test_captions_on_another_host_are_got_like_anything_else() -> None:
    elsewhere = caption("en", "/old") | {"fileUrl": "https://files.example/c/en.vtt"}
    web = TALK | {f"{API}/captions": listed(elsewhere), "files.example/c/en.vtt": as_vtt(*WORDS)}
    async with playing(web) as played:
        assert len(page_of(await fetch(URL, played.get)).transcript) == 3
    assert "files.example/c/en.vtt" in played.asked


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (Answer(b"", "text/vtt"), "empty"),
        (Answer(b"\xef\xbb\xbfWEBVTT\n\n", "text/vtt"), "empty"),
        (Answer(b"WEBVTT\n\nNOTE made by nobody\n", "text/vtt"), "empty"),
        (as_html("<html><p>Please sign in</p></html>"), "wrong-kind"),
        (as_json({"error": "soon"}), "wrong-kind"),
        (as_html("", 403), "refused"),
        (as_html("", 429), "busy"),
    ],
)
async def test_captions_that_are_none_are_said_to_be_missing(file: Answer, why: str) -> None:
    came = await fetched(URL, TALK | {"films.example/lazy-static/video-captions/a-en.vtt": file})
    assert lacks(came) == [("captions", why)]
    page = page_of(came)
    assert (len(page.comments), page.transcript) == (3, ())
    assert "no-transcript" in [o.kind for o in page.omissions]


async def test_a_video_without_captions_says_so() -> None:
    assert lacks(await fetched(URL, TALK | {f"{API}/captions": listed()})) == [("captions", "none")]


async def test_comments_that_are_switched_off_are_not_asked_for() -> None:
    off = as_json(video(commentsPolicy={"id": 2, "label": "Disabled"}))
    async with playing(TALK | {API: off}) as web:
        assert lacks(await fetch(URL, web.get)) == [("comments", "off")]
    assert not [address for address in web.asked if "comment" in address]


async def test_a_page_of_threads_is_asked_for_after_another_up_to_the_limit() -> None:
    pages = {
        f"{API}/comment-threads?start={start}&count=100": listed(
            *(remark(i, f"Remark {i} on it.", i) for i in range(start + 1, start + 101)),
            total=10_000, totalNotDeletedComments=10_000)
        for start in (0, 100, 200, 300)
    }  # fmt: skip
    came = await fetched(URL, {API: as_json(video(comments=None)), **pages}, most=200)
    assert counts(came) == [("captions", "gone", 0, 0), ("comments", "limit", 200, 10_000)]
    page = page_of(came)
    assert (len(page.comments), page.comments_stated) == (200, 10_000)


async def test_answers_of_five_threads_are_asked_for_at_most() -> None:
    many = [remark(i, f"Remark {i} on it.", i, replies=i) for i in range(1, 31)]
    trees = {f"{API}/comment-threads/{i}": as_json({"comment": many[i - 1], "children": []})
             for i in range(1, 31)}  # fmt: skip
    async with playing({API: as_json(video()), THREADS: listed(*many), **trees}) as web:
        await fetch(URL, web.get)
    asked = [address for address in web.asked if "comment-threads/" in address]
    assert asked == [f"{API}/comment-threads/{i}" for i in range(30, 25, -1)]


async def test_a_deleted_or_private_video_is_refused() -> None:
    assert await refusal(URL, {}) == "fetch-gone"
    assert await refusal(URL, {API: as_json({"code": "x"}, 403)}) == "fetch-gone"
    assert await refusal(URL, {API: as_json({}, 429)}) == "fetch-busy"
