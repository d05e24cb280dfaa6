"""A link is enough, where the operator allows it: pages come from a server on loopback."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.config import Settings
from bot.fetch.fetching import fetching
from bot.fetch.terms import Terms
from bot.local.telegram import Telegram
from bot.local.world.people import Person, labels
from handlers.fetching import FetchError
from tests.bot.fetch.site import Site, answer, serving
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD
from tests.telegram import Running

ARTICLE = """<!doctype html><html lang="en"><head><title>How a well is dug</title></head><body>
<article><h1>How a well is dug</h1>
<p>A well begins with a question to the neighbours, who know where water stands in a dry year.</p>
<p>The first metres are the easy ones, because the soil is soft and the ladder is short.</p>
<p>At the depth of ten metres the digger needs a second person, who pulls up every bucket.</p>
<p>The walls of the well are lined with stone before the next rain can wash them away.</p>
<p>In the end the water is clear only after a week, and the first bucket is for the garden.</p>
</article></body></html>"""


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving({"/well": answer(ARTICLE, content_type="text/html")}) as site:
        yield site


@pytest.fixture
def terms(tmp_path: Path) -> Terms:
    folder = tmp_path / "hosts"
    folder.mkdir()
    hosts = frozenset({"127.0.0.1"})
    return Terms("open", folder, hosts, loopback=True, spacing=0)


@asynccontextmanager
async def fetching_bot(
    telegram: Telegram, settings: Settings, terms: Terms
) -> AsyncIterator[Running]:
    async with conversation(telegram, settings, fetching=fetching(terms, 1, 6)) as bot:
        yield bot


@pytest.fixture
async def bot(telegram: Telegram, settings: Settings, terms: Terms) -> AsyncIterator[Running]:
    async with fetching_bot(telegram, settings, terms) as bot:
        yield bot


async def test_a_link_alone_becomes_the_digest_of_its_page(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    ann.says(site.url("/well"))
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert reply["text"].startswith("How a well is dug")
    assert "At the depth of ten metres the digger" in reply["text"]
    assert "Fetched from 127.0.0.1: the page." in reply["text"]
    sent = [call.params["text"] for call in telegram.calls if call.method == "sendMessage"]
    assert sent == ["Fetching, up to 20 s …"]


async def test_a_second_press_in_a_group_costs_the_site_nothing(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    group = telegram.group("Diggers", ann)
    for _ in range(2):
        ann.says(f"/digest {site.url('/well')}", group)
        await bot.idle()
    first, second = telegram.said(group)
    assert first["text"] == second["text"]
    assert site.paths == ["/well"]


async def test_a_refusal_is_one_true_sentence_and_the_steps_to_copy(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    site.answers["/well"] = answer("", 403)
    ann.says(site.url("/well"))
    await bot.idle()
    [reply] = telegram.said(ann.private)
    first, second, *_ = reply["text"].split("\n")
    assert first == "127.0.0.1 refuses to give this page to this bot."
    assert second.startswith("Copy the page instead. 1. Computer:")
    assert labels(reply) == ["Save pages more easily"]
    ann.pastes(BREAD)
    await bot.idle()
    digest = telegram.said(ann.private)[-1]
    assert any(e.get("url") == site.url("/well") for e in digest["entities"])


async def test_a_command_in_reply_to_somebodys_link_fetches_it(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Diggers", ann, ben)
    link = ben.says(f"look at this {site.url('/well')}", group)
    await bot.idle()
    assert (telegram.said(group), site.paths) == ([], [])
    ann.says("/digest", group, reply_to=link)
    await bot.idle()
    [reply] = telegram.said(group)
    assert reply["text"].startswith("How a well is dug")


async def test_fetching_counts_for_the_quota_even_if_nothing_comes(
    telegram: Telegram, settings: Settings, terms: Terms, ann: Person, site: Site
) -> None:
    site.answers["/well"] = answer("", 404)
    async with fetching_bot(telegram, replace(settings, digests_an_hour=2), terms) as bot:
        for path in ("/well", "/dry", "/deep"):
            ann.says(site.url(path))
            await bot.idle()
    assert site.paths == ["/well", "/dry"]
    assert telegram.said(ann.private)[-1]["text"].startswith("That is a lot of pages")


async def test_a_host_that_the_operator_has_not_named_is_not_asked(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("https://www.youtube.com/watch?v=abcdefghijk")
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert reply["text"].startswith("I do not fetch from www.youtube.com:")


async def test_a_link_that_cannot_be_fetched_names_the_digest_before_it(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.pastes(BREAD)
    await bot.idle()
    ann.says("https://www.youtube.com/watch?v=abcdefghijk")
    await bot.idle()
    digest, note = telegram.said(ann.private)
    assert note["text"] == "Done: the times in the digest above open the video now."
    assert any("abcdefghijk" in e.get("url", "") for e in digest["entities"])


async def test_of_several_links_one_is_chosen_by_a_button(
    telegram: Telegram, bot: Running, ann: Person, site: Site
) -> None:
    site.answers["/gone"] = answer("", 404)
    ann.says(f"{site.url('/gone')}\n{site.url('/well')}")
    await bot.idle()
    [offer] = telegram.said(ann.private)
    assert offer["text"].startswith("2 links came in this.")
    assert site.paths == []
    ann.presses(offer, f"2. 127.0.0.1:{site.port}/well")
    await bot.idle()
    ann.presses(offer, f"1. 127.0.0.1:{site.port}/gone")
    await bot.idle()
    _, digest, refusal = telegram.said(ann.private)
    assert digest["text"].startswith("How a well is dug")
    assert refusal["text"].startswith("127.0.0.1 has nothing at this address")


async def test_the_log_says_of_a_link_what_came_of_it_and_no_address(
    telegram: Telegram, bot: Running, ann: Person, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.operator.watch.ledger")
    site.answers["/dry"] = answer("", 404)
    site.answers["/mud"] = answer("", content_type="text/html")
    for path in ("/well", "/well", "/dry", "/mud"):
        ann.says(site.url(path))
        await bot.idle()
    jobs = [line for line in caplog.messages if "kind=link" in line]
    came = [(re.findall(r"outcome=(\S+)", job), re.findall(r"fetch=(\S+)", job)) for job in jobs]
    failed = [(["fetch"], ["gone"]), (["fetch"], ["empty"])]
    assert came == [(["answered"], ["fetched"]), (["answered"], ["kept"]), *failed]
    assert "127.0.0.1" not in str(jobs)


async def test_hosts_that_the_operator_names_later_are_fetched_from(
    telegram: Telegram, settings: Settings, terms: Terms, ann: Person, site: Site
) -> None:
    none = replace(terms, hosts=frozenset())
    async with fetching(none, 1, 6) as fetcher:
        with pytest.raises(FetchError, match="fetch-site"):
            await fetcher(site.url("/well"), ann.private.id)
        fetcher.adopt(replace(settings, fetch_hosts=frozenset({"127.0.0.1"})))
        assert (await fetcher(site.url("/well"), ann.private.id)).is_whole
