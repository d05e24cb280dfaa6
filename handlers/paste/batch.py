"""The messages that make one source, and the events that the intake reports about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handlers.paste.incoming import Document, Incoming
from handlers.paste.joining import join, looks_split
from handlers.protocols import Sender
from summarizer.choice.phrases import asks
from summarizer.video_url import sole_link

REMARK_CHARACTERS = 200
"""Characters under which one line is talk, not a page."""
SHARED_LINES = 3
"""Lines that an app shares at most: words, the address, "Sent from my phone"."""

LENGTH = re.compile(r"\d{1,3}")
"""How many sentences a digest is to have, as people write it."""
MOST_LINKS = 10
"""Addresses that one message offers a choice of; more are a text."""

ASK = "ask"
"""The command before a question."""
MOST_QUESTIONS = 3
"""Questions beside a source that are answered."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The messages that make one source: parts of a pasted text, or files sent together.

    ``key`` stays the same when more parts come or one is edited, also after a restart, so that
    the reply can be edited. ``asked`` is the message with the command, None for a plain paste;
    ``refused`` holds the ids of those that were too many; ``beside`` are a link or a short line
    that came alone a moment before or after it.
    """

    key: str
    sender: Sender
    parts: tuple[Incoming, ...]
    asked: Incoming | None = None
    refused: tuple[int, ...] = ()
    beside: tuple[Incoming, ...] = ()

    @property
    def text(self) -> str:
        """The text the user copied, without the command before it."""
        return self.without_command(join([part.text for part in self.parts]))

    def without_command(self, joined: str) -> str:
        """The joined parts from behind the command that the first one may begin with."""
        first = self.parts[0].command
        return joined[first.end if first else 0 :]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files, in the order they were sent."""
        return tuple(part.document for part in self.parts if part.document)

    @property
    def hidden_links(self) -> tuple[tuple[str, str], ...]:
        """Words of the text that carry an address, each with it."""
        return tuple(
            (part.text[link.offset : link.offset + link.length], link.url)
            for part in self.parts
            for link in part.links
        )

    @property
    def note(self) -> str:
        """What was said beside the source: a link, a file's caption, words after a command."""
        return "\n".join(part.argument for part in self._said_beside if part.argument)

    @property
    def questions(self) -> tuple[str, ...]:
        """What is asked there: each line that ends as a question does, all that follows /ask."""
        asked = dict.fromkeys(each for part in self._said_beside for each in _questions(part))
        return tuple(asked)[:MOST_QUESTIONS]

    @property
    def _said_beside(self) -> list[Incoming]:
        """The messages whose words are no part of the source."""
        beside = [*self.beside, *(part for part in self.parts if part.document)]
        if self.asked and self.asked not in self.parts:
            beside.append(self.asked)
        return beside

    @property
    def length(self) -> int | None:
        """How many sentences a command asks for behind its name, of a page or file beside it."""
        if self.asked is None or (self.asked in self.parts and not self.documents):
            return None
        said = self.asked.argument.strip()
        return max(int(said), 1) if LENGTH.fullmatch(said) else None

    @property
    def link(self) -> str | None:
        """The address, where the source is a link alone or a short line around one."""
        return link_in(self.text) if len(self.parts) == 1 and not self.documents else None

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses, where the source is several of them and nothing else; else none."""
        if len(self.parts) > 1 or self.documents:
            return ()
        found = [sole_link(word) for word in self.text.split()[: MOST_LINKS + 1]]
        links = tuple(dict.fromkeys(link for link in found if link))
        return links if 1 < len(found) <= MOST_LINKS and all(found) else ()

    @property
    def is_page(self) -> bool:
        """Whether it is more than a word of thanks or a link."""
        return not self.is_remark and self.link is None

    @property
    def is_remark(self) -> bool:
        """Whether it is a short line, which nobody needs digested; iOS may send a title alone.

        What is said without a command may be a few lines: a greeting, and what it is about.
        """
        first, *more = self.parts
        said = first.argument.strip()
        lines = 1 if first.command else SHARED_LINES
        is_short = len(said) < REMARK_CHARACTERS and said.count("\n") < lines
        return is_short and not more and not first.document

    @property
    def date(self) -> float:
        """When its first message was sent, by Telegram's clock, in seconds of the epoch."""
        return self.parts[0].date

    @property
    def may_grow(self) -> bool:
        """Whether it is a paste of which another part may come."""
        return any(looks_split(part.text) for part in self.parts if not part.document)

    @property
    def messages(self) -> tuple[int, ...]:
        """The ids of all messages that a reply is made from."""
        ids = {part.message for part in self.parts} | (
            {self.asked.message} if self.asked else set()
        )
        return tuple(sorted(ids))

    @property
    def settles(self) -> tuple[int, ...]:
        """The ids of all messages that a reply answers."""
        return (*self.messages, *self.refused, *(part.message for part in self.beside))


@dataclass(frozen=True, slots=True)
class Receiving:
    """Another part has come; more may follow."""

    batch: Batch


@dataclass(frozen=True, slots=True)
class Ready:
    """The source is whole, as far as is known; reported again when it grows or changes."""

    batch: Batch


@dataclass(frozen=True, slots=True)
class TooMany:
    """More parts have come than are read; those of the batch are kept. Reported once."""

    batch: Batch


@dataclass(frozen=True, slots=True)
class CommandAlone:
    """A command without anything to read: no text, no file, no page just before it."""

    asked: Incoming


def link_in(text: str) -> str | None:
    """The address that a text is, or that a few lines hold among some words: apps share so."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(text) >= REMARK_CHARACTERS or len(lines) > SHARED_LINES:
        return sole_link(text)
    words = (word.strip(".,;:!?()<>") for word in text.split())
    found = {link for word in words if "." in word and (link := sole_link(word))}
    return found.pop() if len(found) == 1 else None


def _questions(part: Incoming) -> list[str]:
    if part.command and part.command.name == ASK:
        return [part.argument.strip()] if part.argument.strip() else []
    lines = (line.strip() for line in part.argument.splitlines())
    return [line for line in lines if asks(line) and not link_in(line)]


Event = Receiving | Ready | TooMany | CommandAlone
