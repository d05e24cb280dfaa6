"""The ``find`` command: where words stand in the pages that a database keeps."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import msgspec

from bot.config import Settings
from bot.errors import StorageError
from bot.storage import catalogue_sql, store_sql
from bot.storage.bot_schema import store_in_postgres
from bot.storage.catalogue import match
from bot.storage.database import Row, check_ours, reading
from bot.storage.store import Bounds
from bot.terminal import show
from handlers.message import Item, Texts, kept_view
from summarizer import Page
from summarizer.places import find_place

MOST = 100
"""Pages that are listed."""


def find_words(settings: Settings, words: str, stream: TextIO) -> int:
    """Write the pages of all chats that hold ``words``, the last used first; 1 if there is none.

    Raises:
        StorageError: there is no such database, or the bot has not indexed it yet.
        SettingsError: the database is in Postgres, whose library is not installed.
    """
    try:
        items = list(_items(_rows(settings, words), words))
    except (sqlite3.Error, msgspec.DecodeError) as problem:
        raise StorageError("the database cannot be searched: start the bot once") from problem
    show(kept_view(words, items, 0, len(items), Texts()), stream)
    return int(not items)


def _rows(settings: Settings, words: str) -> list[Row]:
    """The titles and pages that are found."""
    if settings.database_url:
        return asyncio.run(_in_postgres(settings, words))
    return _in_file(settings.database_path, words)


def _in_file(database: Path, words: str) -> list[Row]:
    """What is found in a file, which nothing is written to."""
    check_ours(database, store_sql.SCHEMA)
    if not database.exists():
        raise StorageError(f"there is no database {database} to look into")
    query = match(words)
    with reading(database) as connection:
        statement = catalogue_sql.SELECT_ANYWHERE["sqlite"]
        return connection.execute(statement, (query, MOST)).fetchall() if query else []


async def _in_postgres(settings: Settings, words: str) -> list[Row]:
    query = match(words, "postgres")
    token = settings.telegram_bot_token
    async with store_in_postgres(settings.database_url, token, Bounds()) as store:
        statement = catalogue_sql.SELECT_ANYWHERE["postgres"]
        return await store.database.read(statement, query, MOST) if query else []


def _items(rows: list[Row], words: str) -> Iterator[Item]:
    for title, json in rows:
        page = msgspec.json.decode(json, type=Page)
        yield Item(title, url=page.url, found=find_place(page, words))
