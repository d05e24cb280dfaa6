"""What one bot keeps in Postgres: a schema of its own, so that tokens never meet in a table."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from bot.storage import inbox_sql, machines_sql, store_sql
from bot.storage.clock import steady_clock
from bot.storage.database import open_postgres
from bot.storage.store import Bounds, Store

PARTS: Final = (store_sql.PART, inbox_sql.PART, machines_sql.PART)


def schema_of(token: str) -> str:
    """Return the name of the bot's schema: by its id, the number before the colon."""
    return f"bot_{token.partition(':')[0]}"


@asynccontextmanager
async def store_in_postgres(url: str, token: str, bounds: Bounds) -> AsyncIterator[Store]:
    """Give the store of the bot beside the processes that use it.

    Raises:
        SettingsError: the address cannot be read, or its library is not installed.
        StorageError: the database cannot be used.
    """
    async with open_postgres(url, schema_of(token), PARTS) as database:
        yield Store(database, bounds, await steady_clock(database, store_sql.LATEST))
