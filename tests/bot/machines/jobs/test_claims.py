"""Whose job is claimed next, by whom, and what is left of those who are dead."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot.machines.jobs.calls import Call
from bot.machines.jobs.claims import Claims, Job, Room
from bot.machines.jobs.presence import Presence
from bot.machines.jobs.producer import Order, Producer
from bot.storage.database import Statement
from bot.storage.database.postgres import PostgresDatabase
from tests.bot.machines.jobs.conftest import until

ANN, BEN, CEM = 1, 2, 3
ANY = Room(long=True, full=(), full_of_long=())


class Queue:
    """A front that puts jobs into the queue, and a worker of its version that claims them."""

    def __init__(self, database: PostgresDatabase, stack: AsyncExitStack) -> None:
        self.database = database
        self._stack = stack

    async def open(self) -> None:
        self.front = await self._stack.enter_async_context(Presence(self.database))
        self.worker = await self._stack.enter_async_context(Presence(self.database, "new"))
        producer = Producer(self.database, self.front, "new")
        self._producer = await self._stack.enter_async_context(producer)

    async def put(self, *people: int, quick: bool = False) -> None:
        for person in people:
            order = Order(Call("add", b""), person, quick)
            await self._stack.enter_async_context(self._producer.put(order))

    async def change(self, sql: str) -> None:
        await self.database.write(Statement(sql))

    async def claim(self, room: Room = ANY, version: str = "new") -> Job | None:
        return await Claims(self.database, self.worker, version).claim(room)

    async def people(self, number: int) -> list[int]:
        """Whose the next jobs are."""
        jobs = [await self.claim() for _ in range(number)]
        return [job.person for job in jobs if job]


@pytest.fixture
async def queue(database: PostgresDatabase) -> AsyncIterator[Queue]:
    async with AsyncExitStack() as stack:
        queue = Queue(database, stack)
        await queue.open()
        yield queue


async def test_people_take_turns(queue: Queue) -> None:
    await queue.put(ANN, ANN, ANN, BEN, CEM, BEN)
    assert await queue.people(6) == [ANN, BEN, CEM, ANN, BEN, ANN]


async def test_who_comes_later_waits_for_nobodys_second_job_and_holds_up_nobody(
    queue: Queue,
) -> None:
    await queue.put(ANN, ANN, ANN)
    assert await queue.people(1) == [ANN]
    await queue.put(BEN)
    assert await queue.people(2) == [ANN, BEN]
    await queue.put(CEM)
    assert await queue.people(2) == [ANN, CEM]


async def test_a_worker_of_another_version_takes_nothing(queue: Queue) -> None:
    await queue.put(ANN)
    assert await queue.claim(version="old") is None
    assert await queue.claim() is not None


async def test_who_holds_all_places_that_they_may_waits(queue: Queue) -> None:
    await queue.put(ANN, BEN)
    job = await queue.claim(Room(long=True, full=[ANN], full_of_long=[ANN]))
    assert job
    assert job.person == BEN


async def test_where_long_jobs_have_no_place_quick_ones_may(queue: Queue) -> None:
    await queue.put(ANN)
    await queue.put(BEN, CEM, quick=True)
    quick = Room(long=False, full=[BEN], full_of_long=[])
    claimed = [await queue.claim(quick), await queue.claim(quick)]
    assert [job and job.person for job in claimed] == [CEM, None]


async def test_nobody_claims_what_another_has(queue: Queue) -> None:
    await queue.put(ANN)
    assert await queue.claim()
    assert await queue.claim() is None


async def test_what_a_dead_front_asked_for_is_removed(queue: Queue) -> None:
    await queue.put(ANN, BEN)
    await queue.change("UPDATE jobs SET front = 'dead', id = 'dead' WHERE person = 2")
    await queue.change(STEADY)
    await until(queue.database, "SELECT count(*) FROM jobs", 1)
    assert await queue.people(1) == [ANN]


async def test_nothing_lies_there_for_more_than_an_hour(queue: Queue) -> None:
    await queue.put(ANN, BEN)
    await queue.change("UPDATE jobs SET asked = now() - interval '61 min' WHERE person = 2")
    await queue.change(STEADY)
    await until(queue.database, "SELECT count(*) FROM jobs", 1)
    assert await queue.people(1) == [ANN]


async def test_who_comes_back_after_an_outage_takes_nobody_for_dead(queue: Queue) -> None:
    await queue.put(ANN)
    await queue.change("UPDATE jobs SET worker = 'another', tries = 1")
    await queue.change(STEADY)
    await queue.change("UPDATE processes SET seen = now() - interval '20 s'")
    await until(
        queue.database, "SELECT count(*) FROM processes WHERE seen > now() - '2 s'::interval", 2
    )
    assert await queue.database.read("SELECT worker FROM jobs") == [("another",)]
    await queue.change(STEADY)
    await until(queue.database, "SELECT count(*) FROM jobs WHERE worker IS NULL", 1)


async def test_what_two_workers_died_of_is_no_third_ones(queue: Queue) -> None:
    await queue.put(ANN)
    await queue.change("UPDATE jobs SET worker = 'dead', tries = 2")
    await queue.change(STEADY)
    await until(queue.database, "SELECT count(*) FROM jobs", 0)  # the front knows
    assert await queue.claim() is None


STEADY = "UPDATE processes SET since = now() - interval '1 min'"
"""All have been there for long enough to judge others."""
