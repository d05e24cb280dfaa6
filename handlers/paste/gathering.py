"""A source while it may still grow: what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.paste.batch import Batch, link_in
from handlers.paste.incoming import Incoming
from handlers.paste.joining import begins_another, continues, overflows
from handlers.paste.loop import Timer
from handlers.protocols import Sender
from summarizer.video_url import sole_link

KEPT = 120.0
"""Seconds within which a later part belongs to the paste."""
AT_ONCE = 2.0
"""Seconds within which no one pastes twice."""


@dataclass(eq=False, slots=True)
class Gathering:
    """A batch while it may still grow; ``requested``: the bot is to answer it, at ``due``."""

    key: str
    sender: Sender
    last_activity: float = 0.0
    parts: dict[int, Incoming] = field(default_factory=dict)
    asked: Incoming | None = None
    requested: bool = False
    timer: Timer | None = None
    due: float = 0.0
    refused: dict[int, Incoming] = field(default_factory=dict)
    beside: dict[int, Incoming] = field(default_factory=dict)

    def batch(self) -> Batch:
        """The messages as they are now."""
        parts = tuple(self.parts[message] for message in sorted(self.parts))
        beside = tuple(self.beside.values())
        return Batch(self.key, self.sender, parts, self.asked, tuple(self.refused), beside)

    def belongs_beside(self, other: Gathering) -> bool:
        """Whether it is a link or a short line that only says more of the other, which waits."""
        mine, theirs = self.batch(), other.batch()
        if self.asked or mine.is_page:
            return False
        if mine.link:
            return theirs.is_page and not any(link_in(part.text) for part in theirs.beside)
        return theirs.is_page or theirs.link is not None

    @property
    def messages(self) -> tuple[int, ...]:
        """The ids of all messages that it holds."""
        return (*self.parts, *self.refused, *self.beside)

    def replace(self, part: Incoming) -> Incoming | None:
        """Put a message in the place of its former version, which is returned if there is one."""
        held = self.beside if part.message in self.beside else self.parts
        old = held.get(part.message)
        if old:
            held[part.message] = part
        return old

    def accepts(self, part: Incoming) -> bool:
        """Whether a part is of this paste or album, by what came before and after it."""
        before, after = self._neighbours(part.message)
        neighbour = before[-1] if before else after
        if neighbour is None:
            return False
        if part.document or neighbour.document:
            return part.album is not None and part.album == neighbour.album
        if _is_separate(part, neighbour) or (part.command and before):
            return False
        return _continues(before, part) if before else continues([part.text], neighbour.text)

    def _neighbours(self, message: int) -> tuple[list[Incoming], Incoming | None]:
        """The parts before a message, and the one after it; the refused count too."""
        parts = sorted((self.parts | self.refused).items())
        after = next((part for number, part in parts if number > message), None)
        return [part for number, part in parts if number < message], after


def _is_separate(part: Incoming, neighbour: Incoming) -> bool:
    """Whether time or writer keep two texts apart; a link is seldom the end of a page."""
    seconds = abs(part.date - neighbour.date)
    late_link = seconds > AT_ONCE and sole_link(part.text)
    return seconds > KEPT or part.origin != neighbour.origin or bool(late_link)


def _continues(before: Sequence[Incoming], part: Incoming) -> bool:
    """Whether the part goes on with the text, as a client of Telegram would have split it."""
    texts = [each.text for each in before]
    pasted_at_once = abs(part.date - before[-1].date) <= AT_ONCE and part.origin is None
    return continues(texts, part.text) or (pasted_at_once and _runs_over(texts, part.text))


def _runs_over(parts: Sequence[str], following: str) -> bool:
    """Whether a client whose rules are not known here may have split before ``following``."""
    return overflows(parts[-1], following) and not begins_another(parts, following)
