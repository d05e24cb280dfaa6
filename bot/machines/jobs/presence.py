"""Shows others that this process is alive, and takes care of what dead ones have left."""

from __future__ import annotations

import asyncio
import logging
from secrets import token_hex
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

from bot.errors import StorageError
from bot.machines.jobs.calls import write_error
from bot.machines.jobs.tables import CHANNEL
from bot.storage.database import Statement
from handlers.protocols import JobFailedError

if TYPE_CHECKING:
    from bot.storage.database.postgres import PostgresDatabase

logger = logging.getLogger(__name__)

BEAT_SECONDS: Final = 1.0
SILENT_SECONDS: Final = 5.0
"""After so long without a beat a process is dead to others, and the database to us."""
TRIES: Final = 2
"""So many workers may die, or lose a process, over a job."""


class Presence:
    """A beat each second, from entering the context until leaving it.

    ``takes`` is the version of the jobs that the process does; None where it asks for them.
    """

    def __init__(self, database: PostgresDatabase, takes: str | None = None) -> None:
        self.id = token_hex(8)
        self._database = database
        self._takes = takes
        self._seen = float("-inf")
        self._beating: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Be there; raises StorageError."""
        await self._beat()
        self._beating = asyncio.create_task(self._keep_beating())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Be gone, if the database can be told so."""
        if self._beating:
            self._beating.cancel()
        try:
            async with asyncio.timeout(BEAT_SECONDS):
                await self._database.write(Statement(_LEAVE, (self.id,)))
        except (StorageError, TimeoutError):
            logger.info("Postgres is not told that this process ends")

    @property
    def is_seen(self) -> bool:
        """Whether the database has been there lately."""
        return monotonic() - self._seen < SILENT_SECONDS

    async def _keep_beating(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            was_seen = self.is_seen
            try:
                await self._beat()
            except StorageError as problem:
                if was_seen and not self.is_seen:
                    logger.warning("jobs of other machines rest: %s", str(problem))
            else:
                if not was_seen:
                    logger.info("Postgres is back")

    async def _beat(self) -> None:
        begin = monotonic()
        given = self.id, self._takes, _STEADY_SECONDS, _GONE_SECONDS
        [row] = await self._database.write_returning(_BEAT, *given)
        self._seen = begin
        if row[0]:
            await self._clean_up()

    async def _clean_up(self) -> None:
        """Let others do what the dead did, and remove what the dead asked for."""
        crash = write_error(JobFailedError("crash"))
        [freed] = await self._database.write(Statement(_FREE, (crash, TRIES, SILENT_SECONDS)))
        await self._database.write(Statement(_DROP, (_GONE_SECONDS, _OLDEST_SECONDS)))
        await self._database.write(Statement(_BURY, (_GONE_SECONDS,)))
        if freed:
            logger.warning("%s jobs are left by workers that do not answer", freed)
            await self._database.notify(CHANNEL)


_STEADY_SECONDS: Final = 6.0
"""Who has just come, or come back, does not judge: after an outage all seem to be silent."""
_GONE_SECONDS: Final = 30.0
_OLDEST_SECONDS: Final = 3_600.0

_BEAT: Final = """
    INSERT INTO processes AS mine (id, takes, since, seen) VALUES (?1, ?2, now(), now())
    ON CONFLICT (id) DO UPDATE SET seen = now(), since = CASE
        WHEN mine.seen < now() - interval '3 s' THEN now() ELSE mine.since END
    RETURNING mine.since < now() - ?3 * interval '1 s' AND (
        EXISTS (SELECT FROM jobs)
        OR EXISTS (SELECT FROM processes WHERE seen < now() - ?4 * interval '1 s'))"""
"""Whether there may be something to clean up, and this process may judge of it."""

_LEAVE: Final = "DELETE FROM processes WHERE id = ?"

_FREE: Final = """
    UPDATE jobs SET worker = NULL, outcome = CASE WHEN tries >= ?2 THEN ?1::bytea END
    WHERE id IN (
        SELECT id FROM jobs
        WHERE worker IS NOT NULL AND outcome IS NULL AND worker NOT IN
            (SELECT id FROM processes WHERE seen > now() - ?3 * interval '1 s')
        FOR UPDATE SKIP LOCKED)"""

_DROP: Final = """
    DELETE FROM jobs WHERE id IN (
        SELECT id FROM jobs
        WHERE asked < now() - ?2 * interval '1 s' OR front NOT IN
            (SELECT id FROM processes WHERE seen > now() - ?1 * interval '1 s')
        FOR UPDATE SKIP LOCKED)"""

_BURY: Final = """
    DELETE FROM processes WHERE id IN (
        SELECT id FROM processes WHERE seen < now() - ? * interval '1 s'
        FOR UPDATE SKIP LOCKED)"""
