"""What happened, by one clock: what people asked, what Telegram took, what failed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["page", "line", "press"]
Verb = Literal["send", "edit", "delete", "answer"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that deserves an answer; times are seconds.

    A ``page`` is answered by a message that begins with its title, whose second line has its
    ``size``; a ``line`` by a message in reply to it; a ``press`` by an answer to its query. A line
    may name a ``video``: then the digest of the page after it, which has it too, links to it.
    """

    kind: Kind
    chat: int
    person: int
    at: float
    message: int = 0
    title: str = ""
    size: str = ""
    video: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A call that Telegram carried out for a machine.

    It ``came``, was ``done``, and its answer was ``told``, wherever the caller was by then.
    """

    verb: Verb
    machine: str
    came: float
    done: float
    told: float
    chat: int = 0
    message: int = 0
    text: str = ""
    reply_to: int = 0
    links: tuple[str, ...] = ()
    query: str = ""

    @property
    def title(self) -> str:
        """The first line."""
        return self.text.partition("\n")[0]

    @property
    def size(self) -> str:
        """The second line: how much was read."""
        return self.text.partition("\n")[2].partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Failure:
    """What a machine suffered, or the database (""): then ``at`` is when it was back.

    ``is_kill``: the process was gone from one instant to the next. Then ``unrecorded`` has the keys
    of the answers of which the bot knows only that they were about to be sent.
    """

    machine: str
    at: float
    is_kill: bool = False
    unrecorded: frozenset[str] = frozenset()


@dataclass(slots=True)
class Record:
    """Everything, in the order in which it became known."""

    asked: list[Asked] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    @property
    def latest(self) -> float:
        """When anything was asked or taken last."""
        asked = [one.at for one in self.asked[-1:]]
        return max([*asked, *(call.done for call in self.taken[-1:])], default=0.0)
