"""Errors that end the program; the text of each is the one line that an operator is shown."""

from __future__ import annotations

from typing import Final


class SettingsError(ValueError):
    """A setting is missing or has a value that cannot be (exit status 2)."""


class StorageError(RuntimeError):
    """A database cannot be used (exit status 2)."""


class InUseError(StorageError):
    """A database is open in another process."""


class OutageError(StorageError):
    """A database is not reached just now, or went away before it had answered."""


class WorkersError(RuntimeError):
    """The worker processes cannot be started (exit status 2)."""


class LeaseLostError(RuntimeError):
    """Another process answers for this bot now, or may do so."""

    status: Final = 4
    """The exit status."""


class RivalError(RuntimeError):
    """Another process fetches the updates of the same bot."""

    status: Final = 3
    """The exit status."""
