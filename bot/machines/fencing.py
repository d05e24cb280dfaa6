"""A database that lets only the holder of the lease write, however late the others wake."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from bot.errors import OutageError, StorageError
from bot.machines.lease import Lease
from bot.storage.database import Dialect, Row, Statement
from bot.storage.database.execution import Result
from bot.storage.database.postgres import PostgresDatabase
from handlers.protocols import FencedError

T = TypeVar("T")

AGAIN_SECONDS: Final = 0.2
LAST_SECONDS: Final = 1.0


class FencedDatabase:
    """Writes count only while nobody else has held the lease; else they raise FencedError.

    While the holder does not reach the server its calls are repeated: either they succeed, or the
    lease is lost. ``refused`` counts what was refused.
    """

    dialect: Dialect = "postgres"

    def __init__(self, database: PostgresDatabase, lease: Lease) -> None:
        self.refused = 0
        self._database = database
        self._lease = lease

    @property
    def name(self) -> str:
        """The database's."""
        return self._database.name

    @property
    def now(self) -> Callable[[], float]:
        """The database's own clock."""
        return self._database.now

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the lines of a result; reading is free to all."""
        return await self._persist(lambda: self._database.read(sql, *values))

    async def write(self, *statements: Statement) -> list[int]:
        """Carry out all statements or none; return how many lines each has changed."""
        return [changed for changed, _ in await self._fenced(*statements)]

    async def write_returning(self, sql: str, *values: object) -> list[Row]:
        """Carry out a statement that ends in RETURNING; return those lines."""
        [(_, lines)] = await self._fenced(Statement(sql, values))
        return lines

    async def used(self) -> int:
        """Return the bytes in use."""
        return await self._persist(self._database.used)

    def size(self) -> int:
        """Return the bytes on the server's disk."""
        return self._database.size()

    def room(self) -> float:
        """Return the bytes that are free there, as far as that is known."""
        return self._database.room()

    async def version(self) -> object:
        """Return something that is another after another process has written."""
        return await self._database.version()

    async def prove_writable(self) -> None:
        """Write something that changes nothing."""
        await self._database.prove_writable()

    async def scrub(self) -> None:
        """Take what was removed off the disk, as far as that can be hastened."""
        await self._persist(self._database.scrub)

    def drop_damaged(self, before: float = math.inf) -> None:
        """Do nothing: there is no file."""

    async def _persist(self, call: Callable[[], Awaitable[T]]) -> T:
        """What the call gives; whether a lost lease is another's by now only the server knows.

        Whatever went wrong without the lease is FencedError: who sent a message that is not on
        record has to know.
        """
        if not self._lease.epoch:
            return await call()
        while True:
            try:
                async with asyncio.timeout(max(LAST_SECONDS, self._lease.left)):
                    return await call()
            except (OutageError, TimeoutError):
                self._lease.check()
            except StorageError:
                self._lease.check()
                raise
            await asyncio.sleep(AGAIN_SECONDS)

    async def _fenced(self, *statements: Statement) -> list[Result]:
        fence = self._lease.fence
        results = await self._persist(lambda: self._database.write_if(fence, *statements))
        if results is None:
            self.refused += 1
            raise FencedError("another process answers for this bot")
        return results
