"""What a database tells whoever watches it: how much is in it, and whether it can be written."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from bot.errors import StorageError
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Census:
    """How many pages are kept; how many replies, chats and people there were in the last day."""

    pages: int = 0
    replies: int = 0
    chats: int = 0
    people: int = 0


async def take_census(database: Database, now: float) -> Census:
    """Count what a store keeps; ``now`` is the time by its clock."""
    tables = BestEffortDatabase(database, "what is kept cannot be counted")
    rows = await tables.read(_CENSUS, now - _DAY_SECONDS)
    return Census(*rows[0]) if rows else Census()


async def is_writable(database: Database) -> bool:
    """Whether something can be written just now."""
    try:
        await database.prove_writable()
    except (sqlite3.Error, OSError, StorageError):
        return False
    return True


_DAY_SECONDS: Final = 86_400
_CENSUS: Final = """
    SELECT (SELECT count(*) FROM pages), count(*), count(DISTINCT chat), count(DISTINCT asker)
    FROM replies WHERE at > ?"""
