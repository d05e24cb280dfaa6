"""Work of one key in order, that of others at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from handlers.queues import LatestQueue, Resequencer

Begin = Callable[..., asyncio.Task[None]]
PATIENCE = 20


class Slow:
    """Work that notes its beginning and its end, and ends when a test lets it."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._ends: dict[str, asyncio.Event] = {}

    def work(self, name: str) -> Callable[[], Awaitable[None]]:
        self._ends[name] = asyncio.Event()

        async def work() -> None:
            self.notes.append(f"{name} begins")
            await self._ends[name].wait()
            self.notes.append(f"{name} ends")

        return work

    async def end(self, name: str) -> None:
        self._ends[name].set()
        await settle()


async def settle() -> None:
    """Let every task go on as far as it can."""
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.fixture
def slow() -> Slow:
    return Slow()


async def test_work_begins_beside_whoever_adds_it(slow: Slow) -> None:
    queue = LatestQueue()
    queue.add("ann", slow.work("a page"))
    assert slow.notes == []
    await settle()
    assert slow.notes == ["a page begins"]
    await slow.end("a page")


async def test_work_of_one_key_waits_for_what_runs(slow: Slow) -> None:
    queue = LatestQueue()
    queue.add("ann", slow.work("first"))
    await settle()
    queue.add("ann", slow.work("second"))
    await settle()
    assert slow.notes == ["first begins"]
    await slow.end("first")
    await slow.end("second")
    assert slow.notes == ["first begins", "first ends", "second begins", "second ends"]


async def test_work_of_another_key_does_not_wait(slow: Slow) -> None:
    queue = LatestQueue()
    queue.add("ann", slow.work("hers"))
    queue.add("ben", slow.work("his"))
    await settle()
    assert slow.notes == ["hers begins", "his begins"]
    for name in ("hers", "his"):
        await slow.end(name)


async def test_of_what_waits_only_the_newest_is_run(slow: Slow) -> None:
    queue = LatestQueue()
    for name in ("running", "overtaken", "newest"):
        queue.add("ann", slow.work(name))
        await settle()
    await slow.end("running")
    await slow.end("newest")
    assert slow.notes == ["running begins", "running ends", "newest begins", "newest ends"]


async def test_a_key_whose_work_has_ended_is_free_again(slow: Slow) -> None:
    queue = LatestQueue()
    for name in ("first", "second"):
        queue.add("ann", slow.work(name))
        await settle()
        await slow.end(name)
    assert slow.notes == ["first begins", "first ends", "second begins", "second ends"]


async def test_a_key_whose_work_has_failed_is_free_again(slow: Slow) -> None:
    async def fail() -> None:
        raise ValueError

    queue = LatestQueue()
    failing: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, problem: failing.append(problem))
    queue.add("ann", fail)
    await settle()
    queue.add("ann", slow.work("next"))
    await settle()
    assert slow.notes == ["next begins"]
    await slow.end("next")


async def test_a_stop_lets_what_is_running_finish(slow: Slow) -> None:
    queue = LatestQueue()
    queue.add("ann", slow.work("a page"))
    await settle()
    stop = asyncio.ensure_future(queue.close(PATIENCE))
    await settle()
    assert not stop.done()
    await slow.end("a page")
    await asyncio.wait_for(stop, PATIENCE)
    assert slow.notes == ["a page begins", "a page ends"]


async def test_a_stop_drops_what_waits(slow: Slow) -> None:
    queue = LatestQueue()
    for name in ("running", "waiting"):
        queue.add("ann", slow.work(name))
        await settle()
    stop = asyncio.ensure_future(queue.close(PATIENCE))
    await slow.end("running")
    await asyncio.wait_for(stop, PATIENCE)
    await settle()
    assert slow.notes == ["running begins", "running ends"]


async def test_a_stop_cancels_what_takes_too_long(slow: Slow) -> None:
    queue = LatestQueue()
    queue.add("ann", slow.work("endless"))
    await settle()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    async with asyncio.timeout(PATIENCE):
        await queue.close(0)
    assert all(task.done() for task in others)
    assert slow.notes == ["endless begins"]


