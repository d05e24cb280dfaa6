"""The door to Postgres, behind which its library is loaded."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from bot.errors import SettingsError
from bot.storage.database.model import Part

if TYPE_CHECKING:
    from bot.storage.database.postgres import PostgresDatabase

NO_LIBRARY: Final = (
    "DATABASE_URL needs more libraries: pip install --require-hashes -r requirements/postgres.txt"
)


def open_postgres(
    url: str, schema: str, parts: tuple[Part, ...]
) -> AbstractAsyncContextManager[PostgresDatabase]:
    """The schema at the address, as ``PostgresDatabase.open`` gives it.

    Raises:
        SettingsError: the library for it is not installed.
    """
    check_library()
    from bot.storage.database.postgres import PostgresDatabase

    return PostgresDatabase.open(url, schema, parts)


async def migrate_postgres(url: str, schema: str, parts: tuple[Part, ...]) -> list[str]:
    """Bring tables up to date as ``migrate`` does; return a line for each part that changed.

    Raises:
        SettingsError: the library for it is not installed, or the address cannot be read.
        StorageError: a part is of a newer version, or its tables cannot be made.
    """
    check_library()
    from bot.storage.database.migrating import migrate

    return await migrate(url, schema, parts)


def check_library() -> None:
    """Do nothing where the library is installed; raises SettingsError."""
    if not all(map(find_spec, ("psycopg", "psycopg_pool"))):
        raise SettingsError(NO_LIBRARY)
