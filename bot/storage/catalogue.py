"""What is kept of each chat, by title and by words: listed newest first, a page at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

import msgspec

from bot.storage import catalogue_sql as sql
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Database, Dialect, Row, Statement
from handlers.catalogue import Kept, Listed, Listing
from handlers.message import title_of
from handlers.protocols import Reply
from summarizer.model import Page
from summarizer.places import Found, find_place
from summarizer.search import index_terms, query_terms

AT_ONCE: Final = 20
"""Pages in memory while they are indexed."""
MOST_TERMS: Final = 32
"""Terms of a search that are looked for."""
LONGEST_TERM: Final = 100
"""Characters of a term that Postgres is given: it takes 2,046 bytes."""
PIECE: Final = 2_000
"""Terms in a row of Postgres: no more than a megabyte, however long they are."""


class Catalogue:
    """The Catalogue that handlers ask for: a storage error finds nothing, and is logged once.

    A page is indexed when it is first looked for in a chat, and leaves the index with its row.
    """

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._tables = BestEffortDatabase(database, "what is kept cannot be searched")
        self._clock = clock
        self._dialect: Dialect = database.dialect

    async def listed(self, chat: int, words: str, first: int, most: int) -> Listed:
        """Return up to ``most`` videos that are kept of the chat, from number ``first`` (0) on.

        Of several copies of a page the latest is listed.

        With ``words``, only the pages that hold them all, each with the place where they stand.
        """
        await self._index(chat)
        query = match(words, self._dialect)
        if words and not query:
            return Listed((), 0)
        statement = sql.SELECT_FOUND[self._dialect] if query else sql.SELECT_ALL
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
        select = sql.SELECT_PAGES[self._dialect]
        rows = await self._tables.read(select, msgspec.json.encode(keys).decode())
        return await asyncio.to_thread(_places, rows, words)

    async def _index(self, chat: int) -> None:
        """Index the pages of the chat that are not yet."""
        while rows := await self._tables.read(sql.SELECT_NEW, chat, AT_ONCE):
            statements = await asyncio.to_thread(_indexing, rows, self._dialect)
            if not await self._tables.write(*statements):
                return


def match(words: str, dialect: Dialect = "sqlite") -> str:
    """The query for pages that hold all ``words``; no operator in them is one.

    For SQLite in the language of FTS5; for Postgres a JSON array of tsqueries, one a term.
    """
    terms = query_terms(words)[:MOST_TERMS]
    if dialect == "sqlite":
        return " AND ".join(f'"{term}"{"*" * is_prefix}' for term, is_prefix in terms)
    queries = [_tsquery(term[:LONGEST_TERM], is_prefix=is_prefix) for term, is_prefix in terms]
    return msgspec.json.encode(queries).decode() if queries else ""


def _tsquery(term: str, *, is_prefix: bool) -> str:
    quoted = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'{':*' * is_prefix}"


def _indexing(rows: list[Row], dialect: Dialect) -> list[Statement]:
    statements = []
    for key, json in rows:
        page = _page(json)
        title, channel = (" ".join((t or "").split()) for t in (page.title, page.channel))
        video = f"{title}\n{channel}".casefold() if title and channel else None
        statements.append(Statement(sql.INSERT_PAGE, (key, title_of(page), video, key)))
        pieces = _pieces(index_terms(page), dialect)
        insert = sql.INSERT_TERMS[dialect]
        statements += [Statement(insert, (piece[0], key, *piece[1:])) for piece in pieces]
    return statements


def _pieces(terms: str, dialect: Dialect) -> list[tuple[str, int] | tuple[str]]:
    """The terms as they go into rows: for Postgres in pieces that a row can hold, numbered."""
    if dialect == "sqlite":
        return [(terms,)]
    short = [term[:LONGEST_TERM] for term in terms.split()]
    return [
        (" ".join(short[first : first + PIECE]), first // PIECE)
        for first in range(0, len(short), PIECE)
    ]


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
