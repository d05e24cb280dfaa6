"""Any other address, and which site an address belongs to."""

from __future__ import annotations

import pytest

from bot.fetch.sites import adapter, matches
from tests.bot.fetch.sites.web import Answer, as_html, fetched, page_of, refusal

URL = "https://news.example/mill"
PLACE = "news.example/mill"
WORDS = "<p>Das Mühlrad dreht sich seit Montag wieder, und alle sind gekommen.</p>" * 4


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.ycombinator.com/item?id=1", "hacker-news"),
        ("http://News.YCombinator.com/item?p=2&id=1#2", "hacker-news"),
        ("https://news.ycombinator.com/user?id=pg", "page"),
        ("https://ponds.example/post/31", "lemmy"),
        ("https://ponds.example/post/31/77?scrollToComments=true", "lemmy"),
        ("https://ponds.example/comment/9", "lemmy"),
        ("https://ponds.example/post/31-a-pond", "page"),
        ("https://films.example/w/kk3vNsb6dXqbH9ZpZkWmQa;threadId=3", "page"),
        ("https://films.example/w/kk3vNsb6dXqbH9ZpZkWmQa", "peertube"),
        ("https://films.example/videos/watch/0b1f0f5e-5d5f-4d0e-9a5e-2f6f0c7a9d11", "peertube"),
        ("https://films.example/w/p/kk3vNsb6dXqbH9ZpZkWmQa", "page"),
        ("https://ice.example/@ana/110000000000000001", "mastodon"),
        ("https://ice.example/@ana/a-story-3f2a91bc00", "page"),
        ("https://www.youtube.com/@ana/videos", "page"),
        ("https://ice.example/notice/AbCdEf0123456789xy", "mastodon"),
        ("https://shoes.example/notice/of-a-sale", "page"),
        ("https://feeds.pods.example/the-mills", "podcast"),
        ("https://pods.example/mills/feed/", "podcast"),
        ("https://pods.example/mills.rss#g-2", "podcast"),
        ("https://pods.example/feed.xml?format=mp3", "podcast"),
        ("https://pods.example/feed/back-to-it", "page"),
        ("https://forum.example/t/a-mill/77/3", "discourse"),
        ("https://forum.example/tag/77", "page"),
        ("https://stackoverflow.com/questions/50/why", "stack-exchange"),
        ("https://pt.stackoverflow.com/q/50", "stack-exchange"),
        ("https://meta.stackexchange.com/a/50#51", "stack-exchange"),
        ("https://stackoverflow.com/questions/tagged/mill", "page"),
        ("https://stackoverflow.com.evil.example/questions/50", "page"),
        ("https://podcasts.apple.com/us/podcast/mills/id55?l=en&i=7", "apple-podcasts"),
        ("https://podcasts.apple.com/podcast/id55", "apple-podcasts"),
        ("https://news.example", "page"),
        ("https://news.example/a?b#c", "page"),
    ],
)
def test_an_address_belongs_to_a_site_by_its_form(url: str, name: str) -> None:
    site = adapter(url)
    assert site is not None
    assert site.name == name


@pytest.mark.parametrize(
    "url",
    ["", "news.example/a", "ftp://news.example/a", "https://", "https://a@news.example/",
     "https://news.example/a b", "javascript:alert(1)", "file:///etc/passwd",
     "https://x/" + "a" * 2000, "https://good.example\\@bad.example/"],
)  # fmt: skip
async def test_what_is_no_address_of_the_web_has_no_site(url: str) -> None:
    assert not matches(url)
    assert await refusal(url, {}) == "fetch-no-address"


async def test_an_article_comes_as_it_is() -> None:
    came = await fetched(URL, {PLACE: as_html(f"<html><title>Das Mühlrad</title>{WORDS}")})
    assert (came.came, came.missing) == (("page",), ())
    page = page_of(came)
    assert page.title == "Das Mühlrad"
    assert page.transcript[0].text.startswith("Das Mühlrad dreht sich")


@pytest.mark.parametrize(
    ("written", "said"),
    [("latin-1", "iso-8859-1"), ("utf-8", "iso-8859-1"), ("cp1252", "windows-1252"),
     ("utf-8", "no-such-charset"), ("latin-1", "base64")],
)  # fmt: skip
async def test_a_charset_is_taken_at_its_word_only_where_that_is_true(
    written: str, said: str
) -> None:
    body = f"<html><title>Das Mühlrad</title>{WORDS}".encode(written)
    page = page_of(await fetched(URL, {PLACE: Answer(body, f"text/html; charset={said}")}))
    assert page.title == "Das Mühlrad"


async def test_a_file_keeps_its_name() -> None:
    srt = b"1\n00:00:01,000 --> 00:00:04,000\nThe wheel turns again.\n"
    address = "files.example/The%20wheel%20turns.srt?v=1"
    came = await fetched(f"https://{address}", {address: Answer(srt, "text/plain")})
    assert came.files == (("The wheel turns.srt", srt),)
    assert page_of(came).title == "The wheel turns"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (as_html("", 404), "fetch-gone"),
        (as_html("", 429), "fetch-busy"),
        (as_html("<p>No</p>", 406), "fetch-refused"),
        (as_html(" \n "), "fetch-empty"),
    ],
)
async def test_where_nothing_comes_a_sentence_says_why(said: Answer, why: str) -> None:
    assert await refusal(URL, {PLACE: said}) == why
