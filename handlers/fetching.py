"""What the conversation needs of fetching, where the operator allows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final, Literal, Protocol
from urllib.parse import urlsplit

from summarizer import Page, UnreadableError, read_page
from summarizer.merge import merged
from summarizer.model import Omission

Mode = Literal["off", "open", "all"]
"""``open``: sites with public interfaces that need no key; ``all``: video sites too."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What did not come, ``captions`` for example, and why, ``refused``: both keys of texts.

    The texts are ``fetch-what-captions`` and ``fetch-why-refused``. ``found`` of ``stated`` say how
    much of it came, where it is known.
    """

    what: str
    why: str
    found: int = 0
    stated: int = 0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of an address.

    ``files`` are pairs of a name and bytes, as read_page knows them, all of one video or page;
    ``came`` are keys of texts, of ``fetch-what-captions`` for example.
    """

    files: tuple[tuple[str, bytes], ...]
    came: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(len(data) for _, data in self.files)


class FetchError(Exception):
    """Nothing came: ``key`` is that of the sentence that says why, ``values`` what it names."""

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key, *values.values())
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle it with its values: it comes from another process."""
        return _again, (type(self), self.key, self.values)


class Fetcher(Protocol):
    """Fetches what an address names, beside the event loop."""

    @property
    def mode(self) -> Mode:
        """What the operator allows; never ``off``."""
        ...

    def kept(self, url: str) -> Fetched | None:
        """Return what came of the address a while ago, where it is fresh."""
        ...

    async def __call__(self, url: str, person: int) -> Fetched:
        """Return what comes; the ``person`` who has asked for it waits their turn.

        Raises:
            FetchError: nothing came.
        """
        ...

    async def more(self, url: str, person: int) -> Fetched:
        """Return what comes with five times as many comments; raises as a call does."""
        ...

    def before(self, person: int) -> int:
        """Return how many others have a turn before this person's next."""
        ...


def page_of(fetched: Fetched, url: str) -> Page:
    """Return the page that the files of one video make, with what came of ``url`` and what did not.

    Raises:
        FetchError: none of the files can be read.
    """
    pages = list(_readable(fetched))
    host = urlsplit(url).hostname or ""
    if not pages:
        raise FetchError("fetch-nothing", host=host)
    page = merged(pages) if len(pages) > 1 else pages[0]
    said = tuple(one for one in page.omissions if one.kind not in _SAID_BY_FETCHING)
    came = Omission("fetched", part="|".join((host, *fetched.came)))
    lacks = (
        Omission("not-fetched", one.found, one.stated, f"{one.what}|{one.why}")
        for one in fetched.missing
    )
    return replace(page, url=page.url or url, omissions=(*said, came, *lacks))


def with_more_comments(page: Page, fetched: Fetched, url: str) -> Page:
    """Return the page with the comments of what was ``fetched`` once more, if those are more.

    Else it says why not; either way the limit is none that could be raised again. All else of the
    page stays, so that nothing is lost where something does not come this time.

    Raises:
        FetchError: nothing of it can be read.
    """
    again = page_of(fetched, url)
    is_more = len(again.comments) > len(page.comments)
    comments, stated = again.comments, again.comments_stated
    grown = replace(page, comments=comments, comments_stated=stated) if is_more else page
    why = why_not_all(fetched, "most" if is_more else "unsupported")
    others = (one for one in page.omissions if not _is_about_comments(one))
    said = (again if is_more else page).omissions
    lacks = (replace(one, part=f"comments|{why}") for one in said if _is_about_comments(one))
    return replace(grown, omissions=(*others, *lacks))


def why_not_all(fetched: Fetched, limit: str) -> str:
    """Return why not all comments came; ``limit`` where that is only how many were asked for."""
    why = next((one.why for one in fetched.missing if one.what == "comments"), "limit")
    return limit if why == "limit" else why


def _is_about_comments(omission: Omission) -> bool:
    return omission.kind == "not-fetched" and omission.part.startswith("comments|")


def _readable(fetched: Fetched) -> Iterator[Page]:
    for name, data in fetched.files:
        with suppress(UnreadableError):
            yield read_page(data, name)


_SAID_BY_FETCHING: Final = frozenset({"comments-not-loaded"})
"""Of a page that was copied: nobody scrolls here."""


def _again(kind: type[FetchError], key: str, values: dict[str, str | int]) -> FetchError:
    return kind(key, **values)
