"""Machines that die, or lose Postgres, while they do jobs: real processes, a real server."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bot.machines.jobs import shared_workers
from bot.storage.database.postgres import PostgresDatabase
from bot.work.workers import Limits
from handlers.protocols import JobFailedError
from handlers.source import Source, read_and_digest
from summarizer import Options
from tests.bot.machines.jobs.conftest import Front, Worker, becomes
from tests.bot.machines.jobs.jobs import command, note_and_kill, wait_elsewhere
from tests.bot.machines.jobs.samples import TEXT
from tests.bot.process import program
from tests.bot.work.gates import Gate
from tests.bot.work.jobs import add, wait_for
from tests.postgres import Server


async def test_a_worker_needs_the_address_of_the_database_alone(
    database_url: str, tmp_path: Path, gate: Gate
) -> None:
    given = Source(TEXT), Options(authors=True)
    environment = {"DATABASE_URL": database_url, "WORKERS": "1"}
    elsewhere = {**environment, "DATABASE_PATH": str(tmp_path / "none")}
    async with (
        program(elsewhere, ("-m", "bot", "work")) as worker,
        shared_workers(Limits(1, seconds=3_600), database_url) as workers,
    ):
        await worker.writes("takes jobs")
        holding = asyncio.ensure_future(workers.run(wait_for, gate.path, person=0))
        await gate.began()
        assert await workers.run(read_and_digest, *given, person=1) == read_and_digest(*given)
        holding.cancel()
        assert await worker.stop() == 0
        assert "stopped" in worker.output


async def test_a_job_of_a_killed_worker_is_done_by_another(
    front: Front, worker: Worker, gate: Gate
) -> None:
    async with worker() as first:
        waiting = await front.begin(gate)
        async with worker():
            first.signal_all(signal.SIGKILL)
            await gate.began()
            await gate.open()
            assert await waiting == b"!"


async def test_a_job_of_a_killed_worker_is_done_by_the_front_where_there_is_no_other(
    front: Front, worker: Worker, gate: Gate
) -> None:
    async with worker() as only:
        waiting = await front.begin(gate)
        only.signal_all(signal.SIGKILL)
    await front.free()
    await gate.began()
    await gate.open()
    assert await waiting == b"!"


async def test_a_job_that_kills_whole_workers_is_tried_twice_and_then_told(
    front: Front, worker: Worker, tmp_path: Path
) -> None:
    notes = tmp_path / "notes"
    async with worker() as first, worker() as second:
        failing = asyncio.create_task(front.workers.run(note_and_kill, str(notes), person=1))
        await asyncio.gather(first.end(), second.end())
        async with worker():
            with pytest.raises(JobFailedError) as caught:
                await failing
            assert await front.workers.run(add, 2, 3, person=1) == 5
    assert caught.value.reason == "crash"
    assert notes.read_text() == "killed\n" * 2


async def test_a_worker_that_is_told_to_stop_ends_what_it_does(
    front: Front, worker: Worker, database: PostgresDatabase, gate: Gate
) -> None:
    async with worker() as one:
        running = await front.begin(gate)
        one.child.send_signal(signal.SIGTERM)
        late = asyncio.create_task(front.workers.run(add, 2, 3, person=2))
        await gate.open()
        assert await running == b"!"
        assert await one.end() == 0
    assert await database.read("SELECT count(*) FROM jobs WHERE tries > 0") == [(0,)]
    await front.free()
    assert await late == 5


async def test_a_worker_that_is_told_to_stop_gives_back_what_does_not_end(
    front: Front, worker: Worker, database: PostgresDatabase, gate: Gate
) -> None:
    async with worker() as one:
        running = await front.begin(gate)
        assert await one.stop() == 0
    assert await database.read("SELECT tries FROM jobs WHERE worker IS NULL") == [(0,)]
    running.cancel()


async def test_without_postgres_the_front_does_all_itself_and_workers_come_back(
    front: Front, worker: Worker, postgres: Server, gate: Gate
) -> None:
    async with worker() as one:
        running = await front.begin(gate, wait_elsewhere)
        postgres.stop()
        waiting = asyncio.create_task(front.workers.run(command, person=2))
        await front.free()
        assert await waiting == ""
        assert await running == b"here"
        await one.writes("jobs of other machines rest")
        postgres.start()
        await one.writes("Postgres is back")
        await becomes(lambda: front.workers.is_sharing)
        await front.hold()
        # The worker has a place: it has ended what the front has done meanwhile.
        assert await front.workers.run(command, person=1) == str(one.child.pid)
