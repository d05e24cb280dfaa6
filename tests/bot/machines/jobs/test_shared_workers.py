from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.machines.jobs import producer
from bot.storage.database.postgres import PostgresDatabase
from handlers.protocols import JobFailedError
from handlers.source import Source, read, read_and_digest
from summarizer import Options, UnreadableError
from tests.bot.machines.jobs.conftest import Front, Machine, becomes, until
from tests.bot.machines.jobs.jobs import divide, note, note_and_die
from tests.bot.machines.jobs.samples import TEXT
from tests.bot.work.gates import Gate
from tests.bot.work.jobs import add, refuse, wait_for

JOBS = "SELECT count(*) FROM jobs"
TAKEN = "SELECT count(*) FROM jobs WHERE worker IS NOT NULL"


async def test_while_there_is_a_place_nothing_is_handed_over(
    front: Front, database: PostgresDatabase, gate: Gate
) -> None:
    await front.free()
    running = await front.begin(gate)
    assert await database.read(JOBS) == [(0,)]
    await gate.open()
    assert await running == b"!"


async def test_another_machine_comes_to_the_same_digest(front: Front, machine: Machine) -> None:
    given = Source(TEXT), Options(authors=True)
    async with machine():
        assert await front.workers.run(read_and_digest, *given, person=1) == read_and_digest(*given)


async def test_what_finds_no_place_is_done_on_another_machine_and_then_gone(
    front: Front, machine: Machine, database: PostgresDatabase
) -> None:
    async with machine():
        assert await front.workers.run(add, 2, 3, person=1) == 5
        assert await front.workers.run(add, 2, 3) == 5
    assert await database.read(JOBS) == [(0,)]


async def test_a_file_of_twenty_megabytes_passes_and_its_error_comes_back(
    front: Front, machine: Machine
) -> None:
    async with machine():
        with pytest.raises(UnreadableError) as caught:
            await front.workers.run(read, Source(bytes(20 * 2**20), "film.mp4"), person=1)
        with pytest.raises(UnreadableError) as here:
            read(Source(bytes(20 * 2**20), "film.mp4"))
    assert caught.value.advice == here.value.advice


async def test_the_front_takes_its_job_back_when_it_has_a_place_first(
    front: Front, database: PostgresDatabase
) -> None:
    sum_of = asyncio.create_task(front.workers.run(add, 2, 3, person=1))
    refused = asyncio.create_task(front.workers.run(refuse, "picture", person=2))
    await until(database, JOBS, 2)
    # Whichever has come into the database first stands before the other.
    await becomes(lambda: {front.workers.before(1), front.workers.before(2)} == {0, 1})
    await front.free()
    assert await sum_of == 5
    with pytest.raises(UnreadableError):
        await refused
    assert await database.read(JOBS) == [(0,)]


async def test_who_waits_for_another_machine_stands_in_no_line_here(
    front: Front, machine: Machine, database: PostgresDatabase, gate: Gate
) -> None:
    async with machine():
        first = await front.begin(gate)
        second = asyncio.create_task(front.workers.run(add, 1, 1, person=2))
        await until(database, JOBS, 2)
        await becomes(lambda: front.workers.before(2) == 0)
        await gate.open()
        assert (await first, await second) == (b"!", 2)


@pytest.mark.parametrize("is_taken", [False, True])
async def test_a_caller_that_goes_away_takes_its_job_along(
    front: Front, machine: Machine, database: PostgresDatabase, gate: Gate, is_taken: bool
) -> None:
    waiting = asyncio.create_task(front.workers.run(wait_for, gate.path, person=1))
    await until(database, JOBS, 1)
    async with machine():
        if is_taken:
            await gate.began()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    await until(database, JOBS, 0)


async def test_an_error_of_a_job_is_met_here_with_all_that_is_known_of_it(
    front: Front, machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    async with machine():
        failing = asyncio.create_task(front.workers.run(divide, 1, 0, person=1))
        await becomes(lambda: "divide failed" in caplog.text)
        await front.free()
        with pytest.raises(ZeroDivisionError):
            await failing


async def test_a_job_that_ends_its_process_is_tried_twice_and_then_told(
    front: Front, machine: Machine, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    async with machine():
        with pytest.raises(JobFailedError) as caught:
            await front.workers.run(note_and_die, str(notes), person=1)
        assert await front.workers.run(add, 2, 3, person=1) == 5
    assert caught.value.reason == "crash"
    assert notes.read_text() == "died\n" * 2


@pytest.mark.parametrize("bound", ["MOST_BYTES", "MOST_BYTES_IN_ALL"])
async def test_what_the_queue_has_no_room_for_is_done_here(
    front: Front, machine: Machine, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    monkeypatch.setattr(producer, bound, 10)
    async with machine():
        reading = asyncio.create_task(front.workers.run(read, Source(TEXT), person=1))
        assert await front.workers.run(add, 2, 3, person=2) == 5
        await front.free()
        assert await reading == read(Source(TEXT))


async def test_a_stranger_does_not_wait_for_thirty_jobs_of_another(
    front: Front, machine: Machine, database: PostgresDatabase, tmp_path: Path
) -> None:
    notes, words = tmp_path / "notes", ["ann"] * 30
    run = front.workers.run
    crowd = [asyncio.create_task(run(note, str(notes), word, person=1)) for word in words]
    await until(database, JOBS, 30)
    crowd.append(asyncio.create_task(run(note, str(notes), "ben", person=2)))
    await until(database, JOBS, 31)
    async with machine():
        await asyncio.gather(*crowd)
    assert notes.read_text().split().index("ben") <= 1
