"""What has come and what came of it since the start: a line of the log a job, and sums."""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections import Counter
from typing import Final

from telegram import Update

from handlers.journal import Job

logger = logging.getLogger(__name__)

BUCKETS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 60.0)
"""Seconds up to which digests are counted together."""


class Histogram:
    """How many values there were up to each bound, the last bound being infinite, and their sum."""

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self.bounds = (*bounds, float("inf"))
        self.counts = [0] * len(self.bounds)
        self.total = 0.0

    def add(self, value: float) -> None:
        """Count a value."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value


class Ledger:
    """The Journal that handlers enter their jobs into; the sums hold no ids and no words.

    A digest is a job that needed one, whether it was kept or had to be made.
    """

    def __init__(self) -> None:
        self.updates: Counter[str] = Counter()
        self.jobs: Counter[tuple[str, str]] = Counter()
        self.digests: Counter[str] = Counter()
        self.cache: Counter[str] = Counter()
        self.fetches: Counter[str] = Counter()
        self.seconds = Histogram(BUCKETS)

    def receive(self, update: Update) -> None:
        """Count an update by its kind."""
        kinds = (name for name in _UPDATES if getattr(update, name))
        self.updates[next(kinds, "other")] += 1

    def enter(self, job: Job) -> None:
        """Count a job, and write its line."""
        self.jobs[job.kind, job.outcome] += 1
        if job.cached is not None:
            self.digests[job.outcome] += 1
            self.cache["hit" if job.cached else "miss"] += 1
            self.seconds.add(job.seconds)
        if job.fetch:
            self.fetches[job.fetch] += 1
        fields = _fields(job)
        line = " ".join(f"{name}={value}" for name, value in fields.items())
        logger.info(_LINE, line, extra={"fields": fields})


def _fields(job: Job) -> dict[str, str | int | bool]:
    """What a line says; what is not known, or nothing, is left out."""
    fields: dict[str, str | int | bool | None] = {
        "kind": job.kind,
        "outcome": job.outcome,
        "ms": round(job.seconds * 1_000),
        "cached": job.cached,
        "language": job.language,
        "size": job.size or None,
        "words": job.words or None,
        "comments": job.comments or None,
        "fetch": job.fetch or None,
        "error": job.number or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


_UPDATES: Final = (
    "message",
    "edited_message",
    "guest_message",
    "inline_query",
    "callback_query",
    "my_chat_member",
)
_LINE: Final = "job %s"
