"""Fetching as the conversation asks for it: cached, in processes of its own, with limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlsplit

from bot.config import Settings
from bot.fetch.cache import Asked, FetchedCache
from bot.fetch.model import Fetched, FetchError, Mode
from bot.fetch.terms import Terms
from bot.fetch.work import fetch_address
from bot.work.workers import Limits, Workers
from handlers.protocols import JobFailedError

_GRACE_SECONDS: Final = 5.0
"""So long after its time a job that does not end by itself is ended."""
_MEGABYTES: Final = 1024
_MORE: Final = 5
"""So many times the usual comments are asked for where somebody wants more."""
_JOBS: Final = 50
_FAILED: Final = {"timeout": "fetch-slow", "memory": "fetch-nothing", "crash": "fetch-nothing"}


class Fetching:
    """Fetches addresses; one that several ask for at once is fetched once."""

    def __init__(self, terms: Terms, workers: Workers, cache: FetchedCache) -> None:
        self._terms = terms
        self._workers = workers
        self._cache = cache
        self._running: dict[Asked, asyncio.Task[Fetched]] = {}

    @property
    def mode(self) -> Mode:
        """What the operator allows."""
        return self._terms.mode

    def kept(self, url: str) -> Fetched | None:
        """Return what came of the address a while ago, where it is fresh."""
        return self._cache.get((url, self._terms.comments))

    async def __call__(self, url: str, person: int) -> Fetched:
        """Return what comes; raises FetchError where nothing does."""
        return await self._once(url, self._terms, person)

    async def more(self, url: str, person: int) -> Fetched:
        """Return what comes with more comments; raises FetchError where nothing does."""
        wider = replace(self._terms, comments=self._terms.comments * _MORE)
        return await self._once(url, wider, person)

    def adopt(self, settings: Settings) -> None:
        """Follow the settings that can change while the bot runs, from the next address on."""
        self._terms = replace(
            self._terms,
            hosts=settings.fetch_hosts,
            comments=settings.fetch_comments,
            contact=settings.privacy_contact,
        )

    def before(self, person: int) -> int:
        """Return how many others have their turn before this person's next."""
        return self._workers.before(person)

    async def _once(self, url: str, terms: Terms, person: int) -> Fetched:
        """What came a while ago, or comes now; whoever asks meanwhile waits for the same task."""
        asked = url, terms.comments
        if kept := self._cache.get(asked):
            return kept
        if asked not in self._running:
            task = asyncio.ensure_future(self._fetch(url, terms, person))
            self._running[asked] = task
            task.add_done_callback(lambda _: self._running.pop(asked))
        return await asyncio.shield(self._running[asked])

    async def _fetch(self, url: str, terms: Terms, person: int) -> Fetched:
        try:
            fetched = await self._workers.run(fetch_address, url, terms, person=person)
        except JobFailedError as problem:
            host = urlsplit(url).hostname or ""
            raise FetchError(_FAILED[problem.reason], host=host) from problem
        self._cache.put((url, terms.comments), fetched)
        return fetched


def terms_of(settings: Settings, folder: Path) -> Terms:
    """What the operator's settings allow; ``folder`` is for the hosts' turns."""
    return Terms(
        settings.fetch,
        folder,
        settings.fetch_hosts,
        settings.fetch_comments,
        settings.privacy_contact,
        settings.fetch_proxy,
    )


@asynccontextmanager
async def fetching(terms: Terms, processes: int, keep_hours: float) -> AsyncIterator[Fetching]:
    """Fetching, with its processes, until the context ends."""
    seconds = terms.seconds + _GRACE_SECONDS
    async with Workers(Limits(processes, seconds, _MEGABYTES, _JOBS)) as workers:
        yield Fetching(terms, workers, FetchedCache(keep_hours * 3600))


@asynccontextmanager
async def fetching_by(settings: Settings, *, any_page: bool = False) -> AsyncIterator[Fetching]:
    """Fetching as the settings have it; ``any_page``: pages of hosts that they do not name too."""
    with TemporaryDirectory(prefix="fetch-") as folder:
        terms = replace(terms_of(settings, Path(folder)), any_page=any_page)
        async with fetching(terms, settings.workers, settings.fetch_keep_hours) as fetcher:
            yield fetcher
