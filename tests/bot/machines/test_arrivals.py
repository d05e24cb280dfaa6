"""Updates that come to any process and are answered by one, in their order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest
from psycopg import AsyncConnection
from telegram import Update
from telegram.error import NetworkError

from bot import service, sharing
from bot.machines import FencedDatabase, Lease, SharedInbox, arrivals
from bot.machines.lease import LEASE_SECONDS, boot_clock
from bot.storage.bot_schema import PARTS
from bot.storage.database import Statement, open_postgres
from bot.storage.database.postgres import PostgresDatabase
from handlers.delivery import Sent, record
from handlers.protocols import FencedError
from tests.bot.clock import Clock
from tests.bot.updates import BOT, message
from tests.postgres import Server

CAPACITY = 4


class Receiver:
    """A process that receives updates, with its lease."""

    def __init__(self, database: PostgresDatabase, clock: Clock | None = None) -> None:
        self.lease = Lease(database, "a process", clock or boot_clock)
        fenced = FencedDatabase(database, self.lease)
        self.inbox = SharedInbox(fenced, database, self.lease, _addressed, CAPACITY)

    async def queued(self, count: int) -> list[int]:
        """The numbers of the next updates in the queue, once they are there."""
        updates = [await self.inbox.get() for _ in range(count)]
        assert self.inbox.empty()
        return [update.update_id for update in updates if isinstance(update, Update)]

    @asynccontextmanager
    async def in_front(self) -> AsyncIterator[None]:
        """It answers, until the block ends."""
        assert await self.lease.acquire()
        await self.inbox.replay(BOT)
        sweeping = asyncio.ensure_future(self.inbox.sweep())
        yield
        sweeping.cancel()
        with suppress(asyncio.CancelledError):
            await sweeping


class Remover:
    """A bot that notes what is deleted."""

    def __init__(self) -> None:
        self.gone: list[int] = []

    async def delete_message(self, _: int, number: int) -> None:
        self.gone.append(number)


def _addressed(update: Update) -> bool:
    return update.message is not None and "chatter" not in (update.message.text or "")


@pytest.fixture
def front(here: PostgresDatabase) -> Receiver:
    return Receiver(here)


@pytest.fixture
def standby(there: PostgresDatabase) -> Receiver:
    return Receiver(there)


async def test_what_comes_to_others_is_queued_by_the_front_in_the_order_of_the_numbers(
    front: Receiver, standby: Receiver
) -> None:
    async with front.in_front():
        await standby.inbox.put(message(2))
        assert await front.queued(1) == [2]
        await asyncio.gather(
            *(standby.inbox.put(message(n)) for n in (6, 4)), front.inbox.put(message(5))
        )
        assert sorted(await front.queued(3)) == [4, 5, 6]
        await standby.inbox.put(message(2))  # Telegram did not hear that it had come
        await standby.inbox.put(message(3))
        await front.inbox.done(2, 4, 5, 6)
        assert await front.queued(1) == [3]
    assert standby.inbox.empty()


async def test_a_burst_is_taken_while_nobody_answers_and_queued_as_there_is_room(
    front: Receiver, standby: Receiver
) -> None:
    burst = [message(number) for number in range(50, 0, -1)]
    await asyncio.gather(*(standby.inbox.put(update) for update in burst))
    assert standby.inbox.empty()
    answered: list[int] = []
    async with front.in_front():
        while len(answered) < len(burst):
            update = await front.inbox.get()
            assert isinstance(update, Update)
            assert front.inbox.depth <= CAPACITY
            answered.append(update.update_id)
            await front.inbox.done(update.update_id)
    assert answered == [*range(1, 51)]


async def test_what_another_answers_by_now_is_neither_recorded_as_sent_nor_as_done(
    front: Receiver, standby: Receiver, here: PostgresDatabase
) -> None:
    async with front.in_front():
        await front.inbox.put(message(1))
        assert await front.queued(1) == [1]
        assert await front.inbox.sending("7:1") is None
    await here.write(Statement("UPDATE lease SET until = clock_timestamp()"))
    async with standby.in_front():
        assert await standby.queued(1) == [1]
        with pytest.raises(FencedError):
            await front.inbox.sent("7:1", 70, 1)
        with pytest.raises(FencedError):
            await front.inbox.sending("7:2")
        await front.inbox.done(1)
        assert await standby.inbox.sending("7:1") is None
        await standby.inbox.sent("7:1", 71, 1)
        assert await standby.inbox.sending("7:1") == 71


async def test_talk_that_is_not_for_the_bot_reaches_no_disk_and_only_the_front(
    front: Receiver, standby: Receiver, here: PostgresDatabase
) -> None:
    async with front.in_front():
        for receiver in (front, standby):
            await receiver.inbox.put(message(1, "chatter"))
        assert await front.queued(1) == [1]
    assert standby.inbox.empty()
    assert await here.read("SELECT count(*) FROM updates") == [(0,)]


async def test_what_cannot_be_written_is_refused(standby: Receiver, postgres: Server) -> None:
    postgres.stop()
    try:
        with pytest.raises(NetworkError):
            await standby.inbox.put(message(1))
    finally:
        postgres.start()
    await standby.inbox.put(message(1))


async def test_a_record_that_fails_once_the_lease_is_lost_is_no_record(
    database_url: str, here: PostgresDatabase, clock: Clock
) -> None:
    hasty = f"{database_url}?options=-c%20lock_timeout%3D50ms"
    async with (
        open_postgres(hasty, here.schema, PARTS) as database,
        await AsyncConnection.connect(database_url) as third,
    ):
        front = Receiver(database, clock)
        assert await front.lease.acquire()
        await front.inbox.sending("7:1")
        await third.execute(f"LOCK TABLE {here.schema}.answers".encode())
        await front.inbox.sent("7:1", 70)  # the best that can be done
        clock.now = LEASE_SECONDS
        with pytest.raises(FencedError):
            await front.inbox.sent("7:1", 70)


@pytest.mark.parametrize(("written", "deleted"), [(50, []), (51, [50])])
async def test_a_message_on_record_stands_though_word_of_that_was_lost(
    front: Receiver, written: int, deleted: list[int]
) -> None:
    class Unheard:
        """Writes, and says that it is not known."""

        recorded = front.inbox.recorded

        async def sent(self, answer: str, _: int) -> None:
            await front.inbox.sent(answer, written)
            raise FencedError("another process answers for this bot")

    assert await front.lease.acquire()
    bot = Remover()
    with pytest.raises(FencedError):
        await record(bot, Unheard(), "7:1", Sent(7, 50))  # type: ignore[arg-type]
    assert bot.gone == deleted


async def test_a_message_stands_where_it_cannot_be_known_what_is_on_record(
    here: PostgresDatabase, clock: Clock, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.machines.arrivals.LOOK_SECONDS", 0.5)
    front, bot = Receiver(here, clock), Remover()
    assert await front.lease.acquire()
    clock.now = LEASE_SECONDS
    postgres.stop()
    try:
        with pytest.raises(FencedError):
            await record(bot, front.inbox, "7:1", Sent(7, 50))  # type: ignore[arg-type]
    finally:
        postgres.start()
    assert bot.gone == []


async def test_a_double_is_removed_as_soon_as_the_server_is_reached_again(
    here: PostgresDatabase, postgres: Server
) -> None:
    front, next_front, bot = Receiver(here), Receiver(here), Remover()
    assert await front.lease.acquire()
    await front.lease.release()
    assert await next_front.lease.acquire()
    postgres.stop()
    recording = asyncio.ensure_future(record(bot, front.inbox, "7:1", Sent(7, 50)))  # type: ignore[arg-type]
    try:
        with pytest.raises(FencedError):
            await front.inbox.sent("7:2", 51)
        assert bot.gone == []
    finally:
        postgres.start()
    with pytest.raises(FencedError):
        await recording
    assert bot.gone == [50]


def test_a_front_that_was_cut_off_waits_for_that_before_it_ends() -> None:
    assert sharing.LOST_SECONDS[1] > arrivals.LOOK_SECONDS
    assert sum(sharing.LOST_SECONDS) < service.LOST_SECONDS