async def test_after_a_stop_no_work_begins(slow: Slow) -> None:
    queue = LatestQueue()
    await queue.close()
    queue.add("ann", slow.work("late"))
    await settle()
    assert slow.notes == []


@pytest.fixture
def resequencer() -> Resequencer:
    """One whose patience no test outlasts."""
    return Resequencer(PATIENCE)


@pytest.fixture
def begin(slow: Slow) -> Begin:
    """Begins work that ends when a test lets it, and then notes whose result is let out."""

    def begin(resequencer: Resequencer, key: str, name: str) -> asyncio.Task[None]:
        work = slow.work(name)

        async def run() -> None:
            with resequencer.begun(key, name) as earlier_ended:
                await work()
                await earlier_ended()
                slow.notes.append(f"{name} is out")

        return asyncio.ensure_future(run())

    return begin


async def test_results_come_out_in_the_order_their_work_began(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    tasks = [begin(resequencer, "ann", name) for name in ("first", "second", "third")]
    await settle()
    for name in ("third", "second", "first"):
        await slow.end(name)
    await asyncio.gather(*tasks)
    assert slow.notes[-3:] == ["first is out", "second is out", "third is out"]


async def test_a_result_waits_only_for_work_that_began_before(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    tasks = [begin(resequencer, "ann", name) for name in ("first", "second")]
    await settle()
    await slow.end("first")
    assert slow.notes[-2:] == ["first ends", "first is out"]
    await slow.end("second")
    await asyncio.gather(*tasks)


async def test_a_result_does_not_wait_for_that_of_another_key(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    hers, his = begin(resequencer, "ann", "hers"), begin(resequencer, "ben", "his")
    await settle()
    await slow.end("his")
    assert slow.notes[-1] == "his is out"
    await slow.end("hers")
    await asyncio.gather(hers, his)


async def test_work_that_fails_holds_nobody_up(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    failing, following = (begin(resequencer, "ann", name) for name in ("failing", "following"))
    await settle()
    await slow.end("following")
    failing.cancel()
    await asyncio.wait_for(following, PATIENCE)
    assert slow.notes[-1] == "following is out"


async def test_work_that_fails_lets_nobody_pass_those_before_it(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    first, failing, third = (begin(resequencer, "ann", n) for n in ("first", "failing", "third"))
    await settle()
    failing.cancel()
    await slow.end("third")
    assert slow.notes[-1] == "third ends"
    await slow.end("first")
    await asyncio.wait_for(asyncio.gather(first, third), PATIENCE)
    assert slow.notes[-2:] == ["first is out", "third is out"]


async def test_a_result_waits_no_longer_than_it_is_told_to(slow: Slow, begin: Begin) -> None:
    hasty = Resequencer(0)
    endless, following = (begin(hasty, "ann", name) for name in ("endless", "following"))
    await settle()
    await slow.end("following")
    await asyncio.wait_for(following, PATIENCE)
    assert slow.notes[-1] == "following is out"
    await slow.end("endless")
    await endless


async def test_a_result_waits_for_work_that_was_expected_before_and_has_not_begun(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    resequencer.expect("ann", "first")
    second = begin(resequencer, "ann", "second")
    await settle()
    await slow.end("second")
    assert slow.notes[-1] == "second ends"
    first = begin(resequencer, "ann", "first")
    await settle()
    await slow.end("first")
    await asyncio.wait_for(asyncio.gather(first, second), PATIENCE)
    assert slow.notes[-2:] == ["first is out", "second is out"]


async def test_nobody_waits_for_work_that_was_expected_and_will_never_begin(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    resequencer.expect("ann", "first")
    second = begin(resequencer, "ann", "second")
    await settle()
    await slow.end("second")
    resequencer.leave("ann", "first")
    await asyncio.wait_for(second, PATIENCE)
    assert slow.notes[-1] == "second is out"


async def test_nothing_is_kept_of_keys_whose_work_has_ended(
    resequencer: Resequencer, slow: Slow, begin: Begin
) -> None:
    task = begin(resequencer, "ann", "a page")
    await settle()
    await slow.end("a page")
    await task
    assert resequencer._unfinished == {}  # noqa: SLF001 - the promise is about memory
