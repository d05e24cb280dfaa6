"""A video's address that comes apart from its page: before it, after it, or in reply."""

from __future__ import annotations

import asyncio
import re
import time

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.text.cutters import cut
from bot.local.world.people import labels
from tests.handlers.conftest import AtOnce, conversation
from tests.handlers.pages import BEES, BREAD, VIDEO, WATCH, long_page
from tests.telegram import Running

TIMES = f"{WATCH}&t="


def opens(message: dict[str, object]) -> bool:
    """Whether the times in the message open the video."""
    return TIMES in str(message.get("entities"))


async def test_a_link_alone_is_not_fetched_but_told_how_to_copy_the_page(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.says(VIDEO)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "I do not open links" in reply["text"]
    assert len(reply["text"].splitlines()) <= 4


async def test_a_link_before_a_page_gives_it_its_address(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.says(VIDEO)
    await bot.idle()
    ann.pastes(BREAD)
    await bot.idle()
    assert opens(telegram.said(ann.private)[-1])


@pytest.mark.parametrize("order", [(VIDEO, BREAD), (BREAD, VIDEO)])
@pytest.mark.parametrize("minutes", [-20, 20])
async def test_a_host_whose_clock_is_wrong_joins_them_all_the_same(
    settings: Settings, minutes: int, order: tuple[str, str]
) -> None:
    telegram = Telegram(clock=lambda: time.time() + 60 * minutes)
    ann = telegram.person("Ann")
    async with conversation(telegram, settings) as bot:
        for text in order:
            ann.pastes(text)
            await bot.idle()
        assert sum(map(opens, telegram.said(ann.private))) == 1
    telegram.close()


async def test_a_link_long_after_a_page_is_another_ones(settings: Settings) -> None:
    now = 1_000_000.0
    telegram = Telegram(clock=lambda: now)
    ann = telegram.person("Ann")
    async with conversation(telegram, settings) as bot:
        ann.pastes(BREAD)
        await bot.idle()
        now += 601
        ann.says(VIDEO)
        await bot.idle()
        assert not any(map(opens, telegram.said(ann.private)))
    telegram.close()


async def test_a_page_that_grows_keeps_its_link_and_the_next_page_does_not_get_it(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.says(VIDEO)
    await bot.idle()
    first, *rest = cut(long_page(), "desktop")
    ann.says(first)
    await bot.idle()
    for part in rest:
        ann.says(part)
    await bot.idle()
    ann.says(BEES)  # within the same second, perhaps
    await bot.idle()
    _, grown, other = telegram.said(ann.private)
    assert "123 comments" in grown["text"]
    assert opens(grown)
    assert not opens(other)


@pytest.mark.parametrize("first", ["link", "page", "file"])
async def test_a_link_and_its_page_sent_together_get_one_answer(
    telegram: Telegram, at_once: AtOnce, first: str
) -> None:
    ann = telegram.person("Ann")
    if first == "page":
        ann.pastes(BREAD)
    ann.says(VIDEO)
    if first == "link":
        ann.pastes(BREAD)
    if first == "file":
        ann.sends_file("page.txt", BREAD.encode())
    await at_once()
    [reply] = telegram.said(ann.private)
    assert opens(reply)


async def test_a_page_that_came_with_its_link_keeps_it_when_it_grows_after_a_restart(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    first, *rest = cut(long_page(), "desktop")
    ann.says(VIDEO)
    ann.says(first)
    for parts in ((), rest):
        for part in parts:
            ann.says(part)
        async with conversation(telegram, settings, asyncio.get_running_loop()) as bot:
            await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "123 comments" in reply["text"]
    assert opens(reply)


async def test_of_two_links_and_two_pages_each_page_gets_the_link_before_it(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    for link, page in ((VIDEO, BREAD), ("https://youtu.be/ZyXwVuTsRqP", BEES)):
        ann.says(link)
        ann.pastes(page)
    await at_once()
    first, second = telegram.said(ann.private)
    assert opens(first)
    assert "ZyXwVuTsRqP" in str(second["entities"])


async def test_a_link_with_a_word_of_thanks_is_still_a_link_alone(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    ann.says("look at this")
    ann.says(VIDEO)
    await at_once()
    assert any("I do not open links" in m["text"] for m in telegram.said(ann.private))


async def test_a_link_after_a_page_edits_its_digest(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    digest = await telegram.next_message(ann.private)
    assert not opens(digest)
    ann.says(VIDEO)
    await bot.idle()
    assert opens(telegram.now(digest))
    ann.presses(digest, "Longer")
    await bot.idle()
    assert opens(telegram.now(digest))


async def test_a_link_in_reply_names_the_digest_replied_to(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    for page in (BREAD, BEES):
        ann.pastes(page)
        await bot.idle()
    first, second = telegram.said(ann.private)
    ann.says(VIDEO, reply_to=first)
    await bot.idle()
    assert opens(telegram.now(first))
    assert not opens(telegram.now(second))


async def test_a_link_belongs_to_one_page_only(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.says(VIDEO)
    await bot.idle()
    for page in (BREAD, BEES):
        ann.pastes(page)
        await bot.idle()
    *_, first, second = telegram.said(ann.private)
    assert opens(first)
    assert not opens(second)


async def test_digest_on_a_link_answers_from_the_pages_kept_in_this_chat(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.sends_file("How bread rises [AbCdEfGhIjK].txt", BREAD.encode())
    await bot.idle()
    ann.says(f"/digest {VIDEO}?t=40")
    await bot.idle()
    first, second = telegram.said(ann.private)
    assert first["text"] == second["text"]
    ben.says(f"/digest {VIDEO}")
    await bot.idle()
    [reply] = telegram.said(ben.private)
    assert "I do not open links" in reply["text"]


async def test_links_on_a_link_shows_the_links_of_that_page(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.says(VIDEO)
    ann.pastes(BREAD)
    await bot.idle()
    ann.says(f"/links {WATCH}")
    await bot.idle()
    assert labels(telegram.said(ann.private)[-1]) == ["Back"]


async def test_the_id_in_a_files_name_is_its_address(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    subtitles = "WEBVTT\n\n00:01.000 --> 00:04.000\nYeast is a living thing.\n\n"
    subtitles += "00:05.000 --> 00:09.000\nIt eats sugar and breathes out gas.\n"
    ann.sends_file("How bread rises [AbCdEfGhIjK].en.vtt", subtitles.encode())
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert opens(reply)
    assert "How bread rises" in reply["text"]


async def test_the_caption_of_a_file_may_hold_the_address(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.sends_file("page.txt", BREAD.encode(), caption=VIDEO)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert opens(reply)


@pytest.mark.parametrize(
    ("page", "what"),
    [(BREAD, "the times in"), (re.sub(r"\n0:\d\d\n", "\n", BREAD), "the title of")],
)
async def test_what_opens_the_video_is_said_as_it_is(
    telegram: Telegram, bot: Running, page: str, what: str
) -> None:
    ann = telegram.person("Ann")
    for text in (page, VIDEO):
        ann.pastes(text)
        await bot.idle()
    digest, done = telegram.said(ann.private)
    assert done["text"].startswith(f"Done: {what} the digest above open")
    assert WATCH in str(telegram.now(digest)["entities"])
