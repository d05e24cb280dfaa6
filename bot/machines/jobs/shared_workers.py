"""Workers that hand over to other machines what they have no place for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Hashable, Mapping
from contextlib import asynccontextmanager, suppress
from secrets import randbits
from typing import Any, TypeVar

from bot.errors import StorageError
from bot.machines.jobs.calls import Calls, NoOutcomeError
from bot.machines.jobs.functions import our_calls
from bot.machines.jobs.presence import Presence
from bot.machines.jobs.producer import Order, Producer, Ticket
from bot.machines.jobs.tables import JOBS, SCHEMA
from bot.storage.database import open_postgres
from bot.work.workers import Limits, Workers

T = TypeVar("T")


class SharedWorkers(Workers):
    """This machine's workers, and those of others for whatever finds no place here.

    A job waits in both queues: who has a place first does it. While the database is away all are
    done here.
    """

    def __init__(self, limits: Limits, producer: Producer, calls: Calls) -> None:
        super().__init__(limits)
        self._producer = producer
        self._calls = calls

    @property
    def is_sharing(self) -> bool:
        """Whether other machines can be asked just now."""
        return self._producer.is_open

    @property
    def shared(self) -> Mapping[str, int]:
        """Jobs offered to other machines: those waiting, those elsewhere by now."""
        return self._producer.states

    async def run(
        self,
        job: Callable[..., T],
        *args: object,
        person: Hashable | None = None,
        quick: bool = False,
    ) -> T:
        """Return ``job(*args)`` of this machine or another, or raise what it raises there."""
        person = _stranger() if person is None else person
        order = self._order(job, args, person, quick=quick)
        if order:
            with suppress(NoOutcomeError, StorageError):
                return await self._shared(order, job, args)
        return await super().run(job, *args, person=person, quick=quick)

    def _order(
        self, job: Callable[..., T], args: tuple[object, ...], person: Hashable, *, quick: bool
    ) -> Order | None:
        """What is put into the queue; None where the job has a place, or can be done only here."""
        if not self.is_sharing or self.has_room(person, quick=quick):
            return None
        call = self._calls.write(job, args)
        return Order(call, person, quick) if call and isinstance(person, int) else None

    async def _shared(self, order: Order, job: Callable[..., T], args: tuple[object, ...]) -> T:
        """What comes of it, here or elsewhere; raises StorageError and NoOutcomeError too."""
        async with self._producer.put(order) as ticket:
            own = asyncio.ensure_future(self._in_turn(ticket, order, job, args))
            ticket.taken.add_done_callback(lambda _: own.cancel())
            try:
                both: tuple[asyncio.Future[Any], ...] = own, ticket.outcome
                await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
                if own.done() and not own.cancelled():
                    return own.result()
                return await self._elsewhere(job, ticket)
            finally:
                own.cancel()
                await asyncio.gather(own, return_exceptions=True)

    async def _in_turn(
        self, ticket: Ticket, order: Order, job: Callable[..., T], args: tuple[object, ...]
    ) -> T:
        """Do it here when there is a place, unless another machine has it by then."""
        async with self._turn(order.person, quick=order.quick):
            try:
                is_ours = await self._producer.withdraw(ticket)
            except StorageError:
                is_ours = True
            if is_ours:
                return await self._run(job, args)
        return await self._elsewhere(job, ticket)

    async def _elsewhere(self, job: Callable[..., T], ticket: Ticket) -> T:
        """What it came to on another machine."""
        outcome = await asyncio.shield(ticket.outcome)  # two wait for it
        result: T = self._calls.read_outcome(job.__name__, outcome)
        return result


@asynccontextmanager
async def shared_workers(
    limits: Limits, url: str, calls: Calls | None = None
) -> AsyncIterator[SharedWorkers]:
    """Workers that share their jobs by the Postgres at the address, until the context ends.

    Raises:
        StorageError: the database cannot be used.
        WorkersError: the processes cannot be started.
    """
    calls = calls or our_calls()
    async with (
        open_postgres(url, SCHEMA, (JOBS,)) as database,
        Presence(database) as presence,
        Producer(database, presence, calls.version) as producer,
        SharedWorkers(limits, producer, calls) as workers,
    ):
        yield workers


def _stranger() -> int:
    """Somebody who has asked for nothing else."""
    return -randbits(62)
