"""Feeds of podcasts: the newest episode or the named one, with its transcript."""

from __future__ import annotations

import json

import pytest

from tests.bot.fetch.sites.web import (
    Answer,
    as_html,
    as_json,
    as_vtt,
    fetched,
    lacks,
    page_of,
    refusal,
)

URL = "https://pods.example/mills.xml"
FEED = "pods.example/mills.xml"
WORDS = ("Welcome back to the coast, today we look at the wheel.",
         "It took thirty years until somebody bought the mill.",
         "And now it grinds every day of the week.")  # fmt: skip
VTT = '<podcast:transcript url="https://files.example/2.vtt" type="text/vtt" />'
SRT = "1\n00:00:01,000 --> 00:00:04,000\nIt is the srt that speaks here.\n"
SEGMENT = {
    "speaker": "Ida",
    "startTime": 0.5,
    "endTime": 4.0,
    "body": "It is the json that speaks.",
}
JSON = json.dumps({"version": "1.0.0", "segments": [SEGMENT]})
HTML = "<cite>Ida:</cite>\n<time>0:00</time>\n<p>It is the html that speaks here.</p>\n" * 2


def item(number: int, *transcripts: str, day: int = 1, title: str = "") -> str:
    return (
        f"<item><title><![CDATA[{title or f'Episode {number} & more'}]]></title>"
        f"<link>https://pods.example/e/{number}</link><guid isPermaLink='false'>g-{number}</guid>"
        f"<pubDate>Mon, {day:02} Jun 2026 06:00:00 GMT</pubDate>"
        f"<description>Notes of episode {number}.</description>"
        f'<enclosure url="https://pods.example/{number}.mp3" type="audio/mpeg" length="1"/>'
        f"{''.join(transcripts)}</item>"
    )


def feed(*items: str, language: str = "en-GB") -> Answer:
    head = ('<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
            'xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>'
            f"<title>Mills of the coast</title><language>{language}</language>"
            "<link>https://pods.example/</link>")  # fmt: skip
    return Answer(f"{head}{''.join(items)}</channel></rss>".encode(), "application/rss+xml")


THREE = feed(item(1, day=1), item(3, VTT.replace("/2.", "/3."), day=20), item(2, VTT, day=8))
FILES = {"files.example/3.vtt": as_vtt(*WORDS), "files.example/2.vtt": as_vtt("Another episode.")}


async def test_the_newest_episode_of_a_feed_comes_with_its_transcript() -> None:
    came = await fetched(URL, {FEED: THREE, **FILES})
    assert (came.came, came.missing) == (("page", "captions"), ())
    page = page_of(came)
    assert (page.title, page.channel) == ("Episode 3 & more", "Mills of the coast")
    assert (page.url, page.description) == ("https://pods.example/e/3", "Notes of episode 3.")
    assert [cue.text for cue in page.transcript] == list(WORDS)


@pytest.mark.parametrize("name", ["g-2", "https://pods.example/e/2/", "Episode%202%20&%20more"])
async def test_an_episode_is_named_behind_the_address(name: str) -> None:
    page = page_of(await fetched(f"{URL}#{name}", {FEED: THREE, **FILES}))
    assert page.title == "Episode 2 & more"
    assert [cue.text for cue in page.transcript] == ["Another episode."]


async def test_episodes_whose_names_differ_behind_a_question_mark_are_told_apart() -> None:
    first, second = (item(i, title=f"Why? {i}").replace("/e/", "/?p=") for i in (1, 2))
    for name in ("Why?%202", "https://pods.example/?p=2"):
        page = page_of(await fetched(f"{URL}#{name}", {FEED: feed(first, second)}))
        assert page.title == "Why? 2"


async def test_an_episode_that_is_not_in_the_feed_is_said_to_be_gone() -> None:
    assert await refusal(f"{URL}#g-9", {FEED: THREE}) == "fetch-gone"


async def test_an_episode_without_a_transcript_says_so() -> None:
    came = await fetched(URL, {FEED: feed(item(1))})
    assert (came.came, lacks(came)) == (("page",), [("captions", "none")])
    page = page_of(came)
    assert (page.title, page.description) == ("Episode 1 & more", "Notes of episode 1.")
    assert "no-transcript" in [o.kind for o in page.omissions]


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("application/x-subrip", SRT, "It is the srt that speaks here."),
        ("application/json", JSON, "It is the json that speaks."),
        ("text/html", HTML, "It is the html that speaks here."),
        ("text/plain", "It is the plain text. It speaks here.\n" * 3, "It is the plain text."),
    ],
)
async def test_transcripts_of_every_kind_are_read(kind: str, body: str, words: str) -> None:
    named = f'<podcast:transcript type="{kind}" url="/t" language="en"/>'
    web = {FEED: feed(item(1, named)), "pods.example/t": Answer(body.encode(), kind)}
    page = page_of(await fetched(URL, web))
    assert page.title == "Episode 1 & more"
    assert page.transcript[0].text.startswith(words)


