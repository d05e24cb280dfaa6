"""Answers come in the order in which the pages came."""

from __future__ import annotations

import asyncio

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.telegram.rate_limiter import FairRateLimiter
from handlers.delivery import Delivery
from handlers.queues import Resequencer
from tests.handlers.conftest import AtOnce, conversation
from tests.handlers.pages import BEES, BREAD, long_page
from tests.handlers.paste.manual_clock import ManualLoop


async def test_files_sent_at_once_are_answered_in_their_order(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    for name, page in (("long", long_page(900)), ("bees", BEES), ("bread", BREAD)):
        ann.sends_file(f"{name}.txt", page.encode())
    await at_once()
    counts = [m["text"].split(" · ")[2].split()[0] for m in telegram.said(ann.private)]
    assert counts == ["903", "3", "3"]


async def test_long_pages_pasted_at_once_are_answered_in_their_order(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    titles = ["How one rises", "How two rise", "How three rise"]
    for title, remarks in zip(titles, (90, 25, 0), strict=True):
        ann.pastes(long_page(remarks).replace("How bread rises", title))
    await at_once()
    assert [
        m["text"].splitlines()[0].strip("\u2068\u2069") for m in telegram.said(ann.private)
    ] == titles


async def test_a_page_whose_note_of_progress_is_late_is_not_overtaken(
    telegram: Telegram, settings: Settings
) -> None:
    ann, held, again = telegram.person("Ann"), ManualLoop(), asyncio.Event()
    limiter = FairRateLimiter(sleep=lambda _: again.wait())
    telegram.faults.break_down("sendMessage")  # that note's; it is sent again
    async with conversation(telegram, settings, held, limiter) as bot:
        ann.pastes(long_page(90))
        ann.says(BEES)
        await telegram.until(lambda: "sendMessage" in [call.method for call in telegram.calls])
        await telegram.until(lambda: not len(telegram.world.updates))
        held.pass_time(5)
        again.set()
        await bot.idle()
    told = [str(call.params["text"]) for call in telegram.calls if "text" in call.params]
    titles = ("How bread rises", "How bees fly home")
    assert [title for text in told for title in titles if f"<b>{title}</b>" in text] == [*titles]


async def test_a_link_belongs_to_one_page_though_nobody_waits_for_its_digest(
    telegram: Telegram, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Resequencer.__init__, "__defaults__", (0.0,))
    titles = ["How one rises", "How two rise"]
    ready, lock, locks = asyncio.Semaphore(0), Delivery.page_lock, list[asyncio.Lock]()

    def noticed(delivery: Delivery, chat: int) -> asyncio.Lock:
        ready.release()
        locks.append(lock(delivery, chat))
        return locks[-1]

    monkeypatch.setattr(Delivery, "page_lock", noticed)
    ann, held, again = telegram.person("Ann"), ManualLoop(), asyncio.Event()
    limiter = FairRateLimiter(sleep=lambda _: again.wait())
    async with conversation(telegram, settings, held, limiter) as bot:
        ann.says("https://youtu.be/aaaaaaaaaaa")
        await telegram.until(lambda: not len(telegram.world.updates))
        held.pass_time(5)
        await bot.idle()
        telegram.faults.break_down("sendMessage")  # the first page's; it is sent again
        for title in titles:
            ann.pastes(long_page(0).replace("How bread rises", title))
        await telegram.until(lambda: not len(telegram.world.updates))
        held.pass_time(5)
        for _ in titles:
            await ready.acquire()
        assert locks[0] is locks[1]
        assert locks[1].locked()
        again.set()
        await bot.idle()
    named = [m for m in telegram.said(ann.private) if "youtu.be/aaaaaaaaaaa" in str(m)]
    assert len(named) == 1
