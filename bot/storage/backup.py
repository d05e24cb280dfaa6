"""A copy of the database while the bot runs, and the way back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import StorageError
from bot.storage import store_sql
from bot.storage.database import check_ours, find_fault, make_private, owned, reading


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


def restore(file: Path, database: Path) -> Path | None:
    """Put the backup in the place of the database; return where the former one is, if there was.

    Nothing is changed before the backup was copied and found whole.

    Raises:
        StorageError: the backup is not ours, damaged or of a newer version, the database is in
            use, or the copy cannot be made.
    """
    if not file.is_file() or not file.stat().st_size:
        raise StorageError(f"there is no backup {file}")
    _check_whole(file)
    fresh = database.with_name(f"{database.name}.restored")
    with owned(database):
        try:
            make_private(fresh)
            _copy(file, fresh)
            _check_whole(fresh)
            former = _put_aside(database)
            fresh.replace(database)
        except (sqlite3.Error, OSError) as problem:
            fresh.unlink(missing_ok=True)
            raise StorageError(f"backup {file} cannot be restored: {problem}") from problem
    return former


def _check_whole(file: Path) -> None:
    if fault := find_fault(file, store_sql.SCHEMA):
        raise StorageError(f"backup {file} is damaged, nothing was changed: {fault}")


def _copy(file: Path, fresh: Path) -> None:
    """Copy all at once, into one file with nothing beside it that is on the disk at the end."""
    with reading(file) as old, closing(sqlite3.connect(fresh)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def _put_aside(database: Path) -> Path | None:
    """Keep the former database with its log under another name, in place of one kept before."""
    if not database.exists():
        return None
    aside = database.with_name(f"{database.stem}.replaced{database.suffix}")
    for ending in ("-wal", "-shm", ""):
        here, there = (path.with_name(path.name + ending) for path in (database, aside))
        there.unlink(missing_ok=True)
        if here.exists():
            here.replace(there)
    return aside
