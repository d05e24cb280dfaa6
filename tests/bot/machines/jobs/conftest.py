from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.machines.jobs.serving import do_jobs
from bot.machines.jobs.shared_workers import SharedWorkers, shared_workers
from bot.machines.jobs.tables import JOBS, SCHEMA
from bot.storage.database import open_postgres
from bot.storage.database.postgres import PostgresDatabase
from bot.work.workers import Limits
from tests.bot.machines.jobs.jobs import CALLS, COMMAND
from tests.bot.process import PATIENCE, Process, program
from tests.bot.work.gates import Gate
from tests.bot.work.jobs import wait_for

Machine = Callable[..., AbstractAsyncContextManager[None]]
Worker = Callable[..., AbstractAsyncContextManager[Process]]


class Front:
    """A front with one place, which is held until the test frees it."""

    def __init__(self, workers: SharedWorkers, gate: Gate) -> None:
        self.workers = workers
        self._gate = gate
        self._holding: asyncio.Future[bytes] | None = None

    async def hold(self) -> None:
        """Let it have no place: what is asked for is handed over."""
        self._holding = asyncio.ensure_future(self.workers.run(wait_for, self._gate.path, person=0))
        await self._gate.began()

    async def begin(
        self, gate: Gate, job: Callable[[str], bytes] = wait_for
    ) -> asyncio.Task[bytes]:
        """Ask for a job that ends with the gate; return it once it has begun, wherever that is."""
        running = asyncio.create_task(self.workers.run(job, gate.path, person=1))
        await gate.began()
        return running

    async def free(self) -> None:
        """Let it have its place again."""
        if self._holding:
            await self._gate.open()
            await self._holding
            self._holding = None


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[PostgresDatabase]:
    """The tables of jobs, for the test to look into."""
    async with open_postgres(database_url, SCHEMA, (JOBS,)) as opened:
        yield opened


@pytest.fixture
def gate(tmp_path: Path) -> Gate:
    """What a job of the test waits for."""
    return Gate(tmp_path / "gate")


@pytest.fixture
async def front(database_url: str, tmp_path: Path) -> AsyncIterator[Front]:
    """A front that has no place just now."""
    async with shared_workers(Limits(1, seconds=3_600), database_url, CALLS) as workers:
        front = Front(workers, Gate(tmp_path / "front"))
        await front.hold()
        yield front
        await front.free()


@pytest.fixture
def machine(database_url: str, database: PostgresDatabase) -> Machine:
    """Lets this process do jobs for the front, as another machine would."""

    @asynccontextmanager
    async def working(processes: int = 1) -> AsyncIterator[None]:
        limits = Limits(processes, seconds=3_600)
        doing = asyncio.ensure_future(do_jobs(limits, database_url, CALLS))
        try:
            await until(database, "SELECT count(*) FROM processes WHERE takes = 'today'", 1)
            yield
        finally:
            doing.cancel()
            await asyncio.gather(doing, return_exceptions=True)

    return working


@pytest.fixture
def worker(database_url: str, tmp_path: Path) -> Worker:
    """Starts a process that does jobs, as many at once as it is told; it is there when entered."""

    @asynccontextmanager
    async def started(processes: int = 1) -> AsyncIterator[Process]:
        command = "-m", "tests.bot.machines.jobs.jobs", database_url, str(processes)
        environment = {"DATABASE_PATH": str(tmp_path / "none"), COMMAND: "yes"}
        async with program(environment, command) as one:
            await one.writes("takes jobs")
            yield one

    return started


async def until(database: PostgresDatabase, sql: str, number: int) -> None:
    """Wait until so many rows are counted."""
    async with asyncio.timeout(PATIENCE):
        while await database.read(sql) != [(number,)]:  # noqa: ASYNC110 - it wakes nobody
            await asyncio.sleep(0.02)


async def becomes(is_so: Callable[[], bool]) -> None:
    """Wait until it is so."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 - it wakes nobody
            await asyncio.sleep(0.02)
