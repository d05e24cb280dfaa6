"""Answers come in the order in which the pages came."""

from __future__ import annotations

import asyncio

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.telegram.rate_limiter import FairRateLimiter
from handlers.delivery import Delivery
from handlers.digester import Digested, Digester
from handlers.protocols import Sender
from handlers.queues import Resequencer
from handlers.source import Source
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


@pytest.mark.parametrize("page", [BREAD, long_page(90)], ids=["a text", "parts"])
async def test_what_is_asked_before_forget_is_answered_first_and_then_forgotten(
    telegram: Telegram, settings: Settings, page: str
) -> None:
    ann, held = telegram.person("Ann"), ManualLoop()
    async with conversation(telegram, settings, held) as bot:
        ann.pastes(page)
        ann.says("/forget")
        await telegram.until(lambda: not len(telegram.world.updates))
        held.pass_time(5)
        await bot.idle()
    digest, forgotten = [message["text"] for message in telegram.said(ann.private)]
    assert digest.strip("\u2068").startswith("How bread rises")
    assert forgotten.startswith("Forgotten: what 1 message of mine shows here")


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


async def test_a_link_is_that_of_the_page_after_it_though_a_later_one_is_answered_sooner(
    telegram: Telegram, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Resequencer.__init__, "__defaults__", (0.0,))
    first, second = ["How one rises", "How two rise"]
    digested, second_answered = Digester.__call__, asyncio.Event()

    async def first_is_slow(digester: Digester, source: Source, asker: Sender) -> Digested:
        if first in str(source.data):
            await second_answered.wait()
        return await digested(digester, source, asker)

    def answers(title: str) -> list[str]:
        return [str(m) for m in telegram.said(ann.private) if title in m["text"]]

    monkeypatch.setattr(Digester, "__call__", first_is_slow)
    ann, held = telegram.person("Ann"), ManualLoop()
    async with conversation(telegram, settings, held) as bot:
        for text in ("https://youtu.be/aaaaaaaaaaa", first, second):
            is_page = text in (first, second)
            ann.pastes(long_page(0).replace("How bread rises", text) if is_page else text)
            await telegram.until(lambda: not len(telegram.world.updates))
            held.pass_time(5)
        await telegram.until(lambda: bool(answers(second)))
        assert "aaaaaaaaaaa" in answers(second)[0]
        second_answered.set()
        await bot.idle()
    assert ["aaaaaaaaaaa" in answers(title)[0] for title in (first, second)] == [True, False]
