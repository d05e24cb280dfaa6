"""What the conversation needs from the world outside: a cache, workers, their errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from telegram.error import NetworkError

from summarizer.model import Digest, Page

T = TypeVar("T")

FailureReason = Literal["timeout", "memory", "crash"]
"""How a job came to its end: too long, too much memory, or its process died."""


class AdviceError(Exception):
    """A text that says what to do stands for the answer."""


class QuotaError(Exception):
    """Somebody has asked for all digests that they may; one more is allowed in ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class JobFailedError(Exception):
    """A job that was ended by its limits, or that ended its process."""

    def __init__(self, reason: FailureReason) -> None:
        super().__init__(reason)
        self.reason = reason


class FencedError(NetworkError):
    """Another process answers now: nothing of this one is sent or recorded any more.

    To whoever waits here it is as if there were no network: what is open is answered there.
    """


class Operator(Protocol):
    """What the people who run the bot may ask of it in private."""

    def obeys(self, user: int, command: str) -> bool:
        """Whether this is one of their commands, and the user one of them."""
        ...

    def commands(self, user: int) -> Mapping[str, str]:
        """Return the commands that the user may give, each with what it is for."""
        ...

    async def carry_out(self, command: str, argument: str) -> str:
        """Carry out a command; return what to tell who gave it."""
        ...


class FairQueue(Protocol):
    """Places that people hold in turn: nobody waits for all that another has asked for."""

    def turn(self, person: int) -> AbstractAsyncContextManager[None]:
        """Wait for a place, and hold it until the context ends."""
        ...

    def before(self, person: int) -> int:
        """Return how many others have their turn before this person, 0 for who does not wait."""
        ...


class Workers(Protocol):
    """CPU work beside the event loop."""

    async def run(self, job: Callable[..., T], *args: object, person: int, quick: bool = ...) -> T:
        """Return ``job(*args)``, or raise what it raises, or JobFailedError.

        The job is a function of a module, its arguments and result can be pickled. The ``person``
        who has asked for it waits their turn, a ``quick`` one, of a second at most, for no long
        ones. When the caller is cancelled the job is ended too.
        """
        ...

    def before(self, person: int) -> int:
        """Return how many others have a job begun before this person's next."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply of the bot in a chat, and the page it shows.

    ``message`` is its id; ``page`` the key of the page; ``digest`` the key of the digest it shows,
    "" where it shows something else of the page; ``sources`` the ids of the messages that the page
    came in; ``video`` the address or id of the video, as the caller writes it to find
    it again; ``date`` is when the page was sent, by Telegram's clock (seconds of the epoch): this
    host's may be wrong.
    """

    chat: int
    message: int
    page: str
    digest: str = ""
    asker: int = 0
    thread: int | None = None
    sources: tuple[int, ...] = ()
    video: str | None = None
    date: float = 0.0


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose messages belong together: ``user`` is ``sender_chat or from_user``."""

    chat: int
    user: int
    thread: int | None = None


class Cache(Protocol):
    """What is kept. No call raises for a storage error: reading is a miss, writing does nothing."""

    async def page(self, key: str) -> Page | None:
        """Return a page as it was kept."""
        ...

    async def keep_page(self, key: str, page: Page) -> None:
        """Keep a page; the same key always means the same page."""
        ...

    async def digest(self, key: str) -> Digest | None:
        """Return a digest as it was kept; the key names page, options and algorithm version."""
        ...

    async def keep_digest(self, key: str, page: str, digest: Digest) -> None:
        """Keep a digest of the page with key ``page``; it leaves together with its page."""
        ...

    async def keep_reply(self, reply: Reply) -> None:
        """Keep what a reply shows, instead of what the same message showed before."""
        ...

    async def reply(self, chat: int, message: int) -> Reply | None:
        """Return what the bot's message shows."""
        ...

    async def reply_to(self, chat: int, source: int) -> Reply | None:
        """Return the latest reply made from the message ``source``."""
        ...

    async def reply_with_page(self, chat: int, page: str) -> Reply | None:
        """Return the latest reply with that page in that chat: without one its button is void."""
        ...

    async def reply_about(self, chat: int, video: str) -> Reply | None:
        """Return the latest reply in the chat about that video."""
        ...

    async def last_reply(self, sender: Sender) -> Reply | None:
        """Return the latest reply with a digest to that person in that chat and thread."""
        ...

    async def latest_reply(self, chat: int, thread: int | None) -> Reply | None:
        """Return the latest reply with a digest in that chat and thread, whoever asked for it."""
        ...

    async def remember_link(self, sender: Sender, url: str, date: float) -> None:
        """Remember a video's address that was sent alone, at ``date`` by Telegram's clock."""
        ...

    async def remembered_link(self, sender: Sender, date: float) -> str | None:
        """Return the address the sender sent last, within ten minutes before ``date``.

        It stays remembered.
        """
        ...

    async def forget(self, chat: int) -> int | None:
        """Remove all that is kept for the chat, and pages that no other chat holds.

        Returns how many replies were known, or None when nothing could be removed.
        """
        ...

    async def move(self, old: int, new: int) -> None:
        """Give a group's rows to the supergroup it became."""
        ...


class Outbox(Protocol):
    """Answers that are sent once: what was sent is known after a crash too."""

    async def sending(self, answer: str) -> int | None:
        """Record that an answer is about to be sent; return its message if it was sent before."""
        ...

    async def sent(self, answer: str, message: int, *updates: int) -> None:
        """Record the id of the answer's message, and that these updates are done with it.

        Raises:
            FencedError: another process answers; the message is not the one that stands.
        """
        ...

    async def recorded(self, answer: str) -> int | None:
        """Return the id of the answer's message as it is on record; None where none is.

        Raises:
            FencedError: that cannot be known.
        """

    async def done(self, *updates: int) -> None:
        """Record that these updates need no further answer."""
        ...

    async def hold(self, answer: str, *updates: int) -> None:
        """Keep what these updates say after they are done: the paste they make may still grow."""
        ...

    async def retry_later(self, *updates: int) -> None:
        """Let these updates come again in a minute: without a network nobody can be answered."""
        ...

    async def forget(self, chat: int) -> None:
        """Take the words of what is done of the chat out of all files."""
        ...


class Quota(Protocol):
    """How many digests a user and a chat may ask for."""

    def delay(self, sender: Sender) -> float:
        """Return the seconds until the user may have one more in this chat; 0.0 for none."""
        ...

    def count(self, sender: Sender) -> None:
        """Count one for the user and for the chat."""
        ...
