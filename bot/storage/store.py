"""The cache: pages, digests, and what the bot's replies in each chat show."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from bot.storage import store_sql as sql
from bot.storage.bans import Bans
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.catalogue import Catalogue
from bot.storage.catalogue_sql import OPTIMIZE
from bot.storage.chat_settings import ChatSettingsTable
from bot.storage.clock import steady_clock
from bot.storage.database import Database, Format, Row, SqliteDatabase, Statement
from handlers.protocols import Reply, Sender
from summarizer.model import Digest, Page

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how much is kept.

    ``disk`` is the free space in megabytes below which nothing new is kept: the inbox needs it.
    """

    days: int = 30
    megabytes: int = 200
    disk: int = 64


class Store:
    """The Cache that handlers ask for: a storage error is a miss, and is logged once.

    ``bounds`` may be replaced at any time.
    """

    def __init__(self, database: Database, bounds: Bounds, clock: Callable[[], float]) -> None:
        self.bounds = bounds
        self.database = database
        self.bans = Bans(database, clock)
        self.clock = clock
        self._moved: dict[int, int] = {}
        self._has_removed = True  # by a process before this one, perhaps
        self._uncounted = math.inf
        self._tables = BestEffortDatabase(
            database, "the cache does not work, digests are made anew"
        )
        self.catalogue = Catalogue(database, clock)
        self.settings = ChatSettingsTable(database)

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        path: Path,
        bounds: Bounds,
        clock: Callable[[], float] | None = None,
        *,
        beside: bool = False,
    ) -> AsyncIterator[Store]:
        """Give the store for the time of the context; StorageError when it cannot be used.

        ``beside``: also where another process owns it.
        """
        file_format = Format(sql.SCHEMA, bounds.megabytes)
        async with SqliteDatabase.open(path, file_format, beside=beside) as database:
            yield cls(database, bounds, clock or await steady_clock(database, sql.LATEST))

    async def page(self, key: str) -> Page | None:
        """Return a page as it was kept."""
        rows = await self._tables.read("SELECT json, key, used FROM pages WHERE key = ?", key)
        return await self._used(rows, Page)

    async def keep_page(self, key: str, page: Page) -> None:
        """Keep a page; the same key always means the same page."""
        await self._keep(sql.INSERT_PAGE, page, key, self.clock())

    async def digest(self, key: str) -> Digest | None:
        """Return a digest as it was kept."""
        rows = await self._tables.read(sql.SELECT_DIGEST, key)
        return await self._used(rows, Digest)

    async def keep_digest(self, key: str, page: str, digest: Digest) -> None:
        """Keep a digest of the page with key ``page``; it leaves together with its page."""
        await self._keep(sql.INSERT_DIGEST, digest, key, page)

    async def keep_reply(self, reply: Reply) -> None:
        """Keep what a reply shows; the page it showed before goes, unless others show it."""
        place = (self._moved.get(reply.chat, reply.chat), reply.message)
        row = (*place, reply.page, reply.digest, reply.asker, reply.thread, reply.video, reply.date)
        changed = await self._tables.write(
            Statement(sql.DROP_FORMER_PAGE, (*place, reply.page, *place)),
            Statement("DELETE FROM replies WHERE chat = ? AND message = ?", place),
            Statement(sql.INSERT_REPLY, (*row, self.clock(), reply.page)),
            *(Statement(sql.INSERT_SOURCE, (source, *place)) for source in reply.sources),
        )
        self._has_removed |= any(changed[:1])

    async def reply(self, chat: int, message: int) -> Reply | None:
        """Return what the bot's message shows."""
        return await self._reply("message = ?", chat, message)

    async def reply_to(self, chat: int, source: int) -> Reply | None:
        """Return the latest reply made from the message ``source``."""
        which = "message IN (SELECT message FROM sources WHERE chat = replies.chat AND source = ?)"
        return await self._reply(which, chat, source)

    async def reply_with_page(self, chat: int, page: str) -> Reply | None:
        """Return the latest reply with that page in that chat: without one its button is void."""
        return await self._reply("page = ?", chat, page)

    async def reply_about(self, chat: int, video: str) -> Reply | None:
        """Return the latest reply in the chat about that video."""
        return await self._reply("video = ?", chat, video)

    async def last_reply(self, sender: Sender) -> Reply | None:
        """Return the latest reply with a digest to that person in that chat and thread."""
        which = f"digest <> '' AND asker = ? AND {sql.SAME_THREAD}"
        return await self._reply(which, sender.chat, sender.user, sender.thread)

    async def latest_reply(self, chat: int, thread: int | None) -> Reply | None:
        """Return the latest reply with a digest in that chat and thread, whoever asked for it."""
        return await self._reply(f"digest <> '' AND {sql.SAME_THREAD}", chat, thread)

    async def remember_link(self, sender: Sender, url: str, date: float) -> None:
        """Remember a video's address that was sent alone, at ``date`` by Telegram's clock."""
        row = (*sql.place_of(sender), url, date, self.clock())
        await self._tables.write(Statement(sql.INSERT_LINK, row))

    async def remembered_link(self, sender: Sender, date: float) -> str | None:
        """Return the address the sender sent last, within ten minutes before ``date``.

        It stays remembered.
        """
        since = date - sql.LINK_SECONDS
        rows = await self._tables.read(sql.SELECT_LINK, *sql.place_of(sender), since)
        return rows[0][0] if rows else None

    async def forget(self, chat: int) -> int | None:
        """Remove all that is kept for the chat, and pages that no other chat holds.

        Returns how many replies were known, or None when nothing could be removed. A damaged
        database that was put aside goes too.
        """
        known = await self._tables.read("SELECT count(*) FROM replies WHERE chat = ?", chat)
        removed = await self._tables.write(
            Statement(sql.DROP_PAGES_OF_CHAT, (chat, chat)),
            *(Statement(forget, (chat,)) for forget in sql.FORGET),
            Statement(sql.DROP_ORPHANS, (self.clock() - sql.UNDER_WAY_SECONDS,)),
        )
        self._has_removed = True
        await self._scrub()
        self.database.drop_damaged()
        return int(known[0][0]) if known and removed else None

    async def move(self, old: int, new: int) -> None:
        """Give a group's rows to the supergroup it became, also those that are still to come."""
        self._moved[old] = new
        await self._tables.write(*(Statement(move, (new, old)) for move in sql.MOVE))

    async def expire(self) -> None:
        """Remove what is too old; to be called now and then."""
        now = self.clock()
        oldest = now - self.bounds.days * _DAY_SECONDS
        removed = await self._tables.write(
            Statement("DELETE FROM pages WHERE used <= ?", (oldest,)),
            Statement("DELETE FROM replies WHERE at <= ?", (oldest,)),
            Statement("DELETE FROM links WHERE at <= ?", (now - sql.LINK_SECONDS,)),
            Statement("DELETE FROM listings WHERE at <= ?", (oldest,)),
            Statement(sql.DROP_ORPHANS, (now - sql.UNDER_WAY_SECONDS,)),
        )
        self._has_removed |= any(removed)
        await self._scrub()
        self.database.drop_damaged(oldest)

    async def _scrub(self) -> None:
        """Take what was removed out of the index and the log; a file has it zeroed already."""
        optimize = map(Statement, OPTIMIZE[self.database.dialect])
        if self._has_removed and await self._tables.write(*optimize):
            self._has_removed = False
        await self._tables.scrub()

    async def _used(self, rows: list[Row], kind: type[T]) -> T | None:
        """Return the value of a row of json, page, used: the page has been used just now."""
        if not rows:
            return None
        json, page, used = rows[0]
        now = self.clock()
        if used < now - sql.TOUCH_SECONDS:
            await self._tables.write(Statement(sql.TOUCH, (now, page)))
        try:
            return msgspec.json.decode(json, type=kind)
        except msgspec.DecodeError:
            return None  # written by another version of the program

    async def _keep(self, statement: str, value: Page | Digest, *values: object) -> None:
        """Keep a value, then let the oldest pages make room for it."""
        if self.database.room() < self.bounds.disk * _MB:
            self._tables.warn("the disk is nearly full")
            return
        # A fifth stays free, so that there is room for the next page before the oldest go.
        most = self.bounds.megabytes * _MB * 4 // 5
        try:
            json = msgspec.json.encode(value)
        except UnicodeEncodeError:
            return  # half a character: no reply could show it either
        if len(json) > most:
            self._tables.warn("a page is larger than all that may be kept")
            return
        await self._tables.write(Statement(statement, (json, *values)))
        self._uncounted += len(json)
        if self._uncounted > most // 100:  # counting has its price
            self._uncounted = 0
            await self._make_room(most)

    async def _make_room(self, most: int) -> None:
        while await self._tables.used() > most:
            if not any(await self._tables.write(Statement(sql.DROP_OLDEST))):
                return
            self._has_removed = True

    async def _reply(self, which: str, chat: int, *values: object) -> Reply | None:
        chat = self._moved.get(chat, chat)
        select = sql.SELECT_REPLY[self.database.dialect].format(which=which)
        rows = await self._tables.read(select, chat, *values)
        if not rows:
            return None
        row = list(rows[0])
        row[6] = tuple(msgspec.json.decode(row[6]))
        return Reply(*row)


_MB: Final = 2**20
_DAY_SECONDS: Final = 86_400
