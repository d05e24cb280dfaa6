"""What is noted about an answer while it is given, for whoever runs the bot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

from handlers.fetching import FetchError
from handlers.protocols import AdviceError, JobFailedError, QuotaError
from summarizer import Digest, UnreadableError


@dataclass(slots=True)
class Job:
    """What came of one answer, in numbers and short names: no ids, no words of users.

    ``cached`` says of a job that needed a digest whether it was kept, else it is None. ``size`` is
    in characters of a text or bytes of files; ``words`` and ``comments`` are the digest's.
    ``fetch`` is what came of an address: ``fetched``, ``partly``, ``kept`` (from before), or why
    nothing did; "" where none was to be fetched. ``number`` is that of an unexpected error, which
    the user was told.
    """

    kind: str
    outcome: str = "answered"
    seconds: float = 0.0
    cached: bool | None = None
    language: str | None = None
    size: int = 0
    words: int = 0
    comments: int = 0
    fetch: str = ""
    number: str = ""


class Journal(Protocol):
    """Where each answer is entered when it has ended."""

    def enter(self, job: Job) -> None:
        """Enter what came of an answer."""
        ...


_current: ContextVar[Job | None] = ContextVar("job", default=None)


@contextmanager
def job(journal: Journal, kind: str) -> Iterator[Job]:
    """One answer from its begin to its end: what is noted inside is entered into the journal.

    What has no ``kind`` is no answer of its own, and is not entered.
    """
    noted = Job(kind)
    token = _current.set(noted)
    begun = perf_counter()
    try:
        yield noted
    finally:
        _current.reset(token)
        noted.seconds = perf_counter() - begun
        if kind:
            journal.enter(noted)


def note_source(data: str | bytes) -> None:
    """Note how much was sent: characters of a text, bytes of a file; several files add up."""
    noted = _current.get()
    if noted:
        noted.size += len(data)


def note_digest(digest: Digest | None, *, cached: bool) -> None:
    """Note a digest, or (None) that one has to be made; several count as cached if all are."""
    noted = _current.get()
    if noted is None:
        return
    noted.cached = cached and noted.cached is not False
    if digest:
        noted.language = digest.language
        noted.words += digest.words
        noted.comments += digest.mood.total


def note_fetch(outcome: str) -> None:
    """Note what came of an address; the last word counts."""
    noted = _current.get()
    if noted:
        noted.fetch = outcome


def note_error(number: str) -> None:
    """Note the number of an unexpected error, be it that of one file of many."""
    noted = _current.get()
    if noted:
        noted.number = number


def outcome_of(problem: BaseException) -> str:
    """The short name of how an answer failed."""
    if isinstance(problem, JobFailedError):
        return problem.reason
    return next((name for kind, name in _OUTCOMES.items() if isinstance(problem, kind)), "error")


_OUTCOMES = {
    UnreadableError: "unreadable",
    AdviceError: "unreadable",
    QuotaError: "quota",
    FetchError: "fetch",
}
