"""What is kept of each chat, by title and by words: listed newest first, a page at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

import msgspec

from bot.storage import catalogue_sql as sql
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Database, Row, Statement
from handlers.catalogue import Kept, Listed, Listing
from handlers.message import title_of
from handlers.protocols import Reply
from summarizer.model import Page
from summarizer.search import Found, find_place, index_terms, query_terms

AT_ONCE: Final = 20
"""Pages in memory while they are indexed."""
MOST_TERMS: Final = 32
"""Terms of a search that are looked for."""


class Catalogue:
    """The Catalogue that handlers ask for: a storage error finds nothing, and is logged once.

    A page is indexed when it is first looked for in a chat, and leaves the index with its row.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._tables = BestEffortDatabase(database, "what is kept cannot be searched")
        self._clock = clock

    async def listed(self, chat: int, words: str, first: int, most: int) -> Listed:
        """Return up to ``most`` videos that are kept of the chat, from number ``first`` (0) on.

        Of several copies of a page the latest is listed.

        With ``words``, only the pages that hold them all, each with the place where they stand.
        """
        await self._index(chat)
        query = match(words)
        if words and not query:
            return Listed((), 0)
        statement = sql.SELECT_FOUND if query else sql.SELECT_ALL
        values = (chat, query, most, first) if query else (chat, most, first)
        rows = await self._tables.read(statement, *values)
        found = await self._found([row[2] for row in rows], words) if words else {}
        items = tuple(_kept(row, *found.get(row[2], (None, None))) for row in rows)
        return Listed(items, rows[0][-1] if rows else 0)

    async def reply(self, chat: int, page: str) -> Reply | None:
        """Return the latest reply in the chat that shows a digest of the page."""
        rows = await self._tables.read(sql.SELECT_REPLY, chat, page)
        return _reply(rows[0]) if rows else None

    async def earlier_copy(self, reply: Reply) -> Reply | None:
        """Return the latest reply in the chat with another page about the same video.

        That is one with the same address, or the same title on the same channel.
        """
        await self._index(reply.chat)
        rows = await self._tables.read(sql.SELECT_EARLIER, reply.chat, reply.page)
        return _reply(rows[0]) if rows else None

    async def keep_listing(self, listing: Listing) -> None:
        """Keep what a list shows, so that its buttons work."""
        row = (listing.chat, listing.message, listing.asker, listing.thread, listing.words)
        await self._tables.write(Statement(sql.INSERT_LISTING, (*row, self._clock())))

    async def listing(self, chat: int, message: int) -> Listing | None:
        """Return what the list in that message shows."""
        rows = await self._tables.read(sql.SELECT_LISTING, chat, message)
        return Listing(*rows[0]) if rows else None

    async def _found(
        self, keys: list[str], words: str
    ) -> dict[str, tuple[str | None, Found | None]]:
        """Key of a page -> its address, and the place in it where the words stand."""
        rows = await self._tables.read(sql.SELECT_PAGES, msgspec.json.encode(keys).decode())
        return await asyncio.to_thread(_places, rows, words)

    async def _index(self, chat: int) -> None:
        """Index the pages of the chat that are not yet."""
        while rows := await self._tables.read(sql.SELECT_NEW, chat, AT_ONCE):
            statements = await asyncio.to_thread(_indexing, rows)
            if not await self._tables.write(*statements):
                return


def match(words: str) -> str:
    """The FTS5 query for pages that hold all ``words``; no operator in them is one."""
    terms = query_terms(words)[:MOST_TERMS]
    return " AND ".join(f'"{term}"{"*" * is_prefix}' for term, is_prefix in terms)


def _indexing(rows: list[Row]) -> list[Statement]:
    statements = []
    for key, json in rows:
        page = _page(json)
        title, channel = (" ".join((t or "").split()) for t in (page.title, page.channel))
        video = f"{title}\n{channel}".casefold() if title and channel else None
        statements.append(Statement(sql.INSERT_PAGE, (key, title_of(page), video, key)))
        statements.append(Statement(sql.INSERT_TERMS, (index_terms(page), key)))
    return statements


def _places(rows: list[Row], words: str) -> dict[str, tuple[str | None, Found | None]]:
    pages = ((key, _page(json)) for key, json in rows)
    return {key: (page.url, find_place(page, words)) for key, page in pages}


def _kept(row: Row, url: str | None, found: Found | None) -> Kept:
    reply = _reply(row)
    return Kept(reply, row[8], url or reply.video, found)


def _reply(row: Row) -> Reply:
    chat, message, page, digest, asker, thread, video, date = row[:8]
    return Reply(chat, message, page, digest, asker, thread, (), video, date)


def _page(json: bytes) -> Page:
    """The page of a row; an empty one where another version of the program wrote it."""
    try:
        return msgspec.json.decode(json, type=Page)
    except msgspec.DecodeError:
        return Page()
