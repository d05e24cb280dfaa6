"""A copy of the database while the bot runs."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import StorageError
from bot.storage import store_sql
from bot.storage.schema import check_ours, reading


def backup(database: Path, file: Path) -> None:
    """Copy the database to a new file, whole and for its owner alone.

    The inbox is left out: given back later, it would answer old messages again.

    Raises:
        StorageError: there is none of ours, the file is there already, or copying failed.
    """
    check_ours(database, store_sql.SCHEMA)
    if not database.exists():
        raise StorageError(f"there is no database {database} to copy")
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as problem:
        raise StorageError(f"backup {file} cannot be made: {problem.strerror}") from problem
    try:
        _copy(database, file)
    except sqlite3.Error as problem:
        file.unlink()
        raise StorageError(f"database {database} cannot be copied: {problem}") from problem


def _copy(database: Path, file: Path) -> None:
    with reading(database) as old, closing(sqlite3.connect(file)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
