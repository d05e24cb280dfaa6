"""Which messages of the bot answer what was asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tools.soak.machines.record import Asked, Record, Taken


@dataclass(slots=True, eq=False)
class Shown:
    """A message of the bot through its edits; ``versions`` begins with what was sent."""

    versions: list[Taken] = field(default_factory=list)
    is_gone: bool = False

    @property
    def first(self) -> Taken:
        """What was sent."""
        return self.versions[0]

    @property
    def last(self) -> Taken:
        """What it became."""
        return self.versions[-1]


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked with the messages that answer it, in the order in which they came."""

    asked: Asked
    messages: tuple[Shown, ...]

    @property
    def standing(self) -> tuple[Shown, ...]:
        """Those that were not removed."""
        return tuple(message for message in self.messages if not message.is_gone)

    @property
    def is_lost(self) -> bool:
        """Whether no answer that stands ever had all that was asked for."""
        if self.asked.kind != "page":
            return not self.standing
        return not any(self._is_whole(v) for message in self.standing for v in message.versions)

    @property
    def first_call(self) -> float | None:
        """When the bot first called Telegram to answer it, be it with a note of progress."""
        return min((message.first.came for message in self.messages), default=None)

    @property
    def moment(self) -> float | None:
        """When its answer was there to be read."""
        versions = [version for message in self.messages for version in message.versions]
        is_page = self.asked.kind == "page"
        fit = [v.done for v in versions if not is_page or v.title == self.asked.title]
        return min(fit, default=None)

    def __str__(self) -> str:
        """Name what was asked."""
        one = self.asked
        return f"{one.kind} {one.title or one.query or one.message} in {one.chat} at {one.at:.1f}"

    def _is_whole(self, version: Taken) -> bool:
        one = self.asked
        links = not one.video or _links([version], one.video)
        return version.title == one.title and version.size == one.size and links


def shown_in(record: Record) -> list[Shown]:
    """Return the messages of the bot."""
    messages: dict[tuple[int, int], Shown] = {}
    for call in sorted(record.taken, key=lambda call: call.done):
        place = (call.chat, call.message)
        if call.verb == "send":
            messages[place] = Shown([call])
        elif place in messages and call.verb == "edit":
            messages[place].versions.append(call)
        elif place in messages and call.verb == "delete":
            messages[place].is_gone = True
    return list(messages.values())


def answered_in(record: Record, shown: Iterable[Shown]) -> list[Answered]:
    """Return all that was asked, with its answers."""
    presses = [Shown([call]) for call in record.taken if call.verb == "answer"]
    places = defaultdict(list)
    for message in (*shown, *presses):
        places[message.first.chat or message.first.query].append(message)
    return [Answered(one, _answers(places[one.query or one.chat], one)) for one in record.asked]


def _answers(there: Iterable[Shown], one: Asked) -> tuple[Shown, ...]:
    """The messages of one chat that answer it; a link may be taken up by its page's digest.

    So it may be by another process than the one whose answer to the link was removed.
    """
    match one.kind:
        case "press":
            return tuple(there)
        case "page":
            return tuple(m for m in there if _is_of_page(m, one))
    replies = tuple(m for m in there if m.first.reply_to == one.message)
    if any(not message.is_gone for message in replies) or not one.video:
        return replies
    return (*replies, *(m for m in there if _links(m.versions, one.video)))


def _is_of_page(message: Shown, one: Asked) -> bool:
    """Whether it is the page's digest, or a note of its progress."""
    titles = any(version.title == one.title for version in message.versions)
    return titles or message.first.reply_to == one.message


def _links(versions: Iterable[Taken], video: str) -> bool:
    return any(video in link for version in versions for link in version.links)
