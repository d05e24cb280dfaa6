"""The lease that one process of a bot holds at a time, as long as it renews it.

Each holding has an epoch, which is greater than all before. The lease ends by the database's clock
for those that wait for it, and by this host's for the holder: that one counts from before it asked,
so it ends no later here than there.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from telegram.error import NetworkError

from bot.errors import LeaseLostError, StorageError
from bot.storage.database import Database, Statement
from handlers.protocols import FencedError

logger = logging.getLogger(__name__)

LEASE_SECONDS: Final = 5.0
RENEWAL_SECONDS: Final = 1.0
QUIET_SECONDS: Final = 2.0
"""So long before its end nothing is sent: with the next front's first second of silence that makes
three, in which a chat may have three messages, and nobody knows what a front sent that was cut off.
"""


def boot_clock() -> float:
    """Return seconds since the boot; those count in which the machine slept, where it can tell."""
    number = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if number is None else time.clock_gettime(number)


class Lease:
    """One process's view of the lease; ``holder`` is what an operator knows the process by.

    ``epoch`` is 0 until it has been held. Once lost it is not held again.
    """

    def __init__(
        self, database: Database, holder: str, clock: Callable[[], float] = boot_clock
    ) -> None:
        self.epoch = 0
        self._database = database
        self._holder = holder
        self._clock = clock
        self._renewed = self._until = float("-inf")

    @property
    def is_held(self) -> bool:
        """Whether it is certain that no other process holds the lease."""
        return self.left > 0

    @property
    def left(self) -> float:
        """For how many seconds more, unless it is renewed."""
        return max(0.0, self._until - self._clock())

    @property
    def age(self) -> float:
        """How many seconds ago it was last renewed."""
        return self._clock() - self._renewed

    @property
    def fence(self) -> Statement:
        """What gives a line as long as nobody has held the lease since, and keeps it so."""
        return Statement(_FENCE, (self.epoch,))

    @property
    def lost(self) -> LeaseLostError:
        """What says that it is over."""
        return LeaseLostError(f"epoch {self.epoch} of this process is over: another answers now")

    def check(self) -> None:
        """Do nothing while it is held; raises FencedError."""
        if not self.is_held:
            raise FencedError("another process answers for this bot, or may do so")

    def check_send(self) -> None:
        """Do nothing while something may be sent; raises FencedError, or NetworkError: later."""
        self.check()
        if self.left < QUIET_SECONDS:
            raise NetworkError("the lease was not renewed for a while")

    async def acquire(self) -> bool:
        """Take the lease where nobody holds it; whether it is this process's now."""
        asked = self._clock()
        rows = await self._database.write_returning(_ACQUIRE, self._holder, LEASE_SECONDS)
        if rows:
            [(self.epoch,)] = rows
            self._hold_from(asked)
        return bool(rows)

    async def renew(self, database: Database | None = None) -> bool:
        """Hold it for longer; whether it was still this process's.

        ``database`` is another way to the same tables, for a loop of its own.
        """
        asked = self._clock()
        renewal = Statement(_RENEW, (LEASE_SECONDS, self.epoch))
        [is_ours] = await (database or self._database).write(renewal)
        if is_ours and self.is_held:
            self._hold_from(asked)
        elif not is_ours:
            self._until = float("-inf")
        return self.is_held

    async def release(self) -> None:
        """Let another take it at once."""
        self._until = float("-inf")
        await self._database.write(Statement(_RELEASE, (self.epoch,)))

    async def keep(
        self, database: Database | None = None, is_wanted: Callable[[], bool] = lambda: True
    ) -> None:
        """Renew it each second for as long as that can be, and it ``is_wanted``.

        Raises:
            LeaseLostError: another process has it, or the database was out of reach for too long.
        """
        while self.is_held:
            await asyncio.sleep(RENEWAL_SECONDS)
            if not is_wanted():
                return
            with suppress(StorageError, TimeoutError):
                async with asyncio.timeout(LEASE_SECONDS - RENEWAL_SECONDS):
                    await self.renew(database)
        raise self.lost

    def _hold_from(self, asked: float) -> None:
        self._renewed, self._until = asked, asked + LEASE_SECONDS


_ACQUIRE: Final = """
    INSERT INTO lease AS held (name, holder, epoch, until)
    VALUES ('front', ?1, 1, clock_timestamp() + make_interval(secs => ?2))
    ON CONFLICT (name) DO UPDATE
    SET holder = excluded.holder, epoch = held.epoch + 1, until = excluded.until
    WHERE held.until <= clock_timestamp() RETURNING epoch"""
_RENEW: Final = """
    UPDATE lease SET until = clock_timestamp() + make_interval(secs => ?1)
    WHERE epoch = ?2 AND until <> '-infinity'"""  # released, it stays so
_RELEASE: Final = "UPDATE lease SET until = '-infinity' WHERE epoch = ?"
_FENCE: Final = "SELECT 1 FROM lease WHERE name = 'front' AND epoch = ? FOR KEY SHARE"
"""Whoever takes the lease waits for those that have seen this line; a renewal waits for nobody."""
