"""The answers of one site, gathered one after another into one file of JSON."""

from __future__ import annotations

from typing import Final, TypeVar
from urllib.parse import urlsplit

import msgspec

from bot.fetch.model import Fetched, FetchError, Get, Missing
from bot.fetch.sites.answers.encoding import text_of

Shape = TypeVar("Shape")

_JSON: Final = "application/json"


class Answers:
    """What came of the requests for one page, and what did not come.

    A ``shape`` is a msgspec.Struct of the few fields that lead to the next request: an answer that
    is kept is kept whole.
    """

    def __init__(self, get: Get) -> None:
        self.get = get
        self._texts: list[str] = []
        self._came: dict[str, None] = {"page": None}
        self._missing: dict[str, Missing] = {}

    async def need(self, url: str, shape: type[Shape], *, keep: bool = True) -> Shape:
        """The answer without which there is no page; FetchError where it does not come."""
        got = await self.get(url, accept=_JSON)
        text = text_of(got)
        value = _value(got.url, text, shape)
        if keep:
            self._texts.append(text)
        return value

    async def more(
        self, what: str, url: str, shape: type[Shape], *, keep: bool = True
    ) -> Shape | None:
        """An answer that completes the page; None, and ``what`` is missing, where it fails."""
        try:
            return await self.need(url, shape, keep=keep)
        except FetchError as problem:
            self.lack(what, why(problem))
        return None

    async def look(self, url: str, shape: type[Shape]) -> Shape | None:
        """An answer that nobody misses; None where it does not come."""
        try:
            return await self.need(url, shape)
        except FetchError:
            return None

    def note(self, what: str) -> None:
        """Note that a part came, be it not all of it."""
        self._came[what] = None

    def lack(self, what: str, why: str) -> None:
        """Note that a part did not come; the first reason stays."""
        self._missing.setdefault(what, Missing(what, why))

    def count(self, what: str, found: int, stated: int | None, why: str) -> None:
        """Note how much of a part came of what the site states, and ``why`` if no fault says it."""
        if found:
            self.note(what)
        is_less = found < (stated or 0)
        if is_less:
            self.lack(what, why)
        if found and (lacking := self._missing.get(what)):
            self._missing[what] = Missing(what, lacking.why, found, (stated or 0) if is_less else 0)

    def fetched(self, *files: tuple[str, bytes]) -> Fetched:
        """All that came, with other ``files`` of the same page."""
        own = [("page.json", "\n".join(self._texts).encode())] if self._texts else []
        return Fetched((*own, *files), tuple(self._came), tuple(self._missing.values()))


def why(problem: FetchError) -> str:
    """The reason of an error as one of what is missing."""
    return problem.key.removeprefix("fetch-")


def gone(url: str) -> FetchError:
    """What is said where a site answers that there is nothing, or no more."""
    return FetchError("fetch-gone", host=host(url))


def host(url: str) -> str:
    """The host of an address that was asked for."""
    return urlsplit(url).hostname or ""


def _value(url: str, text: str, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(text, type=shape, strict=False)
    except (msgspec.MsgspecError, RecursionError) as problem:
        raise FetchError("fetch-wrong-kind", host=host(url)) from problem
