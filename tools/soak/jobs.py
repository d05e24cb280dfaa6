"""How many digests a second workers on a shared Postgres make, and what each costs.

    python -m tools.soak.jobs [JOBS]

All of them run on this machine; on as many machines it is the CPU a job that tells.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import psutil

from bot.machines.jobs import shared_workers
from bot.work.workers import Limits, Workers
from handlers.source import Source, read_and_digest
from summarizer import Options
from tests.bot.process import program
from tests.postgres import Server, running_server
from tools.bench.pages import EXAMPLE

PEOPLE = 20
"""Each has the next job begun when the last one is done."""


async def measure(server: Server, workers: int, jobs: int) -> str:
    """A line of the table: jobs a second, and CPU milliseconds a job of each part."""
    url = server.create()
    async with AsyncExitStack() as stack:
        front = await stack.enter_async_context(shared_workers(Limits(1, seconds=3_600), url))
        holding = asyncio.ensure_future(front.run(time.sleep, 3_600, person=0))
        others = [await stack.enter_async_context(_worker(url)) for _ in range(workers)]
        await _digests(front, PEOPLE)
        begun = _spent(others, server)
        await _digests(front, jobs)
        spent = [
            after - before for before, after in zip(begun, _spent(others, server), strict=True)
        ]
        holding.cancel()
    seconds, *cpu = spent
    return f"{workers:>7} {jobs / seconds:>8.1f}" + "".join(f"{1e3 * s / jobs:>10.1f}" for s in cpu)


async def _digests(front: Workers, jobs: int) -> None:
    given = Source(EXAMPLE.read_text(encoding="utf-8")), Options()
    left = iter(range(jobs))

    async def ask(person: int) -> None:
        for _ in left:
            await front.run(read_and_digest, *given, person=person, quick=True)

    await asyncio.gather(*(ask(person) for person in range(1, PEOPLE + 1)))


@asynccontextmanager
async def _worker(url: str) -> AsyncIterator[psutil.Process]:
    environment = {"DATABASE_URL": url, "WORKERS": "1", "DATABASE_PATH": "/tmp/none"}  # noqa: S108
    async with program(environment, ("-m", "bot", "work")) as worker:
        await worker.writes("takes jobs")
        yield psutil.Process(worker.child.pid)


def _spent(workers: list[psutil.Process], server: Server) -> tuple[float, float, float, float]:
    """Seconds: of the clock, and of the CPU by front, workers and Postgres."""
    postgres = _cpu(psutil.Process(server.pid))
    return time.perf_counter(), time.process_time(), sum(map(_cpu, workers)), postgres


def _cpu(process: psutil.Process) -> float:
    """CPU seconds of the process and all that it has started, ended or not."""
    return sum(sum(one.cpu_times()[:4]) for one in (process, *process.children(recursive=True)))


def main() -> None:
    """A line for each number of workers."""
    jobs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with running_server() as server:
        if server is None:
            sys.exit("Postgres is not installed")
        print(
            f"{'workers':>7} {'jobs/s':>8} {'front':>9} {'workers':>9} {'Postgres':>9} CPU ms a job"
        )
        for workers in (1, 2, 3):
            print(asyncio.run(measure(server, workers, jobs)))


if __name__ == "__main__":
    main()
