"""Jobs as a worker claims them in the queue, finishes them, or gives them back."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.errors import OutageError, StorageError
from bot.machines.jobs.calls import Call, NoOutcomeError, write_error
from bot.machines.jobs.presence import Presence
from bot.machines.jobs.tables import CHANNEL
from bot.storage.database import Statement

if TYPE_CHECKING:
    from bot.storage.database.postgres import PostgresDatabase

logger = logging.getLogger(__name__)

AGAIN_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Job:
    """A job that this process has claimed, as the ``tries``-th that did."""

    key: str
    front: str
    person: int
    quick: bool
    tries: int
    call: Call


@dataclass(frozen=True, slots=True)
class Room:
    """What a worker has places for: ``long`` jobs too, or quick ones alone.

    ``full`` are people who hold all the places that they may, ``full_of_long`` those for long jobs.
    """

    long: bool
    full: Collection[int]
    full_of_long: Collection[int]


class Claims:
    """The claims of one worker."""

    def __init__(self, database: PostgresDatabase, presence: Presence, version: str) -> None:
        self._database = database
        self._presence = presence
        self._version = version

    async def claim(self, room: Room) -> Job | None:
        """Return the job whose turn it is among those there is room for; raises StorageError."""
        given = self._presence.id, self._version, room.long
        people = list(room.full), list(room.full_of_long)
        rows = await self._database.write_returning(_CLAIM, *given, *people)
        for key, front, person, quick, tries, name, arguments in rows:
            return Job(key, front, person, quick, tries, Call(name, arguments))
        return None

    async def held(self) -> set[str]:
        """Return the keys of the jobs that are still this worker's; raises StorageError."""
        return {key for (key,) in await self._database.read(_HELD, self._presence.id)}

    async def finish(self, job: Job, outcome: bytes) -> None:
        """Let the front have the outcome, as soon as the database is there."""
        try:
            await self._tell(Statement(_FINISH, (outcome, job.key, self._presence.id)), job.front)
        except StorageError as problem:  # it is too long, for example: the front does it itself
            logger.warning("what came of %s is not kept: %s", job.call.name, str(problem))
            nothing = write_error(NoOutcomeError())
            await self._tell(Statement(_FINISH, (nothing, job.key, self._presence.id)), job.front)

    async def give_back(self, job: Job) -> None:
        """Let another worker try the job, as soon as the database is there."""
        await self._tell(Statement(_RETRY, (job.key, self._presence.id)), CHANNEL)

    async def give_all_back(self) -> None:
        """Let others do all that is claimed, as if it had never been; raises StorageError."""
        await self._database.write(Statement(_RELEASE, (self._presence.id,)))
        await self._database.notify(CHANNEL)

    async def _tell(self, statement: Statement, channel: str) -> None:
        while True:
            try:
                await self._database.write(statement)
                await self._database.notify(channel)
            except OutageError:
                await asyncio.sleep(AGAIN_SECONDS)
            else:
                return


_CLAIM: Final = """
    UPDATE jobs SET worker = ?1, tries = tries + 1
    WHERE id = (
        SELECT id FROM jobs
        WHERE worker IS NULL AND outcome IS NULL AND version = ?2
            AND person <> ALL(?4::bigint[])
            AND (quick OR (?3 AND person <> ALL(?5::bigint[])))
        ORDER BY turn, asked LIMIT 1
        FOR UPDATE SKIP LOCKED)
    RETURNING id, front, person, quick, tries, name, arguments"""

_HELD: Final = "SELECT id FROM jobs WHERE worker = ?"

_FINISH: Final = """
    UPDATE jobs SET outcome = ?, arguments = '', size = 0
    WHERE id = ? AND worker = ? AND outcome IS NULL"""

_RETRY: Final = "UPDATE jobs SET worker = NULL WHERE id = ? AND worker = ? AND outcome IS NULL"

_RELEASE: Final = """
    UPDATE jobs SET worker = NULL, tries = tries - 1 WHERE worker = ? AND outcome IS NULL"""
