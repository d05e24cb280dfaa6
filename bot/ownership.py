"""A file that belongs to one user and one process."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class RivalError(RuntimeError):
    """Another process asks Telegram for the same bot's updates."""


class StorageError(RuntimeError):
    """A database that cannot be used; its text is the one line an operator is shown."""


class InUseError(StorageError):
    """A database that another process has open."""


def make_private(path: Path) -> None:
    """Make the file for its owner alone; SQLite gives its companions the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.fchmod(descriptor, 0o600)
    os.close(descriptor)


@contextmanager
def owned(path: Path) -> Iterator[None]:
    """Hold a lock beside the file: SQLite's own would also keep a backup from reading."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as problem:
        raise StorageError(f"database {path} cannot be opened: {problem.strerror}") from problem
    try:
        _lock(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InUseError(
            f"database {path} is in use by another process: stop that one, or set DATABASE_PATH"
        ) from None