async def test_the_language_of_the_show_and_a_kind_with_times_come_first() -> None:
    def named(url: str, kind: str, language: str = "") -> str:
        of = f' language="{language}"' if language else ""
        return f'<podcast:transcript url="https://files.example/{url}" type="{kind}"{of}/>'

    web = {
        FEED: feed(item(1, named("de.vtt", "text/vtt", "de"), named("en.txt", "text/plain", "en"),
                        named("own.srt", "application/x-subrip"))),
        "files.example/own.srt": Answer(SRT.encode(), "text/plain"),
    }  # fmt: skip
    assert page_of(await fetched(URL, web)).transcript[0].text == "It is the srt that speaks here."


async def test_a_transcript_that_fails_gives_way_to_the_next() -> None:
    srt = '<podcast:transcript url="https://files.example/2.srt" type="application/srt"/>'
    web = {FEED: feed(item(2, VTT, srt)), "files.example/2.vtt": as_html("<p>Sign in</p>"),
           "files.example/2.srt": Answer(SRT.encode(), "text/plain")}  # fmt: skip
    came = await fetched(URL, web)
    assert came.missing == ()
    assert page_of(came).transcript[0].text == "It is the srt that speaks here."
    del web["files.example/2.srt"]
    assert lacks(await fetched(URL, web)) == [("captions", "gone")]


async def test_a_feed_behind_any_other_address_is_a_feed_too() -> None:
    page = page_of(
        await fetched("https://pods.example/show?id=7", {"pods.example/show?id=7": THREE, **FILES})
    )
    assert page.title == "Episode 3 & more"


async def test_an_address_like_that_of_a_feed_may_be_a_page() -> None:
    web = {FEED: as_html(f"<!DOCTYPE html><title>All our mills</title>{'<p>A mill.</p>' * 30}")}
    assert page_of(await fetched(URL, web)).title == "All our mills"


async def test_a_feed_of_news_is_read_as_it_is() -> None:
    news = [
        f"<item><title>News {i}</title><link>https://n.example/{i}</link>"
        f"<description>What happened on day {i}.</description></item>"
        for i in (1, 2)
    ]
    page = page_of(await fetched(URL, {FEED: feed(*news)}))
    assert page.title == "Mills of the coast"
    assert [cue.text for cue in page.transcript] == [
        "News 1. What happened on day 1.", "News 2. What happened on day 2."]  # fmt: skip


async def test_a_feed_that_breaks_off_or_is_in_another_charset_is_read_as_far_as_it_goes() -> None:
    whole = feed(item(4, title="Zürich"), language="de").body.decode()
    old = Answer(whole.replace("UTF-8", "ISO-8859-1").encode("latin-1"), "application/rss+xml")
    assert page_of(await fetched(URL, {FEED: old})).title == "Zürich"
    broken = Answer(feed(item(1), item(2)).body[:-90], "application/rss+xml")
    assert page_of(await fetched(URL, {FEED: broken})).title == "Episode 1 & more"


LINK = '<link rel="alternate" type="application/rss+xml" href="/mills.xml">'
NOTES = "<p>The notes of this episode stand on its page, as always.</p>" * 4
PAGE = as_html(f"<!DOCTYPE html><title>Episode 2</title>{LINK}<audio src='/2.mp3'></audio>{NOTES}")


async def test_the_page_of_an_episode_leads_to_its_transcript() -> None:
    web = {"pods.example/e/2?from=here": PAGE, FEED: THREE, **FILES}
    page = page_of(await fetched("https://pods.example/e/2?from=here", web))
    assert (page.title, page.transcript[0].text) == ("Episode 2 & more", "Another episode.")


@pytest.mark.parametrize("there", [THREE, as_html("gone", 404), feed(item(1, VTT))])
async def test_the_page_of_an_episode_without_a_transcript_is_read_itself(there: Answer) -> None:
    web = {"pods.example/e/2": PAGE, FEED: there}
    came = await fetched("https://pods.example/e/2", web)
    assert [name for name, _ in came.files] == ["page.html"]
    assert page_of(came).title == "Episode 2"


APPLE = "https://podcasts.apple.com/gb/podcast/mills-of-the-coast/id55"
LOOKUP = "itunes.apple.com/lookup?id=55"
SHOW = {"kind": "podcast", "feedUrl": URL, "trackId": 55}


async def test_an_address_of_apple_leads_to_the_feed() -> None:
    web = {LOOKUP: as_json({"resultCount": 1, "results": [SHOW]}), FEED: THREE, **FILES}
    assert page_of(await fetched(APPLE, web)).title == "Episode 3 & more"


async def test_an_address_of_apple_names_an_episode() -> None:
    episode = {"kind": "podcast-episode", "trackId": 1002, "episodeGuid": "g-2", "feedUrl": URL}
    lookup = f"{LOOKUP}&media=podcast&entity=podcastEpisode&limit=200"
    web = {lookup: as_json({"results": [SHOW, episode]}), FEED: THREE, **FILES}
    assert page_of(await fetched(f"{APPLE}?i=1002", web)).title == "Episode 2 & more"
    assert await refusal(f"{APPLE}?i=1003", web) == "fetch-gone"
    assert await refusal(APPLE, {LOOKUP: as_json({"results": []})}) == "fetch-gone"
