"""Who answers: of two processes at most one, and never one that only believes that it does."""

from __future__ import annotations

import asyncio
import time
from functools import partial

import pytest
from psycopg import AsyncConnection
from telegram.error import NetworkError

from bot.errors import LeaseLostError
from bot.machines import FencedDatabase, Lease
from bot.machines.keeping import keep_beside
from bot.machines.lease import LEASE_SECONDS, QUIET_SECONDS
from bot.storage.database import Statement, open_postgres
from bot.storage.database.postgres import PostgresDatabase
from handlers.protocols import FencedError
from tests.bot.clock import Clock
from tests.bot.machines.conftest import ALL_PARTS
from tests.postgres import Server

INSERT = "INSERT INTO notes (id, words) VALUES (?, ?)"


async def run_out(database: PostgresDatabase) -> None:
    """What five seconds without a renewal do."""
    await database.write(Statement("UPDATE lease SET until = clock_timestamp()"))


async def notes(database: PostgresDatabase) -> list[int]:
    return [one for (one,) in await database.read("SELECT id FROM notes ORDER BY id")]


async def until_waiting(database: PostgresDatabase, count: int) -> None:
    """Return when so many statements wait for another's lock."""
    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    while await database.read(waiting) != [(count,)]:
        await database.read("SELECT pg_sleep(0.01)")


async def test_of_many_that_ask_at_once_one_holds_the_lease(
    here: PostgresDatabase, there: PostgresDatabase
) -> None:
    leases = [
        Lease(database, f"process {number}") for number, database in enumerate([here, there] * 4)
    ]
    assert sum(await asyncio.gather(*(lease.acquire() for lease in leases))) == 1
    assert sum(lease.is_held for lease in leases) == 1
    [holder] = await here.read("SELECT holder FROM lease")
    [number] = [number for number, lease in enumerate(leases) if lease.is_held]
    assert holder == (f"process {number}",)


async def test_a_lease_that_ran_out_is_taken_with_a_greater_epoch_and_not_renewed_by_the_former(
    here: PostgresDatabase, there: PostgresDatabase
) -> None:
    one, other = Lease(here, "one"), Lease(there, "other")
    assert await one.acquire()
    assert not await other.acquire()
    for former, next_one in ((one, other), (other, one), (one, other)):
        epoch = former.epoch
        await run_out(here)
        assert await next_one.acquire()
        assert next_one.epoch == epoch + 1
        assert not await former.renew()
        assert await next_one.renew()


async def test_it_ends_by_the_clock_of_its_holder_counted_from_before_it_was_asked_for(
    here: PostgresDatabase, clock: Clock
) -> None:
    lease = Lease(here, "one", clock)
    assert not lease.is_held
    asked = asyncio.ensure_future(lease.acquire())
    await asyncio.sleep(0)  # it has looked at the clock
    clock.now = 2.0  # the answer takes so long
    assert await asked
    clock.now = LEASE_SECONDS - 0.01
    lease.check()
    clock.now = LEASE_SECONDS
    with pytest.raises(FencedError):
        lease.check()
    assert not await lease.renew()
    with pytest.raises(LeaseLostError):
        await lease.keep()


async def test_nothing_is_sent_in_its_last_seconds_unless_it_is_renewed(
    here: PostgresDatabase, clock: Clock
) -> None:
    lease = Lease(here, "one", clock)
    assert await lease.acquire()
    clock.now = LEASE_SECONDS - QUIET_SECONDS
    lease.check_send()
    clock.now += 0.01
    with pytest.raises(NetworkError) as later:
        lease.check_send()
    assert not isinstance(later.value, FencedError)
    assert await lease.renew()
    lease.check_send()
    clock.now += LEASE_SECONDS
    with pytest.raises(FencedError):
        lease.check_send()


async def test_one_that_was_given_back_is_free_at_once(
    here: PostgresDatabase, there: PostgresDatabase
) -> None:
    one, other = Lease(here, "one"), Lease(there, "other")
    await one.acquire()
    await one.release()
    assert not one.is_held
    assert await other.acquire()
    await one.release()  # late: it is not its own any more
    assert await other.renew()


