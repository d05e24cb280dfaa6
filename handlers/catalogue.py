"""What the conversation needs of a catalogue: what is kept of each chat, listed and found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from handlers.protocols import Reply
from summarizer.places import Found


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that is kept of a chat: the reply that shows it last, and the place that was found."""

    reply: Reply
    title: str
    url: str | None = None
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Some of what is kept of a chat, newest first, and how many there are in all."""

    items: tuple[Kept, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in a message of the bot: the pages of the chat with these words, "" for all."""

    chat: int
    message: int
    asker: int
    thread: int | None
    words: str


class Catalogue(Protocol):
    """What is kept of each chat, never another's; a storage error finds nothing."""

    async def listed(self, chat: int, words: str, first: int, most: int) -> Listed:
        """Return up to ``most`` videos that are kept of the chat, from number ``first`` (0) on.

        Of several copies of a page the latest is listed.

        With ``words``, only the pages that hold them all, each with the place where they stand.
        """
        ...

    async def reply(self, chat: int, page: str) -> Reply | None:
        """Return the latest reply in the chat that shows a digest of the page."""
        ...

    async def earlier_copy(self, reply: Reply) -> Reply | None:
        """Return the latest reply in the chat with another page about the same video."""
        ...

    async def keep_listing(self, listing: Listing) -> None:
        """Keep what a list shows, so that its buttons work."""
        ...

    async def listing(self, chat: int, message: int) -> Listing | None:
        """Return what the list in that message shows."""
        ...
