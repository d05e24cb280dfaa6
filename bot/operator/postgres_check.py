"""What doctor looks at in Postgres; nothing is changed there."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Final

from bot.config import Settings
from bot.errors import SettingsError, StorageError
from bot.storage.bot_schema import PARTS, schema_of
from bot.storage.database.opening import check_library

if TYPE_CHECKING:
    from psycopg import AsyncConnection

OLDEST_SERVER: Final = 13
CLOCKS_SECONDS: Final = 5.0
"""More between two clocks means that one of them is not set."""

Look = tuple[str, bool, str]
"""What was looked at, whether it is well, a line about it."""


async def look_at_postgres(settings: Settings) -> AsyncIterator[Look]:
    """Yield what is found, one thing after another."""
    try:
        check_library()
        from bot.storage.database.connecting import connected, place

        schema = schema_of(settings.telegram_bot_token)
        async with connected(settings.database_url, schema) as connection:
            yield _server(place(settings.database_url), connection.info.server_version)
            yield await _tables(connection, schema)
            yield await _clock(connection)
    except (SettingsError, StorageError) as problem:
        yield "postgres", False, str(problem)


def _server(where: str, version: int) -> Look:
    major = version // 10_000
    if major < OLDEST_SERVER:
        return "postgres", False, f"{where} is version {major}: {OLDEST_SERVER} or newer is needed"
    return "postgres", True, f"{where} answers, version {major}"


async def _tables(connection: AsyncConnection, schema: str) -> Look:
    """Whether the tables are of the version that this program knows."""
    from bot.storage.database.migrating import versions_in

    there = await versions_in(connection, schema)
    newer = [part.name for part in PARTS if there.get(part.name, 0) > part.version]
    behind = [part.name for part in PARTS if there.get(part.name, 0) < part.version]
    if newer:
        return "tables", False, f"{schema}: {', '.join(newer)} of a newer version: update the bot"
    if there and behind:
        advice = "video-digest migrate, or the next start, brings them up to date"
        return "tables", True, f"{schema}: {', '.join(behind)} of an older version: {advice}"
    return "tables", True, f"{schema}: {'of this version' if there else 'will be made'}"


async def _clock(connection: AsyncConnection) -> Look:
    """How far the server's clock is from this host's: what is kept is dated by the server's."""
    asked = time.time()
    cursor = await connection.execute("SELECT extract(epoch FROM clock_timestamp())::float8")
    [there] = await cursor.fetchone() or (asked,)
    apart = max(0.0, asked - there, there - time.time())
    detail = f"{apart:.1f} s between the server's and this host's"
    return "clock", apart <= CLOCKS_SECONDS, detail
