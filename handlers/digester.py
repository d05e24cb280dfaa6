"""Digests from the cache, or else from a worker, each computed once however many ask."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from handlers.chat_settings import ChatSettings
from handlers.fetching import Fetched, page_of
from handlers.journal import note_digest, note_source
from handlers.protocols import (
    Cache,
    Quota,
    QuotaError,
    Reply,
    Sender,
    Workers,
)
from handlers.source import Source, is_quick, key_of, read, read_and_digest
from summarizer import Digest, Options, Page, digest_page
from summarizer.merge import merged


@dataclass(frozen=True, slots=True)
class Digested:
    """A digest with the key of its page and its own."""

    page: str
    key: str
    digest: Digest


class Digester:
    """Reads sources and digests pages; equal work that is asked for twice at once runs once.

    What has to be computed waits for its asker's turn and counts for the quota; what is kept
    costs nothing. ``authors``: whether quotes name theirs. Calls raise UnreadableError where there
    is no page, JobFailedError where a worker could not do it, QuotaError where the asker may not
    have more.
    """

    def __init__(
        self, cache: Cache, workers: Workers, quota: Quota, *, authors: bool = False
    ) -> None:
        self.cache = cache
        self.workers = workers
        self.quota = quota
        self.default = Options(authors=authors)
        """What a digest is like where nothing else is asked for."""
        self._running: dict[Hashable, asyncio.Task[Any]] = {}

    def obeying(self, chosen: ChatSettings) -> Digester:
        """The same for a chat in which that is chosen; equal work still runs once."""
        default, authors = self.default, chosen.authors
        own = copy(self)
        own.default = Options(
            chosen.sentences or default.sentences,
            authors=default.authors if authors is None else authors,
        )
        return own

    def of_length(self, sentences: int | None) -> Digester:
        """The same, whose digests have so many sentences; None for as many as usual."""
        own = copy(self)
        own.default = replace(self.default, sentences=sentences or self.default.sentences)
        return own

    async def __call__(
        self, source: Source, asker: Sender, options: Options | None = None
    ) -> Digested:
        """The digest of ``source``."""
        options = self._own(options)
        page = source.key
        note_source(source.data)
        known = await self.of_page(page, asker, options)
        if known:
            return known
        return await self._once((page, options), asker, lambda: self._read(source, asker, options))

    async def unkept(self, source: Source, asker: Sender) -> Digest:
        """The digest of ``source``, of which nothing is kept.

        Where it has no summary it has the page's description, which stands for it.
        """
        note_source(source.data)
        note_digest(None, cached=False)
        self._check(asker)
        self.quota.count(asker)
        given = source, self.default
        page, digest = await self.workers.run(
            read_and_digest, *given, person=asker.user, quick=source.is_quick
        )
        note_digest(digest, cached=False)
        return digest if digest.summary else replace(digest, description=page.description)

    async def read(self, source: Source, asker: Sender) -> Page:
        """The page of ``source``, for a digest that counts by itself; what is none counts too."""
        note_source(source.data)
        page = await self.cache.page(source.key)
        if page is None:
            note_digest(None, cached=False)
            self._check(asker)
            try:
                page = await self.workers.run(
                    read, source, person=asker.user, quick=source.is_quick
                )
            except Exception:
                self.quota.count(asker)
                raise
            await self.cache.keep_page(source.key, page)
        return page

    async def of_fetched(self, fetched: Fetched, url: str, asker: Sender) -> Digested:
        """The digest of what came of an address; FetchError where nothing of it can be read."""
        files = (part for name, data in fetched.files for part in (name, data))
        key = key_of("fetched", url, repr((fetched.came, fetched.missing)), *files)
        for _, data in fetched.files:
            note_source(data)
        known = await self.of_page(key, asker)
        if known:
            return known

        async def work() -> Digested:
            given = page_of, fetched, url
            quick = all(Source(data).is_quick for _, data in fetched.files)
            page = await self.workers.run(*given, person=asker.user, quick=quick)
            await self.cache.keep_page(key, page)
            return await self._digest(key, page, asker, self.default)

        return await self._once((key, self.default), asker, work)

    async def of_pages(self, parts: Sequence[tuple[str, Page]], asker: Sender) -> Digested:
        """The digest of the (key, page) pairs of one video."""
        (key, page), *others = parts
        if others:
            key, page = key_of(*(key for key, _ in parts)), merged([page for _, page in parts])
            await self.cache.keep_page(key, page)
        known = await self.of_page(key, asker)
        if known:
            return known
        work = partial(self._digest, key, page, asker, self.default)
        return await self._once((key, self.default), asker, work)

    async def of_page(
        self, page: str, asker: Sender, options: Options | None = None
    ) -> Digested | None:
        """The digest of the kept page with the key ``page``; None if it is not kept."""
        options = self._own(options)
        known = await self.known(page, options)
        if known:
            note_digest(known.digest, cached=True)
            return known
        kept = await self.cache.page(page)
        if kept is None:
            return None
        return await self._once(
            (page, options), asker, lambda: self._digest(page, kept, asker, options)
        )

    async def of_other(self, page: str, number: int, asker: Sender) -> Digested | None:
        """The digest of the ``number``-th of the pages that came together, counted from 1.

        None where that one is not kept with the ``page`` that came first.
        """
        kept = await self.cache.page(page)
        if kept is None or not 0 < number <= 1 + len(kept.others):
            return None
        if number == 1:
            return await self.of_page(page, asker)
        key = key_of(page, "others", str(number))
        await self.cache.keep_page(key, kept.others[number - 2])
        return await self.of_page(key, asker)

    async def known(self, page: str, options: Options) -> Digested | None:
        """The digest of a page if it was computed before, and is kept."""
        key = self._digest_key(page, options)
        digest = await self.cache.digest(key)
        return Digested(page, key, digest) if digest else None

    async def of_reply(self, reply: Reply) -> Digested | None:
        """The digest that a reply shows; None if it is not kept."""
        digest = await self.cache.digest(reply.digest)
        return Digested(reply.page, reply.digest, digest) if digest else None

    async def _read(self, source: Source, asker: Sender, options: Options) -> Digested:
        given = source, self._own(options)
        page, digest = await self.workers.run(
            read_and_digest, *given, person=asker.user, quick=source.is_quick
        )
        await self.cache.keep_page(source.key, page)
        return await self._keep(source.key, options, digest)

    async def _digest(self, page: str, kept: Page, asker: Sender, options: Options) -> Digested:
        given = kept, self._own(options)
        digest = await self.workers.run(
            digest_page, *given, person=asker.user, quick=is_quick(kept)
        )
        return await self._keep(page, options, digest)

    async def _keep(self, page: str, options: Options, digest: Digest) -> Digested:
        key = self._digest_key(page, options)
        await self.cache.keep_digest(key, page, digest)
        return Digested(page, key, digest)

    def _digest_key(self, page: str, options: Options) -> str:
        return key_of(page, repr(self._own(options)), b"")

    def _own(self, options: Options | None) -> Options:
        """``options`` with the authors that the chat is shown; without any, the usual ones."""
        return replace(options, authors=self.default.authors) if options else self.default

    async def _once(
        self, key: Hashable, asker: Sender, work: Callable[[], Awaitable[Digested]]
    ) -> Digested:
        """The work's result; whoever asks meanwhile waits for the same task, and pays nothing."""
        note_digest(None, cached=False)
        if key not in self._running:
            self._check(asker)
            self.quota.count(asker)
            task = asyncio.ensure_future(work())
            self._running[key] = task
            task.add_done_callback(partial(self._ended, key))
        digested: Digested = await asyncio.shield(self._running[key])
        note_digest(digested.digest, cached=False)
        return digested

    def _ended(self, key: Hashable, task: asyncio.Future[Digested]) -> None:
        """Forget the work; who asked for it was told how it ended, unless they wait no more."""
        self._running.pop(key)
        _ = task.cancelled() or task.exception()

    def _check(self, asker: Sender) -> None:
        seconds = self.quota.delay(asker)
        if seconds:
            raise QuotaError(seconds)
