"""The part of asyncio's event loop that the intake needs, so that a test can drive it by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """What ``call_later`` gives."""

    def cancel(self) -> None:
        """Do not call after all."""


class Loop(Protocol):
    """The part of asyncio's event loop that is needed."""

    def time(self) -> float:
        """Seconds of a clock that never goes back."""
        ...

    def call_later(self, delay: float, callback: Callable[[], object], /) -> Timer:
        """Call back after ``delay`` seconds."""
        ...
