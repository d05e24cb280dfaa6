"""Updates made durable before they are acknowledged, and answers that are never given twice.

An update is, in this order:

    arrived    on disk and in the queue; only then Telegram is told that it came
    done       answered: its text is gone, its id stays for two days, so that a second delivery
               of the same update is known; of a paste that may still grow, the text stays until
               nothing has come for it for two minutes

An answer has a key that the same updates always give, and is:

    sending    recorded before the request that sends it
    sent       recorded with the id of its message, in one step with its updates being done

The death of the process at any instant loses nothing. A loss of power may take the last seconds:
to wait for the disk each time would cost a message more than all the rest.

After a crash every update that is not done comes again, in order. Its handler asks ``sending``
again: given a message id it edits that message, given None it sends. An answer is repeated only
when the process died, or the connection broke, between Telegram's acceptance and ``sent``.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from telegram import Bot, Update
from telegram.error import NetworkError

from bot.storage import inbox_sql as sql
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.clock import steady_clock
from bot.storage.database import Database, Format, SqliteDatabase, Statement
from bot.telegram.arrival import Arrival, arrival, as_arrival
from bot.telegram.tolerant import UNREADABLE

logger = logging.getLogger(__name__)


class Inbox(asyncio.Queue[object]):
    """The queue between python-telegram-bot's updater and its application.

    ``keep`` says which updates are addressed to the bot: no other ever reaches the disk. With
    ``capacity`` updates that are not done, ``put`` waits, and so does Telegram.
    """

    def __init__(
        self,
        database: Database,
        keep: Callable[[Update], bool],
        capacity: int,
        clock: Callable[[], float],
    ) -> None:
        super().__init__()
        self.database = database
        self._keep = keep
        self._capacity = capacity
        self._clock = clock
        self._open: dict[int, float] = {}
        self._room = asyncio.Condition()
        self._later: set[int] = set()
        self._is_later = asyncio.Event()
        self._bot: Bot | None = None
        self._tables = BestEffortDatabase(database, "an answer may be repeated after a restart")
        self._new = BestEffortDatabase(database, "updates cannot be written, Telegram keeps them")

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        path: Path,
        keep: Callable[[Update], bool],
        *,
        capacity: int = 1_000,
        megabytes: int = 100,
        clock: Callable[[], float] | None = None,
    ) -> AsyncIterator[Inbox]:
        """Give the inbox for the time of the context; StorageError when it cannot be used."""
        async with SqliteDatabase.open(path, Format(sql.SCHEMA, megabytes)) as database:
            yield cls(database, keep, capacity, clock or await steady_clock(database, sql.LATEST))

    @property
    def depth(self) -> int:
        """How many updates are not done."""
        return len(self._open)

    @property
    def oldest_seconds(self) -> float:
        """How long ago the oldest update came that is not done; 0.0 where there is none."""
        return max(0.0, self._clock() - min(self._open.values())) if self._open else 0.0

    async def put(self, item: object) -> None:
        """Queue an update after it was written; one that came before is left out.

        Raises:
            NetworkError: it could not be written; any other error would end polling in silence.
        """
        came = as_arrival(item)
        if came is None or not self._keep(came.update):
            await super().put(came.update if came else item)
        elif came.update.update_id not in self._open:
            await self._enter(came)

    async def replay(self, bot: Bot) -> int:
        """Queue what was not done when the process ended, in order; return how many."""
        self._bot = bot
        await self._tables.write(Statement(sql.COUNT_TRY))
        for row in await self._tables.read(sql.SELECT_OPEN):
            await self._take(*row)
        return self.qsize()

    async def held(self, bot: Bot) -> list[Update]:
        """Return the parts of pastes that were answered just before the process ended."""
        self._bot = bot
        rows = await self._tables.read(sql.SELECT_HELD)
        return [update for row in rows if (update := await self._read(*row))]

    async def sending(self, answer: str) -> int | None:
        """Record that an answer is about to be sent; return its message if it was sent before."""
        rows = await self._tables.write_returning(sql.SENDING, answer, self._clock())
        message, times = rows[0] if rows else (None, 1)
        if message is None and times > 1:
            logger.warning("it is not known whether an answer arrived: it may be repeated")
        return None if message is None else int(message)

    async def sent(self, answer: str, message: int, *updates: int) -> None:
        """Record the id of the answer's message, and that these updates are done with it."""
        await self._finish(updates, Statement(sql.SENT, (answer, message, self._clock())))

    async def recorded(self, answer: str) -> int | None:
        """Return the id of the answer's message as it is on record; None where none is."""
        [(message,)] = await self._tables.read(sql.RECORDED, answer) or [(None,)]
        return message and int(message)

    async def done(self, *updates: int) -> None:
        """Record that these updates need no further answer; most were answered, or never kept."""
        if not self._open.keys().isdisjoint(updates):
            await self._finish(updates)

    async def hold(self, answer: str, *updates: int) -> None:
        """Keep what these updates say after they are done: the paste they make may still grow."""
        await self._tables.write(*(Statement(sql.HOLD, (answer, one)) for one in updates))

    async def retry_later(self, *updates: int) -> None:
        """Leave these updates for the next call of ``requeue``: nobody could be answered now."""
        self._later.update(updates)
        self._is_later.set()

    async def left_for_later(self) -> None:
        """Wait until there is something for ``requeue``."""
        await self._is_later.wait()

    async def requeue(self) -> None:
        """Queue what was left for later, and is not done since."""
        later = frozenset(self._later)
        self._later.clear()
        self._is_later.clear()
        for number, text, *_ in await self._tables.read(sql.SELECT_OPEN) if later else []:
            if number in later and (update := await self._read(number, text)):
                self.put_nowait(update)

    async def sweep(self) -> None:
        """Queue what other processes write, where there are others."""

    async def forget(self, chat: int) -> None:
        """Take the words of what is done of the chat off the disk: no other's paste is touched."""
        await self._tables.write(Statement(sql.FORGET, (f"{chat}:%",)))
        await self._tables.scrub()

    async def expire(self, held: float = 0.0) -> None:
        """Remove what is two days old, and the words of what was done ``held`` seconds ago."""
        before = self._clock() - _SECONDS_KEPT
        given_up = await self._tables.read(sql.SELECT_OLD, before)
        await self._tables.write(
            Statement(sql.LET_GO, (self._clock() - held,)),
            Statement("DELETE FROM updates WHERE at <= ?", (before,)),
            Statement("DELETE FROM answers WHERE at <= ?", (before,)),
        )
        await self._leave(*(number for (number,) in given_up))
        await self._tables.scrub()
        self.database.drop_damaged(before)

    def clear(self) -> None:
        """Take out of memory what waits: it is on disk, and comes again at the next start."""
        while not self.empty():
            self.get_nowait()
            self.task_done()

    async def _enter(self, came: Arrival) -> None:
        """Write and queue an update, as soon as there is room for one more."""
        number, written = came.update.update_id, list[int]()
        async with self._room:
            await self._room.wait_for(lambda: len(self._open) < self._capacity)
            self._open[number] = self._clock()
        try:
            row = (number, came.text, self._clock())
            written = await self._new.write(Statement(sql.INSERT, row))
        finally:
            if not any(written):
                await self._leave(number)
        if not written:
            raise NetworkError("the inbox cannot be written")
        if any(written):
            await super().put(came.update)

    async def _take(self, number: int, text: str, tries: int, at: float) -> None:
        """Queue an update that is open on disk, unless it has ended the process too often."""
        self._open[number] = at
        if tries > _TRIES:
            logger.error("update %s never came to an end: given up", number)
            await self.done(number)
        elif update := await self._read(number, text):
            self.put_nowait(update)

    async def _read(self, number: int, text: str) -> Update | None:
        """The update as it was written; where that cannot be read any more, it is given up."""
        with suppress(*UNREADABLE):
            return arrival(text.encode(), self._bot).update
        logger.error("update %s cannot be read any more: given up", number)
        await self.done(number)
        return None

    async def _finish(self, updates: tuple[int, ...], *records: Statement) -> None:
        """Record, and forget what the updates said: with none open the files hold no word."""
        marks = [Statement(sql.DONE, (self._clock(), number)) for number in updates]
        await self._tables.write(*records, *marks)
        await self._leave(*updates)
        if updates and not self._open:
            await self._tables.scrub()

    async def _leave(self, *updates: int) -> None:
        """Give the place of these updates to those that wait."""
        async with self._room:
            for number in updates:
                self._open.pop(number, None)
            self._room.notify_all()


def inbox_path(database: Path) -> Path:
    """Return where the inbox lies: apart, so that a full or damaged cache stops nothing."""
    return database.with_name(f"{database.stem}.inbox{database.suffix}")


_SECONDS_KEPT: Final = 2 * 86_400  # Telegram gives up an update after one day
_TRIES: Final = 30  # an update that ends the process each time must not do so for ever
