"""What stands in the database beside pages and replies: bans, choices, and what is counted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from time import time

import pytest

from bot.storage import bans, store_sql
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.census import Census, is_writable, take_census
from bot.storage.clock import steady_clock
from bot.storage.store import Bounds, Store
from handlers.chat_settings import ChatSettings
from handlers.protocols import Reply
from summarizer.model import Page
from tests.bot.clock import Clock
from tests.bot.storage.places import Place


@pytest.fixture
async def store(place: Place, clock: Clock) -> AsyncIterator[Store]:
    async with place.store(Bounds(disk=0), clock) as opened:
        yield opened


async def test_who_is_banned_stays_so_until_it_is_taken_back(store: Store) -> None:
    assert await store.bans.add(7)
    assert await store.bans.add(7)
    assert await store.bans.add(-100)
    assert store.bans.ids == {7, -100}
    assert await store.bans.remove(7)
    assert not await store.bans.remove(7)
    assert store.bans.ids == {-100}


async def test_a_ban_by_another_process_is_seen(
    store: Store, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bans, "LOOK_SECONDS", 0.0)
    await store.bans.refresh()
    place.change("INSERT INTO bans (id, at) VALUES (?, ?)", 7, 1.0)
    await store.bans.refresh()
    assert store.bans.ids == {7}


async def test_what_is_chosen_for_a_chat_is_kept_moves_and_is_forgotten(store: Store) -> None:
    assert await store.settings.of(-1) == ChatSettings()
    assert await store.settings.keep(-1, ChatSettings("fr"))
    assert await store.settings.keep(-1, ChatSettings("de"))
    assert await store.settings.keep(-1001, ChatSettings("it"))
    await store.move(-1, -1001)
    assert await store.settings.of(-1) == ChatSettings()
    assert await store.settings.of(-1001) == ChatSettings("de")
    await store.forget(-1001)
    assert await store.settings.of(-1001) == ChatSettings()


async def test_pages_are_counted_and_the_replies_of_a_day(store: Store, clock: Clock) -> None:
    await store.keep_page("bees", Page("Bees"))
    await store.keep_reply(Reply(1, 10, "bees", asker=7))
    clock.now += 86_400
    for chat, asker in ((2, 7), (2, 8), (3, 8)):
        await store.keep_reply(Reply(chat, asker, "bees", asker=asker))
    assert await take_census(store.database, clock.now) == Census(1, 3, 2, 2)


async def test_what_can_be_written_is_known_by_writing(store: Store) -> None:
    assert await is_writable(store.database)


async def test_what_cannot_be_read_is_nothing_and_is_logged_once(
    store: Store, place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    tables = BestEffortDatabase(store.database, "bees are gone")
    place.change("ALTER TABLE bans RENAME TO away")
    assert await tables.read("SELECT id FROM bans") == []
    assert (
        await tables.write_returning("INSERT INTO bans (id, at) VALUES (1, 1) RETURNING id") == []
    )
    [record] = caplog.records
    assert record.getMessage().startswith("bees are gone: ")


async def test_its_clock_is_that_of_today(store: Store) -> None:
    clock = await steady_clock(store.database, store_sql.LATEST)
    assert abs(clock() - time()) < 60


async def test_many_at_once_come_to_an_end_and_none_is_lost(store: Store) -> None:
    async def keep(number: int) -> None:
        await store.keep_page(f"page {number % 4}", Page(f"Film {number % 4}"))
        await store.keep_reply(Reply(1, number % 8, f"page {number % 4}", f"d{number}"))
        await store.catalogue.listed(1, "film", 0, 10)

    await asyncio.gather(*map(keep, range(40)))
    replies = [await store.reply(1, message) for message in range(8)]
    assert [reply.page for reply in replies if reply] == [f"page {n % 4}" for n in range(8)]
    assert (await store.catalogue.listed(1, "film", 0, 10)).total == 4
