"""What the tests of many processes share: processes' views of one database."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.storage.bot_schema import PARTS
from bot.storage.database import Part, open_postgres
from bot.storage.database.postgres import PostgresDatabase

NOTES = Part("notes", (("CREATE TABLE notes (id BIGINT PRIMARY KEY, words TEXT)",),))
ALL_PARTS = (NOTES, *PARTS)


@pytest.fixture
async def here(database_url: str) -> AsyncIterator[PostgresDatabase]:
    """The database as one process has it."""
    async with open_postgres(database_url, "bot_1", ALL_PARTS) as database:
        yield database


@pytest.fixture
async def there(database_url: str, here: PostgresDatabase) -> AsyncIterator[PostgresDatabase]:
    """The same as another process has it."""
    async with open_postgres(database_url, "bot_1", ALL_PARTS) as database:
        yield database
