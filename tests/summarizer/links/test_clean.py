"""Addresses without trackers and without detours."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.links import clean_url

PAGE = "https://example.com/page?id=5"


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        (
            "https://example.com/a?utm_source=x&id=7&fbclid=1#part",
            "https://example.com/a?id=7#part",
        ),
        ("https://example.com/?&gclid=1", "https://example.com/"),
        ("https://example.com/a#utm_source=x", "https://example.com/a"),
        ("https://example.com/a?b=&c&UTM_Medium=x", "https://example.com/a?b=&c"),
        ("https://youtu.be/abc?si=xyz&t=42", "https://youtu.be/abc?t=42"),
        (
            "https://www.youtube.com/watch?v=a&list=b&pp=c&ab_channel=d",
            "https://www.youtube.com/watch?v=a&list=b",
        ),
        ("https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1"),
        (
            "https://www.amazon.co.uk/dp/B00/ref=sr_1_1?tag=me-21&qid=1&th=1&keywords=a",
            "https://www.amazon.co.uk/dp/B00?tag=me-21&th=1",
        ),
        (
            "https://www.instagram.com/p/abc/?igsh=1&img_index=2",
            "https://www.instagram.com/p/abc/?img_index=2",
        ),
        ("https://en.m.wikipedia.org/wiki/Tea?wprov=sfla1", "https://en.wikipedia.org/wiki/Tea"),
        ("https://mobile.twitter.com/a", "https://twitter.com/a"),
        (
            "https://example.com/unsubscribe?mkt_tok=1&gclid=2",
            "https://example.com/unsubscribe?mkt_tok=1",
        ),
        ("https://example.com/a?mkt_tok=1&gclid=2", "https://example.com/a"),
        ("example.com/a?utm_source=x", "https://example.com/a"),
        ("//example.com/a", "https://example.com/a"),
        ("HTTP://EXAMPLE.com:80/a b", "http://example.com/a%20b"),
        ("https://exa\u200bmple.com./", "https://example.com/"),
        ("https://bücher.de/ä", "https://xn--bcher-kva.de/%C3%A4"),
    ],
)
def test_trackers_go_and_what_chooses_the_page_stays(written: str, clean: str) -> None:
    assert clean_url(written) == clean


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/?s=1&t=2&si=3&ref=4&title=1+2&caption=1%202",
        "https://example.com/?not-gclid=1&value=fbclid=1",
        "https://www.google.com/search?q=https%3A%2F%2Fexample.com%2F",
        "https://unknown.example.com/out?url=https%3A%2F%2Fexample.com%2F",
        "https://www.google.com/url?q=javascript%3Aalert(1)",
        "https://google.com.evil.example/url?q=https%3A%2F%2Fexample.com%2F",
        "https://bit.ly/abc",
        "https://shop.example.com/a?variant=1&sku=2&page=3&lang=en",
        "https://www.bing.com/ck/a?u=a1%FF%FF",
        "https://urldefense.com/v3/__https://example.com/a*b__;!!x",
        "https://www.bing.com/ck/a?u=a1abcde",
        "https://secure-web.cisco.com/1abc",
    ],
)
def test_what_is_no_tracker_and_no_known_detour_stays_as_it_is(url: str) -> None:
    assert clean_url(url) == url


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "mailto:a@example.com", "https://", "", "ftp://a.com/"]
)
def test_what_is_no_web_address_comes_back_unchanged(text: str) -> None:
    assert clean_url(text) == text


@pytest.mark.parametrize(
    "detour",
    [
        "https://www.google.com/url?sa=t&url={}&usg=x",
        "https://www.google.co.jp/url?q={}",
        "https://l.facebook.com/l.php?u={}&h=AT0",
        "https://www.youtube.com/redirect?event=video_description&q={}",
        "https://out.reddit.com/t3_x?url={}",
        "https://vk.com/away.php?to={}",
        "https://link.zhihu.com/?target={}",
        "https://steamcommunity.com/linkfilter/?url={}",
        "https://duckduckgo.com/l/?uddg={}&rut=x",
        "https://eur01.safelinks.protection.outlook.com/?url={}&data=x",
        "https://click.linksynergy.com/deeplink?id=x&murl={}",
        "https://anonym.to/?{}",
        "https://r.search.yahoo.com/_ylt=x/RU={}/RK=2",
        "https://urldefense.com/v3/__https://example.com/page?id=5__;!!x",
        "https://abc.r.eu-west-1.awstrack.me/L0/{}/1/0102/x=1",
        "https://www.anrdoezrs.net/links/1/type/dlg/https://example.com/page?id=5",
        "https://prf.hn/click/camref:1a/destination:{}",
        "https://prod.outgoing.prod.webservices.mozgcp.net/v1/abc/https%3A//example.com/page%3Fid=5",
        "https://disq.us/url?url={}%3AabcdefghijABCDEFGHIJ123&cuid=1",
        "https://www.curseforge.com/linkout?remoteUrl=https%253a%252f%252fexample.com%252fpage%253fid%253d5",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.com_page-3Fid-3D5&d=x",
        "https://www.bing.com/ck/a?!&&p=x&u=a1aHR0cHM6Ly9leGFtcGxlLmNvbS9wYWdlP2lkPTU&ntb=1",
        "https://example-com.cdn.ampproject.org/c/s/example.com/page?id=5",
        "https://www.google.com/amp/s/example.com/page%3Fid=5".replace("%3F", "?"),
    ],
)
def test_known_detours_are_unwrapped(detour: str) -> None:
    assert clean_url(detour.format(quote(PAGE, safe=""))) == PAGE


def test_an_address_inside_without_a_scheme_is_read_too() -> None:
    assert clean_url("https://www.shareasale.com/r.cfm?urllink=www.example.com%2Fa") == (
        "http://www.example.com/a"
    )
    assert clean_url("https://www.youtube.com/attribution_link?u=%2Fwatch%3Fv%3Da%26si%3Db") == (
        "https://www.youtube.com/watch?v=a"
    )


def wrapped(times: int) -> str:
    url = PAGE
    for _ in range(times):
        url = f"https://www.google.com/url?q={quote(url, safe='')}"
    return url


def test_five_detours_are_followed_and_a_longer_chain_stays_as_it_is() -> None:
    assert clean_url(wrapped(5)) == PAGE
    assert clean_url(wrapped(6)) == wrapped(6)


HOSTS = st.sampled_from(
    [
        "www.google.com",
        "l.facebook.com",
        "www.youtube.com",
        "m.twitch.tv",
        "www.amazon.de",
        "en.m.wikipedia.org",
        "example.com",
        "vk.com",
        "bücher.de",
        "cdn.ampproject.org",
        "anonym.to",
        "www.bing.com",
    ]
)
PATHS = st.sampled_from(
    ["/", "/url", "/l.php", "/redirect", "/a/ref=x", "/c/s/example.com/a", "/away.php", "/ck/a"]
)
QUERIES = st.lists(
    st.sampled_from(
        [
            "q=https%3A%2F%2Fexample.com",
            "u=a1aHR0cDovL2EuY29t",
            "to=b.com",
            "utm_source=x",
            "&",
            "si=1",
            "a",
            "%FF",
            "ref=",
        ]
    ),
    max_size=4,
).map("&".join)


@given(HOSTS, PATHS, QUERIES, st.text(max_size=8))
def test_cleaning_twice_changes_nothing(host: str, path: str, query: str, tail: str) -> None:
    once = clean_url(f"https://{host}{path}?{query}#{tail}")
    assert clean_url(once) == once


@given(st.text(max_size=60))
def test_any_text_is_cleaned_to_something_that_stays(text: str) -> None:
    assert clean_url(clean_url(text)) == clean_url(text)
