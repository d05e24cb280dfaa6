"""A database file that one user may read and one process may open."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import InUseError, StorageError


def make_private(path: Path) -> None:
    """Make the file for its owner alone; SQLite gives its companions the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.fchmod(descriptor, 0o600)
    os.close(descriptor)


def is_owned(path: Path) -> bool:
    """Whether a process has opened the file; nothing is made to find out."""
    try:
        descriptor = os.open(_lock_file(path), os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def owned(path: Path) -> Iterator[None]:
    """Hold the lock file beside ``path``: SQLite's own lock would keep a backup from reading.

    Raises:
        InUseError: another process holds it.
        StorageError: it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(_lock_file(path), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as problem:
        raise StorageError(f"database {path} cannot be opened: {problem.strerror}") from problem
    try:
        _lock(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def bytes_of(path: Path) -> int:
    """Return the bytes that a database takes on the disk, with its write-ahead log."""
    files = (path, path.with_name(path.name + "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _lock_file(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _lock(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InUseError(
            f"database {path} is in use by another process: stop that one, or set DATABASE_PATH"
        ) from None
