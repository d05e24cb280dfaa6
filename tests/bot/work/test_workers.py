from __future__ import annotations

import asyncio
import gc
import importlib
import os
import resource
import signal
from collections.abc import AsyncIterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from pebble import ProcessPool

from bot.errors import WorkersError
from bot.work.workers import Limits, Workers, limit_memory, outcome
from handlers.answers.attachments.export import export_file
from handlers.paste.joining import join
from handlers.protocols import JobFailedError
from summarizer import digest_page, page_answers, read_page
from summarizer.chart import draw_chart
from summarizer.later_copy import new_comments
from summarizer.model import UnreadableError
from tests.bot.work import jobs
from tests.bot.work.gates import Gate
from tests.bot.work.loaded import loaded


def limits(processes: int = 1, jobs: int = 200, quick: int = 0) -> Limits:
    """Limits that no job reaches on a machine that is busy with other things."""
    return Limits(processes, seconds=3_600, jobs=jobs, quick=quick)


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    async with Workers(limits(processes=2)) as running:
        yield running


@pytest.fixture
def gates(tmp_path: Path) -> list[Gate]:
    return [Gate(tmp_path / str(number)) for number in range(2)]


async def test_a_job_gives_its_result_or_its_error(workers: Workers) -> None:
    assert await workers.run(jobs.add, 2, 3) == 5
    with pytest.raises(UnreadableError) as caught:
        await workers.run(jobs.refuse, "picture")
    assert caught.value.advice.startswith("This is a picture")


async def test_a_page_is_read_and_digested_as_in_this_process(workers: Workers) -> None:
    text = "A Title\n\n0:00 Bees fly far.\n0:05 They come home.\n\n1 Comments\n@anna\nLovely!\n"
    page = await workers.run(read_page, text)
    assert page == read_page(text)
    assert await workers.run(digest_page, page) == digest_page(page)


async def test_a_worker_has_what_jobs_need_before_it_is_asked(workers: Workers) -> None:
    needed = {draw_chart, export_file, join, new_comments, page_answers, read_page}
    assert await workers.run(loaded) >= {job.__module__ for job in needed} | {"numpy.ma"}


async def test_numpy_and_scipy_have_room_and_one_thread(workers: Workers) -> None:
    assert await workers.run(jobs.similarities) > 0
    assert await workers.run(jobs.threads) == "1"


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the limit is Linux's")
def test_the_memory_limit_comes_on_top_of_what_is_taken() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    limit_memory(10_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, before)
    assert soft > 10_000 * 2**20
    assert hard == before[1]


