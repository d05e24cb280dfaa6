"""The job of fetching: which way an address goes, and that it ends in time."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace

import pytest

from bot.fetch.model import Fetched, FetchError
from bot.fetch.terms import Terms
from bot.fetch.work import fetch_address
from tests.bot.fetch.site import SILENCE, answer, serving

HERE = frozenset({"127.0.0.1"})
HTML = answer("<html><p>words", content_type="text/html")


async def fetch(url: str, terms: Terms) -> Fetched:
    return await asyncio.to_thread(fetch_address, url, terms)


async def test_a_page_is_fetched_from_hosts_that_the_operator_has_named(terms: Terms) -> None:
    async with serving({"/a": HTML}) as site:
        fetched = await fetch(site.url("/a"), replace(terms, hosts=HERE))
        assert fetched.files == (("page.html", b"<html><p>words"),)
        with pytest.raises(FetchError, match="fetch-site"):
            await fetch(site.url("/a"), terms)
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    ("host", "named"),
    [("news.example", True), ("www.news.example", True), ("fakenews.example", False)],
)
def test_a_host_is_named_with_what_belongs_to_it(terms: Terms, host: str, named: bool) -> None:
    assert replace(terms, hosts=frozenset({"news.example"})).is_page(host) is named


async def test_a_page_that_never_comes_is_given_up(terms: Terms) -> None:
    async with serving({"/a": SILENCE}) as site:
        with pytest.raises(FetchError, match="fetch-slow"):
            await fetch(site.url("/a"), replace(terms, hosts=HERE, seconds=0.5))


@pytest.mark.parametrize("url", ["", "words", "ftp://site.example/", "javascript:alert(1)"])
async def test_what_is_no_address_is_refused(terms: Terms, url: str) -> None:
    with pytest.raises(FetchError, match="fetch-no-address"):
        await fetch(url, terms)


async def test_without_the_extra_a_video_is_refused_and_what_is_typed_is_read_as_a_page(
    terms: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yt_dlp", None)
    for name in [name for name in sys.modules if name.startswith("bot.fetch.video")]:
        monkeypatch.delitem(sys.modules, name)
    everything = replace(terms, mode="all")
    async with serving({"/a": HTML}) as site:
        with pytest.raises(FetchError, match="fetch-not-installed"):
            await fetch(site.url("/a"), everything)
        assert site.paths == []
        assert (await fetch(site.url("/a"), replace(everything, any_page=True))).files
