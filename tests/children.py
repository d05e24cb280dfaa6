"""Processes that a test starts end with it, also where the test run itself is killed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

_WATCH = 'read -r line || exec "$@"'
"""Nothing is ever written to this: reading ends when the one who could write is gone."""
_KILL_GROUP = 'kill -9 "-$0"'


@contextmanager
def ended_with_us(group: int) -> Iterator[None]:
    """Inside, the process group is killed as soon as this process ends, in whatever way.

    ``group`` is the pid of a process that was started with a session of its own.
    """
    with done_after_us("sh", "-c", _KILL_GROUP, str(group)):
        yield


@contextmanager
def done_after_us(*command: str, user: str | None = None) -> Iterator[None]:
    """Inside, ``command`` is run as soon as this process ends, in whatever way, by that user."""
    with subprocess.Popen(
        ["sh", "-c", _WATCH, "sh", *command],  # noqa: S607 - any shell
        stdin=subprocess.PIPE,
        start_new_session=True,
        user=user,
    ) as watcher:
        try:
            yield
        finally:
            watcher.kill()
