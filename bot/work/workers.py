"""CPU work in processes with limits of time and memory."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import resource
from collections import Counter
from collections.abc import AsyncIterator, Callable, Hashable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any, Final, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.errors import WorkersError
from bot.work.fair_queue import FairQueue
from bot.work.pace import Pace
from handlers.protocols import FailureReason, JobFailedError

logger = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What jobs may take: each ``seconds`` and ``megabytes``, all together ``processes``.

    A process is replaced after ``jobs`` jobs; ``quick`` more are for jobs of a second alone.
    """

    processes: int = 2
    seconds: float = 20
    megabytes: int = 512
    jobs: int = 200
    quick: int = 0


class Workers:
    """The worker processes, from entering the context until leaving it.

    However many jobs there are, they wait, in a queue in which the people who asked for them take
    turns. One person's jobs leave a process to others, where there are two; long ones of however
    many people leave those for quick ones. ``restarts`` counts why processes were started anew.
    """

    def __init__(self, limits: Limits) -> None:
        self.restarts: Counter[str] = Counter()
        self._limits = limits
        self._pace = Pace()
        self._queue = FairQueue(limits.processes + limits.quick)
        self._long = FairQueue(limits.processes)
        self._renewal = asyncio.Lock()
        self._running: set[Future[Any]] = set()
        self._pool = _make_pool(limits)
        self._is_open = True
        self._ended = float("-inf")

    async def __aenter__(self) -> Self:
        """Start the processes, so that nobody waits for what they load.

        Raises:
            WorkersError: they cannot be started.
        """
        self._pace.begin()
        try:
            await _start(self._pool)
        except BrokenProcessPool:
            self._pace.close()
            await asyncio.to_thread(_stop, self._pool)
            raise WorkersError(_NOT_STARTED) from None
        finally:
            self._pace.end()
        return self

    async def __aexit__(self, *_: object) -> None:
        """End all processes; callers that still wait are cancelled."""
        self._is_open = False
        self._pace.close()
        for future in self._running:
            future.cancel()
        async with self._renewal:  # else a pool that is being made anew would outlive this
            await asyncio.to_thread(_stop, self._pool)

    async def run(
        self,
        job: Callable[..., T],
        *args: object,
        person: Hashable | None = None,
        quick: bool = False,
    ) -> T:
        """Return ``job(*args)``, or raise what it raises, or JobFailedError.

        ``person`` asked for it; a job without one waits as somebody's only job. ``quick``: it takes
        a second at most. When the caller is cancelled the job is ended too.
        """
        async with self._turn(object() if person is None else person, quick=quick):
            return await self._run(job, args)

    def has_room(self, person: Hashable, *, quick: bool = False) -> bool:
        """Whether a job of this person's would begin at once."""
        return self._queue.has_room(person) and (quick or self._long.has_room(person))

    async def answer(self, seconds: float) -> bool:
        """Whether a process does a small job within so many seconds, or has just ended another."""
        try:
            async with asyncio.timeout(seconds):
                pool = await self._whole_pool()
                await outcome(pool, _scheduled(pool, os.getpid, (), None))
        except TimeoutError:
            return monotonic() - self._ended < seconds
        except (ProcessExpired, BrokenProcessPool):
            return False
        return True

    def limit(self, seconds: float) -> None:
        """Give the jobs that begin from now on so many seconds each."""
        self._limits = replace(self._limits, seconds=seconds)

    def before(self, person: Hashable) -> int:
        """Return how many people have a job begun before this one's next."""
        return self._queue.before(person) or self._long.before(person)

    @asynccontextmanager
    async def _turn(self, person: Hashable, *, quick: bool) -> AsyncIterator[None]:
        async with nullcontext() if quick else self._long.turn(person), self._queue.turn(person):
            yield

    async def _run(self, job: Callable[..., T], args: tuple[object, ...]) -> T:
        self._pace.begin()
        try:
            return await self._outcome(job, args)
        except TimeoutError:
            raise self._failed("timeout", job) from None
        except MemoryError:
            raise self._failed("memory", job) from None
        except (ProcessExpired, BrokenProcessPool):
            raise self._failed("crash", job) from None
        finally:
            self._pace.end()

    async def _outcome(self, job: Callable[..., T], args: tuple[object, ...]) -> T:
        pool = await self._whole_pool()
        future = _scheduled(pool, job, args, self._limits.seconds)
        self._running.add(future)
        try:
            return await outcome(pool, future)
        finally:
            self._running.discard(future)
            self._ended = monotonic()

    def _failed(self, reason: FailureReason, job: Callable[..., object]) -> JobFailedError:
        logger.warning("%s was ended: %s", job.__name__, reason)
        if reason != "memory":  # its process lives on
            self.restarts[reason] += 1
        return JobFailedError(reason)

    async def _whole_pool(self) -> ProcessPool:
        """Return the pool; one that lost an idle process is broken and made anew."""
        async with self._renewal:
            if not self._is_open:
                raise asyncio.CancelledError
            if not self._pool.active:
                logger.warning("the worker processes are started anew")
                self.restarts["broken"] += 1
                await asyncio.to_thread(_stop, self._pool)
                self._pool = _make_pool(self._limits)
                await _start(self._pool)
            return self._pool


async def outcome(pool: ProcessPool, future: Future[T]) -> T:
    """Wait for what a scheduled job gives.

    A pool that breaks in the moment it is handed a job forgets that job, its time limit too: so
    the pool is looked at as well.

    Raises:
        BrokenProcessPool: the pool is no more.
    """
    answer = asyncio.wrap_future(future)
    try:
        while not answer.done():
            await asyncio.wait([answer], timeout=_LOOK_SECONDS)
            if not pool.active and not future.done():
                raise BrokenProcessPool
        return await answer
    finally:
        answer.cancel()


def prepare(megabytes: int) -> None:
    """Make this process ready for jobs: mute, since what libraries say of a file quotes it."""
    logging.disable()
    limit_memory(megabytes)


def limit_memory(megabytes: int) -> None:
    """Let this process take that much on top of the address space it has (Linux only).

    What numpy maps when it is loaded is already in it.
    """
    statm = Path("/proc/self/statm")
    if statm.exists():
        taken = int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (taken + megabytes * 2**20, hard))


def _make_pool(limits: Limits) -> ProcessPool:
    """Return a pool whose processes will be copies of one that has loaded all that jobs need."""
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    context.set_forkserver_preload([_PRELOAD, __name__])
    processes, given = limits.processes + limits.quick, (limits.megabytes,)
    return ProcessPool(processes, limits.jobs, prepare, given, context=context)


def _scheduled(
    pool: ProcessPool, job: Callable[..., T], args: tuple[object, ...], seconds: float | None
) -> Future[T]:
    try:
        future: Future[T] = pool.schedule(job, args, timeout=seconds)
    except RuntimeError as error:  # what pebble says of a pool that is broken already
        raise BrokenProcessPool from error
    return future


async def _start(pool: ProcessPool) -> None:
    """Return when the first process is there; what all of them share takes a second to load."""
    await outcome(pool, await asyncio.to_thread(_scheduled, pool, os.getpid, (), None))


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it without a result type
    pool.join()


_NOT_STARTED: Final = (
    "the worker processes cannot be started: is there memory for as many as WORKERS says?"
)
_PRELOAD: Final = "bot.work.preload"
_LOOK_SECONDS: Final = 0.5
