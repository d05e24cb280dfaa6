"""The ``find`` command: where words stand in the pages that a database keeps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import msgspec

from bot.errors import StorageError
from bot.storage import catalogue_sql, store_sql
from bot.storage.catalogue import match
from bot.storage.database import check_ours, reading
from bot.terminal import show
from handlers.message import Item, Texts, kept_view
from summarizer import Page
from summarizer.search import find_place

MOST = 100
"""Pages that are listed."""


def find_words(database: Path, words: str, stream: TextIO) -> int:
    """Write the pages of all chats that hold ``words``, the last used first; 1 if there is none.

    Raises:
        StorageError: there is no such database, or the bot has not indexed it yet.
    """
    check_ours(database, store_sql.SCHEMA)
    if not database.exists():
        raise StorageError(f"there is no database {database} to look into")
    try:
        items = list(_found(database, words))
    except (sqlite3.Error, msgspec.DecodeError) as problem:
        raise StorageError(f"{database} cannot be searched: start the bot once") from problem
    show(kept_view(words, items, 0, len(items), Texts()), stream)
    return int(not items)


def _found(database: Path, words: str) -> Iterator[Item]:
    query = match(words)
    with reading(database) as connection:
        rows = connection.execute(catalogue_sql.SELECT_ANYWHERE, (query, MOST)) if query else ()
        for title, json in rows:
            page = msgspec.json.decode(json, type=Page)
            yield Item(title, url=page.url, found=find_place(page, words))
