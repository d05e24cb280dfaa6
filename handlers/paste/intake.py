"""Messages to batches: the parts of a paste come together, files pass at once.

    def on_event(event: Event) -> None:
        match event:
            case Receiving(batch):
                begin(show_progress(batch.sender, len(batch.parts)))
            case Ready(batch):
                begin(answer(batch))  # edits the reply when it has answered batch.key before
            case TooMany(batch):
                begin(refuse(batch))
            case CommandAlone(asked):
                begin(explain(asked))

    intake = Intake(on_event, asyncio.get_running_loop())
    intake.add(read_message(update.effective_message, me))

Nothing here waits: ``add`` returns at once and timers report the rest. All that is held is
forgotten after two minutes and comes back by adding the same messages again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import partial

from handlers.paste.batch import CommandAlone, Event, Ready, Receiving, TooMany, link_in
from handlers.paste.gathering import KEPT, Gathering
from handlers.paste.incoming import Incoming, read_target
from handlers.paste.joining import looks_split
from handlers.paste.loop import Loop
from handlers.protocols import Sender

HOLD = 0.7
"""Seconds a text is held, since a title may be part one; files sent together also wait so long."""
HOLD_SPLIT = 1.5
"""Seconds after a part that looks split, or a link, which its page may follow."""
MAX_PARTS = 60
MAX_KEPT = 5000
"""Messages remembered at most, of all users together: about 40 MB if all are full."""


class Intake:
    """Finds out what to answer: ``on_event`` is called once for each event, in their order."""

    def __init__(
        self,
        on_event: Callable[[Event], None],
        loop: Loop,
        max_parts: int = MAX_PARTS,
        max_kept: int = MAX_KEPT,
    ) -> None:
        self._on_event = on_event
        self._loop = loop
        self._max_parts = max_parts
        self._max_kept = max_kept
        self._gatherings: OrderedDict[str, Gathering] = OrderedDict()
        self._by_sender: dict[Sender, OrderedDict[str, Gathering]] = {}
        self._by_message: dict[tuple[int, int], Gathering] = {}

    def add(self, incoming: Incoming, *, redelivered: bool = False) -> bool:
        """Take a message in, or its edited version; what is not addressed waits for a command.

        Returns whether it changes anything; ``redelivered``: it came before, and was not answered.
        """
        self._forget()
        known = self._by_message.get((incoming.sender.chat, incoming.message))
        if known:
            return self._edit(known, incoming, redelivered=redelivered)
        if incoming.command and not incoming.document:
            self._command(incoming)
        elif incoming.kind in ("text", "document"):
            self._schedule(self._put(incoming), incoming, _seconds_to_wait(incoming))
        return True

    def has_album(self, incoming: Incoming) -> bool:
        """Whether words or files of the same album have come."""
        held = (part for each in self._recent(incoming.sender) for part in each.parts.values())
        return incoming.album is not None and any(part.album == incoming.album for part in held)

    def when_still(self, chat: int, act: Callable[[], None]) -> None:
        """Call ``act`` once none of the chat's pastes waits for more: now, where none does."""
        gatherings = self._gatherings.values()
        if due := [g.due for g in gatherings if g.sender.chat == chat and g.timer]:
            again = partial(self.when_still, chat, act)
            self._loop.call_later(max(0.0, max(due) - self._loop.time()), again)
        else:
            act()

    def forget(self, chat: int) -> None:
        """Forget the chat's messages, but for those that still wait for their answer."""
        for gathering in tuple(self._gatherings.values()):
            if gathering.sender.chat == chat and not gathering.timer:
                self._drop(gathering)

    def close(self) -> None:
        """Stop all timers: what is unanswered comes again with the same messages."""
        for gathering in self._gatherings.values():
            if gathering.timer:
                gathering.timer.cancel()

    def _edit(self, gathering: Gathering, incoming: Incoming, *, redelivered: bool) -> bool:
        """An edited part; the same again (its link preview came) changes nothing."""
        old = gathering.replace(incoming)
        if old and redelivered:
            gathering.replace(old)  # edited since, perhaps
        if old is None or (old.content == incoming.content and not redelivered):
            return False
        self._schedule(gathering, incoming, HOLD)
        return True

    def _command(self, incoming: Incoming) -> None:
        """A command: on what it replies to, on its own text, or on the page just before it.

        In reply to a digest, or to what has no words, it is alone: whoever answers knows more.
        """
        part = read_target(incoming)
        if part:
            known = self._by_message.get((part.sender.chat, part.message))
            gathering, hold = known or self._put(part), 0.0
        elif incoming.argument:
            gathering, hold = self._put(incoming), _seconds_to_wait(incoming)
        else:
            last = next(filter(_is_meant, self._recent(incoming.sender)), None)
            if last is None or incoming.reply or incoming.media:
                return self._on_event(CommandAlone(incoming))
            gathering, hold = last, 0.0
        return self._schedule(gathering, incoming, HOLD if gathering.timer and not hold else hold)

    def _put(self, part: Incoming) -> Gathering:
        """The gathering that the part belongs to, grown by it; a new one if there is none."""
        recent = self._recent(part.sender)
        gathering = next((each for each in recent if each.accepts(part)), None)
        if gathering is None:
            key = f"{part.sender.chat}:{part.message}"
            gathering = self._gatherings[key] = Gathering(key, part.sender)
            self._by_sender.setdefault(part.sender, OrderedDict())[key] = gathering
        full = len(gathering.parts) >= self._max_parts
        (gathering.refused if full else gathering.parts)[part.message] = part
        self._by_message[part.sender.chat, part.message] = gathering
        return gathering

    def _recent(self, sender: Sender) -> Iterator[Gathering]:
        """The sender's gatherings, the latest first."""
        return reversed(self._by_sender.get(sender, OrderedDict()).values())

    def _schedule(self, gathering: Gathering, incoming: Incoming, hold: float) -> None:
        """Note that something came for a gathering; report it now, or when the hold is over."""
        if incoming.addressed:
            gathering = self._paired(gathering)
        gathering.last_activity = self._loop.time()
        self._gatherings.move_to_end(gathering.key)
        self._by_sender[gathering.sender].move_to_end(gathering.key)
        gathering.requested = gathering.requested or incoming.addressed
        if incoming.command or (gathering.asked and gathering.asked.message == incoming.message):
            gathering.asked = incoming if incoming.command else None
        if not gathering.requested:
            return
        if gathering.timer:
            gathering.timer.cancel()
        left = self._seconds_left(gathering, hold)
        if incoming.message in gathering.refused:
            self._refuse(gathering)
        elif left:
            self._on_event(Receiving(gathering.batch()))
        if left:
            gathering.timer = self._loop.call_later(left, partial(self._finish_due, gathering))
        else:
            self._finish(gathering)

    def _seconds_left(self, gathering: Gathering, hold: float) -> float:
        """How long until it is reported: not before what came before it."""
        others = self._by_sender[gathering.sender].values()
        before = [s.due for s in others if s.timer and min(s.parts) < min(gathering.parts)]
        gathering.due = max([gathering.last_activity + hold, *before])
        return gathering.due - gathering.last_activity

    def _paired(self, gathering: Gathering) -> Gathering:
        """A link, or a word, that waits goes to the page that waits; return what holds both."""
        others = [s for s in self._recent(gathering.sender) if s.timer and s is not gathering]
        for other in others:
            if gathering.belongs_beside(other):
                return self._put_beside(gathering, other)
            if other.belongs_beside(gathering):
                self._put_beside(other, gathering)
        return gathering

    def _put_beside(self, small: Gathering, page: Gathering) -> Gathering:
        if small.timer:
            small.timer.cancel()
        self._drop(small)
        page.beside |= small.parts | small.beside
        self._by_message |= {(page.sender.chat, message): page for message in small.messages}
        return page

    def _refuse(self, gathering: Gathering) -> None:
        if len(gathering.refused) == 1:
            self._on_event(TooMany(gathering.batch()))

    def _finish_due(self, gathering: Gathering) -> None:
        """Finish what is due, the first first: timers of one moment have no order."""
        others = self._by_sender.get(gathering.sender, OrderedDict()).values()
        due = {s for s in others if s.timer and s.due <= gathering.due} | {gathering}
        for each in sorted(due, key=lambda s: min(s.parts)):
            self._finish(each)

    def _finish(self, gathering: Gathering) -> None:
        if gathering.timer:
            gathering.timer.cancel()
        gathering.timer = None
        self._on_event(Ready(gathering.batch()))

    def _forget(self) -> None:
        """Drop what is two minutes old, and the oldest when there is too much."""
        now = self._loop.time()
        while self._gatherings:
            gathering = next(iter(self._gatherings.values()))
            if now - gathering.last_activity < KEPT and len(self._by_message) < self._max_kept:
                return
            self._drop(gathering)

    def _drop(self, gathering: Gathering) -> None:
        del self._gatherings[gathering.key]
        for message in gathering.messages:
            del self._by_message[gathering.sender.chat, message]
        del self._by_sender[gathering.sender][gathering.key]
        if not self._by_sender[gathering.sender]:
            del self._by_sender[gathering.sender]


def _is_meant(gathering: Gathering) -> bool:
    """Whether a command alone may mean it: a page, a file or a link, not a word of thanks."""
    batch = gathering.batch()
    return batch.is_page or batch.link is not None


def _seconds_to_wait(part: Incoming) -> float:
    """How long to wait for more; a file alone is whole."""
    if part.document and not part.album:
        return 0.0
    return HOLD_SPLIT if looks_split(part.text) or link_in(part.text) else HOLD
