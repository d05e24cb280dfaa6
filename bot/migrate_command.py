"""The ``migrate`` command: tables in Postgres are brought up to date before the bot needs them."""

from __future__ import annotations

from bot.config import Settings
from bot.errors import SettingsError
from bot.storage.bot_schema import PARTS, schema_of
from bot.storage.database import migrate_postgres


async def migrate_tables(settings: Settings) -> list[str]:
    """Bring the tables of DATABASE_URL up to date; return a line for each part that changed.

    Raises:
        SettingsError: there is no DATABASE_URL, or its library is not installed.
        StorageError: the tables are of a newer version, or cannot be changed.
    """
    url = settings.database_url
    if not url:
        raise SettingsError("DATABASE_URL is not set: a file is brought up to date by the bot")
    from bot.machines.jobs.tables import JOBS, SCHEMA

    own = await migrate_postgres(url, schema_of(settings.telegram_bot_token), PARTS)
    return [*own, *await migrate_postgres(url, SCHEMA, (JOBS,))]
