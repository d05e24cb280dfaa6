"""Tables of a Postgres schema, led to the newest version: forward only, one process at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import psycopg
from psycopg import AsyncConnection, sql

from bot.errors import StorageError
from bot.storage.database.connecting import connected
from bot.storage.database.model import Part


async def migrate(url: str, schema: str, parts: Iterable[Part]) -> list[str]:
    """Bring the parts of the schema up to date, all or none; return a line for each that changed.

    A role that may make nothing is enough where there is nothing to make.

    Raises:
        StorageError: a part is of a newer version, or its tables cannot be made.
        OutageError: the server is not reached.
    """
    async with connected(url, schema) as connection:
        if not _behind(await versions_in(connection, schema), parts):
            return []
        try:
            return await _migrate(connection, schema, parts)
        except psycopg.errors.InsufficientPrivilege:
            raise StorageError(
                f"the tables of schema {schema} are of an older version, and this role may not"
                " change them: run video-digest migrate with a DATABASE_URL whose role may"
            ) from None


async def _migrate(connection: AsyncConnection, schema: str, parts: Iterable[Part]) -> list[str]:
    lines = []
    async with connection.transaction():
        for statement in _BEGIN:
            await connection.execute(statement)
        name = sql.Identifier(schema)
        await connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(name))
        await connection.execute(_VERSIONS)
        versions = await versions_in(connection, schema)  # again: another may have been quicker
        for part in _behind(versions, parts):
            for statements in part.migrations[versions.get(part.name, 0) :]:
                for statement in statements:
                    await connection.execute(statement.encode())
            await connection.execute(_SET_VERSION, (part.name, part.version))
            was = versions.get(part.name, 0)
            lines.append(f"{schema}: {part.name} from version {was} to {part.version}")
    return lines


async def versions_in(connection: AsyncConnection, schema: str) -> dict[str, int]:
    """Return part -> the version of its tables; nothing where there are none yet."""
    cursor = await connection.execute(_HAS_VERSIONS, (schema,))
    if not await cursor.fetchone():
        return {}
    cursor = await connection.execute("SELECT part, version FROM versions")
    return dict(await cursor.fetchall())


def _behind(versions: dict[str, int], parts: Iterable[Part]) -> list[Part]:
    """The parts that have migrations to come; raises StorageError where one is newer."""
    for part in parts:
        if versions.get(part.name, 0) > part.version:
            raise StorageError(
                f"the tables of {part.name} in Postgres are of a newer version of this bot"
                f" (schema {versions[part.name]}, known {part.version}): update the bot"
            )
    return [part for part in parts if versions.get(part.name, 0) < part.version]


_LOCK: Final = int.from_bytes(b"vdigest")
"""Whoever migrates holds it: the tables of all schemas take turns."""
_BEGIN: Final = (
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL lock_timeout = '60s'",
    f"SELECT pg_advisory_xact_lock({_LOCK})".encode(),
)
_HAS_VERSIONS: Final = "SELECT 1 FROM pg_tables WHERE schemaname = %s AND tablename = 'versions'"
_VERSIONS: Final = """
    CREATE TABLE IF NOT EXISTS versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL)"""
_SET_VERSION: Final = """
    INSERT INTO versions (part, version) VALUES (%s, %s)
    ON CONFLICT (part) DO UPDATE SET version = excluded.version"""
