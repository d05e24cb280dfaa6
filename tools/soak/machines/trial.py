"""What failures are done to, and the people who write meanwhile."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from itertools import count
from math import inf
from pathlib import Path
from time import monotonic
from typing import Final

from psycopg import AsyncConnection

from bot.local.telegram import Telegram
from bot.local.world.chats import Chat
from bot.local.world.state import BOT_ID
from bot.storage.inbox import inbox_path
from tests.bot.process import PROGRAM
from tests.postgres import Server
from tools.soak.machines.answers import answered_in, shown_in
from tools.soak.machines.balancer import Balancer
from tools.soak.machines.fleet import Machine
from tools.soak.machines.people import Somebody
from tools.soak.machines.proxy import Proxy
from tools.soak.machines.record import Asked, Failure, Record

PEOPLE: Final = 5
HOPE_SECONDS: Final = 60.0
"""So long after the last message to anybody there is hope for those who wait."""
LOOK_SECONDS: Final = 0.2
START_SECONDS: Final = 120.0
CATCH_UP_SECONDS: Final = 60.0
STILL_SECONDS: Final = 3.0
"""Then doubles are removed."""
WORK: Final = (*PROGRAM, "work")
_UNRECORDED: Final = "SELECT answer FROM"
_OPEN: Final = "WHERE message IS NULL"


@dataclass(slots=True)
class Trial:
    """What a failure can be done to, and the record of what came of it.

    ``remarks`` are figures for the table that the record does not hold.
    """

    telegram: Telegram
    machines: Mapping[str, Machine]
    proxies: Mapping[str, Proxy]
    postgres: Server | None
    database: str
    balancer: Balancer
    record: Record
    rng: random.Random
    numbers: Iterator[int] = field(default_factory=count)
    remarks: list[str] = field(default_factory=list)

    @property
    def front(self) -> Machine:
        """The machine that last spoke to people."""
        return self.machines[self.record.taken[-1].machine]

    @property
    def workers(self) -> list[Machine]:
        """The machines that only work."""
        return [one for one in self.machines.values() if one.arguments == WORK]

    @property
    def receivers(self) -> list[Machine]:
        """The machines that may be the front."""
        return [one for one in self.machines.values() if one.arguments != WORK]

    def begin(self) -> None:
        """Forget what was recorded."""
        record = self.record
        for lines in (record.asked, record.taken, record.failures, self.remarks):
            lines.clear()

    @asynccontextmanager
    async def people(self) -> AsyncIterator[None]:
        """So many people at a time who write until the block ends, all of them new."""
        group, late = self.telegram.group(f"Group {next(self.numbers)}"), asyncio.Event()
        tasks = [asyncio.ensure_future(self._visits(group, late)) for _ in range(PEOPLE)]
        try:
            yield
        finally:
            late.set()
            await asyncio.gather(*tasks)

    async def until_answered(self) -> None:
        """Wait as long as there is hope, then for what is still to be removed."""
        while self._anybody_waits() and monotonic() - self.record.latest < HOPE_SECONDS:  # noqa: ASYNC110
            await asyncio.sleep(1)
        await asyncio.sleep(STILL_SECONDS)

    async def burst(self, count: int) -> float:
        """Let so many new people write at once; return the seconds until all of it is taken."""
        at = monotonic()
        for number in range(count):
            person = self.telegram.person(f"One of many {number}")
            chat, message = person.private.id, person.says("/help")
            self.record.asked.append(Asked("line", chat, chat, at, message["message_id"]))
        await asyncio.sleep(0)  # the balancer begins
        while self.balancer.waiting or len(self.telegram.world.updates):  # noqa: ASYNC110
            await asyncio.sleep(LOOK_SECONDS)
        return monotonic() - at

    async def until_spoken(self, seconds: float) -> None:
        """Wait for a message to people after the latest failure, so long at most."""
        since = max((failure.at for failure in self.record.failures), default=0.0)
        await self.telegram.world.changes.wait_for(lambda: self._spoke(since), seconds)

    async def note(self, machine: Machine | None, *, is_kill: bool = False) -> None:
        """Record a failure of this moment, or the return of the database."""
        name, at = machine.name if machine else "", monotonic()
        unrecorded = await self._unrecorded() if is_kill else ()
        self.record.failures.append(Failure(name, at, is_kill, frozenset(unrecorded)))

    async def until_ready(self) -> None:
        """Wait until all processes that may become the front have started, but not for ever."""
        late = monotonic() + START_SECONDS
        for machine in self.receivers if self.postgres else ():
            while not machine.has_written("stands by") and monotonic() < late:  # noqa: ASYNC110
                await asyncio.sleep(LOOK_SECONDS)
        if monotonic() >= late:
            self.remarks.append(f"not all had started after {START_SECONDS:.0f} s")

    async def _unrecorded(self) -> list[str]:
        """The answers that were about to be sent, and perhaps were."""
        if self.postgres is None:
            [machine] = self.receivers
            path = inbox_path(Path(machine.environment["DATABASE_PATH"]))
            with closing(sqlite3.connect(path)) as inbox:
                return [key for (key,) in inbox.execute(f"{_UNRECORDED} answers {_OPEN}")]
        async with await AsyncConnection.connect(self.database) as server:
            cursor = await server.execute(f"{_UNRECORDED} bot_{BOT_ID}.answers {_OPEN}".encode())
            return [key for (key,) in await cursor.fetchall()]

    async def until_caught_up(self) -> None:
        """Wait until all is answered that was asked before the latest failure, but not for ever."""
        since = max((failure.at for failure in self.record.failures), default=0.0)
        late = monotonic() + CATCH_UP_SECONDS
        while self._anybody_waits(since) and monotonic() < late:  # noqa: ASYNC110
            await asyncio.sleep(1)

    def next_to_restart(self) -> Machine:
        """One machine after another."""
        machines = [*self.machines.values()]
        return machines[len(self.record.failures) % len(machines)]

    def _spoke(self, since: float) -> bool:
        return any(call.verb == "send" and call.came > since for call in self.record.taken[-50:])

    def _anybody_waits(self, since: float = inf) -> bool:
        answered = answered_in(self.record, shown_in(self.record))
        return any(one.is_lost for one in answered if one.asked.at < since)

    async def _visits(self, group: Chat, late: asyncio.Event) -> None:
        """One person after another."""
        while not late.is_set():
            number, rng = next(self.numbers), random.Random(self.rng.random())
            person = self.telegram.person(f"Person {number}")
            group.members[person.user["id"]] = "member"
            await Somebody(person, self.record, rng, group, self.numbers, late).live()
