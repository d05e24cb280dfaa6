"""Jobs taken out of the queue and done in this machine's worker processes."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NoReturn

from bot.errors import StorageError
from bot.machines.jobs.calls import Calls, NoOutcomeError, write_error
from bot.machines.jobs.claims import Claims, Job, Room
from bot.machines.jobs.presence import TRIES, Presence
from bot.machines.jobs.tables import CHANNEL
from bot.work.workers import Workers
from handlers.fetching import FetchError
from handlers.protocols import JobFailedError
from summarizer import UnreadableError

if TYPE_CHECKING:
    from bot.storage.database.postgres import PostgresDatabase

logger = logging.getLogger(__name__)

LOOK_SECONDS: Final = 1.0
ENDING_SECONDS: Final = 7.0
"""So long running jobs may go on when the process is to end."""
GIVING_BACK_SECONDS: Final = 1.0


class Consumer:
    """Does the jobs of its version, as many at once as its workers have places."""

    def __init__(self, workers: Workers, calls: Calls, claims: Claims) -> None:
        self._workers = workers
        self._calls = calls
        self._claims = claims
        self._running: dict[asyncio.Task[None], Job] = {}
        self._wake = asyncio.Event()

    async def run(self, database: PostgresDatabase, presence: Presence) -> NoReturn:
        """Do jobs until cancelled; then end what can be ended soon, and give the rest back."""
        watching = asyncio.gather(self._listen(database), self._end_unwanted())
        try:
            while True:
                self._wake.clear()
                if presence.is_seen:
                    await self._fill()
                await self._wake.wait()
        finally:
            watching.cancel()
            await self._end()

    async def _listen(self, database: PostgresDatabase) -> None:
        """Wake when there is a job, and each second, since a word of that may be lost."""
        while True:
            await database.notified(CHANNEL, LOOK_SECONDS)
            self._wake.set()

    async def _end_unwanted(self) -> None:
        """End the jobs that nobody waits for any more, or that another does by now."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            running = dict(self._running)
            with suppress(StorageError):
                held = await self._claims.held() if running else set()
                for task, job in running.items():
                    if job.key not in held:
                        task.cancel()

    async def _fill(self) -> None:
        """Claim jobs while there are any, and places."""
        while self._workers.has_room(_NOBODY, quick=True):
            try:
                job = await self._claims.claim(self._room())
            except StorageError:  # the presence has told of it
                return
            if job is None:
                return
            task = asyncio.create_task(self._do(job))
            self._running[task] = job
            task.add_done_callback(self._free)
            await asyncio.sleep(0)  # it takes its place

    def _room(self) -> Room:
        has_room = self._workers.has_room
        people = {job.person for job in self._running.values()}
        return Room(
            has_room(_NOBODY),
            [one for one in people if not has_room(one, quick=True)],
            [one for one in people if not has_room(one)],
        )

    def _free(self, task: asyncio.Task[None]) -> None:
        del self._running[task]
        self._wake.set()

    async def _do(self, job: Job) -> None:
        try:
            outcome = await self._outcome(job)
        except JobFailedError as problem:
            if problem.reason == "crash" and job.tries < TRIES:
                await self._claims.give_back(job)
                return
            outcome = write_error(problem)
        await self._claims.finish(job, outcome)

    async def _outcome(self, job: Job) -> bytes:
        """Return what the job comes to; raises JobFailedError."""
        try:
            function, arguments = self._calls.read(job.call)
            person, quick = job.person, job.quick
            result = await self._workers.run(function, *arguments, person=person, quick=quick)
        except JobFailedError:
            raise
        except (UnreadableError, FetchError, NoOutcomeError) as error:
            return write_error(error)
        except Exception as error:
            logger.exception("%s failed, its front will see why", job.call.name)
            return write_error(error)
        return self._calls.write_result(job.call.name, result)

    async def _end(self) -> None:
        if self._running:
            await asyncio.wait(self._running, timeout=ENDING_SECONDS)
        for task in self._running:
            task.cancel()
        try:
            async with asyncio.timeout(GIVING_BACK_SECONDS):
                await self._claims.give_all_back()
        except (StorageError, TimeoutError):
            logger.info("Postgres is not told what is left: it finds out by itself")


_NOBODY: Final = object()
"""Somebody who has asked for nothing yet."""