async def test_what_is_written_by_a_former_holder_changes_nothing(
    here: PostgresDatabase, there: PostgresDatabase
) -> None:
    one, other = Lease(here, "one"), Lease(there, "other")
    former, present = FencedDatabase(here, one), FencedDatabase(there, other)
    with pytest.raises(FencedError):
        await former.write(Statement(INSERT, (0, "too early")))
    await one.acquire()
    assert await former.write(Statement(INSERT, (1, "a")), Statement(INSERT, (2, "b"))) == [1, 1]
    assert await former.write_returning(f"{INSERT} RETURNING id", 3, "c") == [(3,)]
    assert await former.write(Statement("DELETE FROM notes WHERE id = ?", (99,))) == [0]
    assert await former.write_returning("DELETE FROM notes WHERE id = ? RETURNING id", 99) == []
    nothing = "UPDATE notes SET words = ?2 WHERE id = ?1 RETURNING words"
    assert await former.write_returning(nothing, 3, None) == [(None,)]
    await run_out(here)
    await former.write(Statement(INSERT, (4, "nobody has taken it meanwhile")))
    await other.acquire()
    with pytest.raises(FencedError):
        await former.write(Statement(INSERT, (5, "d")), Statement(INSERT, (6, "e")))
    with pytest.raises(FencedError):
        await former.write_returning(f"{INSERT} RETURNING id", 7, "f")
    await present.write(Statement(INSERT, (8, "g")))
    assert await notes(here) == [1, 2, 3, 4, 8]
    assert (former.refused, present.refused) == (3, 0)


async def test_who_takes_the_lease_waits_for_what_the_former_holder_is_writing(
    here: PostgresDatabase, there: PostgresDatabase, database_url: str
) -> None:
    one, other = Lease(here, "one"), Lease(there, "other")
    await one.acquire()
    async with await AsyncConnection.connect(database_url) as third:
        await third.execute("SELECT pg_advisory_lock(5)")
        slow = Statement("INSERT INTO notes SELECT 1, pg_advisory_xact_lock(5)::text")
        writing = asyncio.ensure_future(FencedDatabase(here, one).write(slow))
        await until_waiting(there, 1)
        assert await one.renew()  # that waits for nobody
        await run_out(there)
        taking = asyncio.ensure_future(other.acquire())
        await until_waiting(there, 2)
        assert not taking.done()
        await third.execute("SELECT pg_advisory_unlock(5)")
        assert await writing == [1]
        assert await taking
    assert await notes(here) == [1]


async def test_a_holder_repeats_a_call_until_the_server_is_back(
    here: PostgresDatabase, postgres: Server
) -> None:
    lease = Lease(here, "one", Clock())  # so it is not lost, however long this takes
    await lease.acquire()
    postgres.stop()
    writing = asyncio.ensure_future(FencedDatabase(here, lease).write(Statement(INSERT, (1, "a"))))
    await asyncio.wait([writing], timeout=0.5)
    assert not writing.done()
    postgres.start()
    assert await writing == [1]


async def test_a_holder_gives_a_call_up_when_the_lease_may_be_anothers(
    here: PostgresDatabase, postgres: Server, clock: Clock
) -> None:
    lease = Lease(here, "one", clock)
    await lease.acquire()
    postgres.stop()
    try:
        clock.now = LEASE_SECONDS
        with pytest.raises(FencedError):
            await FencedDatabase(here, lease).write(Statement(INSERT, (1, "a")))
    finally:
        postgres.start()


async def test_a_loop_that_is_busy_for_longer_than_the_lease_does_not_lose_it(
    here: PostgresDatabase, there: PostgresDatabase, database_url: str
) -> None:
    one, other = Lease(here, "one"), Lease(there, "other")
    assert await one.acquire()
    opened = partial(open_postgres, database_url, "bot_1", ALL_PARTS)
    keeping = asyncio.create_task(keep_beside(one, opened))
    await asyncio.sleep(0)  # the thread begins
    time.sleep(LEASE_SECONDS + 1)  # noqa: ASYNC251 - that is the point
    assert one.is_held
    assert not await other.acquire()
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
    await one.release()
    assert await other.acquire()


async def test_a_lease_that_was_released_is_not_renewed_any_more(here: PostgresDatabase) -> None:
    lease = Lease(here, "one")
    await lease.acquire()
    await lease.release()
    assert not await lease.renew()
    assert await Lease(here, "other").acquire()


async def test_whoever_keeps_a_lease_is_told_that_another_has_it(
    here: PostgresDatabase, there: PostgresDatabase, database_url: str
) -> None:
    one, other = Lease(here, "one"), Lease(there, "other")
    assert await one.acquire()
    await here.write(Statement("UPDATE lease SET until = now()"))
    assert await other.acquire()
    with pytest.raises(LeaseLostError):
        await keep_beside(one, partial(open_postgres, database_url, "bot_1", ALL_PARTS))