def test_warming_up_means_one_thread_and_nothing_for_the_collector(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    importlib.import_module("bot.work.preload")
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert gc.get_freeze_count() > 0
    gc.unfreeze()


async def test_processes_that_cannot_be_started_are_refused_in_one_line() -> None:
    with pytest.raises(WorkersError, match=r"^the worker processes cannot be started: .*\?$"):
        async with Workers(Limits(megabytes=2**60)):
            pass


async def test_a_job_that_a_breaking_pool_forgets_is_a_failed_job() -> None:
    pool = ProcessPool(1)
    os.kill(pool.schedule(os.getpid).result(), signal.SIGKILL)
    with pytest.raises(BrokenProcessPool):
        await outcome(pool, Future())
    await asyncio.to_thread(pool.join)


@pytest.mark.parametrize(("job", "reason"), [(jobs.eat, "memory"), (jobs.die, "crash")])
async def test_a_harmful_job_is_ended_and_its_neighbour_finishes(
    workers: Workers, gates: list[Gate], job: object, reason: str
) -> None:
    assert callable(job)
    neighbour = asyncio.create_task(workers.run(jobs.wait_for, gates[0].path))
    await gates[0].began()
    with pytest.raises(JobFailedError) as caught:
        await workers.run(job)
    assert caught.value.reason == reason
    await gates[0].open()
    assert await neighbour == b"!"
    assert await workers.run(jobs.add, 1, 1) == 2


async def test_a_job_that_hangs_is_ended_by_its_time_limit() -> None:
    async with Workers(Limits(processes=1, seconds=0.2)) as workers:
        with pytest.raises(JobFailedError) as caught:
            await workers.run(jobs.hang)
        assert caught.value.reason == "timeout"


async def test_a_stranger_is_served_while_anothers_slow_files_are_read(
    workers: Workers, gates: list[Gate]
) -> None:
    album = [
        asyncio.create_task(workers.run(jobs.wait_for, gate.path, person="ann")) for gate in gates
    ]
    await gates[0].began()
    assert await workers.run(jobs.add, 1, 1, person="ben") == 2
    assert (workers.before("ann"), workers.before("cem")) == (0, 0)
    await gates[0].open()
    await gates[1].began()
    await gates[1].open()
    assert await asyncio.gather(*album) == [b"!", b"!"]


async def test_a_quick_job_waits_for_no_long_ones_of_however_many_people(
    gates: list[Gate],
) -> None:
    async with Workers(limits(quick=1)) as workers:
        long = [
            asyncio.create_task(workers.run(jobs.wait_for, gate.path, person=number))
            for number, gate in enumerate(gates)
        ]
        await gates[0].began()
        assert await workers.run(jobs.add, 1, 1, person="ben", quick=True) == 2
        assert not any(task.done() for task in long)
        await gates[0].open()
        await gates[1].began()
        await gates[1].open()
        assert await asyncio.gather(*long) == [b"!", b"!"]


async def test_any_number_of_jobs_may_wait(workers: Workers, gates: list[Gate]) -> None:
    tasks = [asyncio.create_task(workers.run(jobs.wait_for, gate.path)) for gate in gates]
    await asyncio.gather(*(gate.began() for gate in gates))
    crowd = [asyncio.create_task(workers.run(jobs.add, 1, n, person=n)) for n in range(60)]
    await asyncio.sleep(0)
    assert workers.before(59) == 59
    for gate in gates:
        await gate.open()
    assert await asyncio.gather(*tasks, *crowd) == [b"!", b"!", *range(1, 61)]


async def test_a_cancelled_caller_frees_its_place(workers: Workers, gates: list[Gate]) -> None:
    tasks = [asyncio.create_task(workers.run(jobs.wait_for, gate.path)) for gate in gates]
    await asyncio.gather(*(gate.began() for gate in gates))
    waiting = asyncio.create_task(workers.run(jobs.add, 1, 1))
    await asyncio.sleep(0)
    for task in (waiting, *tasks):
        task.cancel()
    await asyncio.gather(*tasks, waiting, return_exceptions=True)
    results = await asyncio.gather(*(workers.run(jobs.add, 1, n) for n in range(3)))
    assert results == [1, 2, 3]


async def test_a_process_is_replaced_after_its_share_of_jobs() -> None:
    async with Workers(limits(jobs=2)) as workers:
        pids = [await workers.run(jobs.pid) for _ in range(6)]
    assert len(set(pids)) == 4  # the first has done one job already: being there


async def test_an_idle_process_that_dies_is_replaced(caplog: pytest.LogCaptureFixture) -> None:
    async with Workers(limits()) as workers:
        os.kill(await workers.run(jobs.pid), signal.SIGKILL)
        results: list[int] = []
        while len(results) < 3:
            try:
                results.append(await workers.run(jobs.add, 1, 1))
            except JobFailedError:  # it was handed over before the death was seen
                assert not results
    assert results == [2, 2, 2]
    assert "Traceback" not in caplog.text


async def test_leaving_ends_what_runs_and_cancels_who_waits(gates: list[Gate]) -> None:
    async with Workers(limits()) as workers:
        running = asyncio.create_task(workers.run(jobs.wait_for, gates[0].path))
        waiting = asyncio.create_task(workers.run(jobs.add, 1, 1))
        await gates[0].began()
    ended = await asyncio.gather(running, waiting, return_exceptions=True)
    assert [type(error) for error in ended] == [asyncio.CancelledError] * 2
