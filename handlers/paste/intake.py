"""Messages to sources: the parts of a paste come together, files pass at once.

    async def tell(event: Event) -> None:
        match event:
            case Receiving(batch):
                await show_progress(batch.sender, len(batch.parts))
            case Ready(batch):
                await answer(batch)  # edits the reply when it has answered batch.key before
            case TooMany(batch):
                await refuse(batch)
            case Bare(asked):
                await explain(asked)

    intake = Intake(tell, asyncio.get_running_loop())
    intake.add(read_message(update.effective_message, me))

Nothing here waits: ``add`` returns at once and timers tell the rest. All that is held is forgotten
after two minutes and comes back by adding the same messages again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from handlers.paste.batch import Bare, Event, Ready, Receiving, TooMany
from handlers.paste.gathering import HOLD, KEPT, Gathering, seconds_to_wait
from handlers.paste.incoming import Incoming, read_target
from handlers.paste.loop import Loop, Task
from handlers.protocols import Sender

MAX_PARTS = 60
MAX_KEPT = 5000
"""Messages remembered at most, of all users together: about 40 MB if all are full."""


class Intake:
    """Tells what to answer: ``tell`` is run once for each event, begun in their order."""

    def __init__(
        self,
        tell: Callable[[Event], Awaitable[None]],
        loop: Loop,
        max_parts: int = MAX_PARTS,
        max_kept: int = MAX_KEPT,
    ) -> None:
        self._tell = tell
        self._loop = loop
        self._max_parts = max_parts
        self._max_kept = max_kept
        self._sources: OrderedDict[str, Gathering] = OrderedDict()
        self._by_sender: dict[Sender, OrderedDict[str, Gathering]] = {}
        self._by_message: dict[tuple[int, int], Gathering] = {}
        self._telling: set[Task] = set()

    def add(self, incoming: Incoming, *, again: bool = False) -> bool:
        """Take a message in, or its edited version; what is not addressed is only overheard.

        Returns whether it changes anything; ``again``: it came before, and was not answered.
        """
        self._forget()
        known = self._by_message.get((incoming.sender.chat, incoming.message))
        if known:
            return self._change(known, incoming, again=again)
        if incoming.command and not incoming.document:
            self._ask(incoming)
        elif incoming.kind in ("text", "document"):
            self._touch(self._place(incoming), incoming, seconds_to_wait(incoming))
        return True

    def has_album(self, incoming: Incoming) -> bool:
        """Whether words or files of the same album have come."""
        held = (part for source in self._recent(incoming.sender) for part in source.parts.values())
        return incoming.album is not None and any(part.album == incoming.album for part in held)

    def forget(self, chat: int) -> None:
        """Forget the chat's messages, but for those that still wait for their answer."""
        for source in tuple(self._sources.values()):
            if source.sender.chat == chat and not source.timer:
                self._drop(source)

    def close(self) -> None:
        """Stop all timers: what is unanswered comes again with the same messages."""
        for source in self._sources.values():
            if source.timer:
                source.timer.cancel()

    def _change(self, source: Gathering, incoming: Incoming, *, again: bool) -> bool:
        """An edited part; the same again (its link preview came) changes nothing."""
        old = source.replace(incoming)
        if old and again:
            source.replace(old)  # edited since, perhaps
        if old is None or (old.said == incoming.said and not again):
            return False
        self._touch(source, incoming, HOLD)
        return True

    def _ask(self, incoming: Incoming) -> None:
        """A command: on what it replies to, on its own text, or on the page just before it.

        In reply to a digest, or to what has no words, it is bare: whoever answers knows more.
        """
        part = read_target(incoming)
        if part:
            known = self._by_message.get((part.sender.chat, part.message))
            source, hold = known or self._place(part), 0.0
        elif incoming.argument:
            source, hold = self._place(incoming), seconds_to_wait(incoming)
        else:
            last = next(filter(_is_meant, self._recent(incoming.sender)), None)
            if last is None or incoming.reply or incoming.media:
                return self._say(Bare(incoming))
            source, hold = last, 0.0
        return self._touch(source, incoming, HOLD if source.timer and not hold else hold)

    def _place(self, part: Incoming) -> Gathering:
        """The source that the part belongs to, grown by it; a new one if there is none."""
        recent = self._recent(part.sender)
        source = next((source for source in recent if source.takes(part)), None)
        if source is None:
            key = f"{part.sender.chat}:{part.message}"
            source = self._sources[key] = Gathering(key, part.sender)
            self._by_sender.setdefault(part.sender, OrderedDict())[key] = source
        full = len(source.parts) >= self._max_parts
        (source.refused if full else source.parts)[part.message] = part
        self._by_message[part.sender.chat, part.message] = source
        return source

    def _recent(self, sender: Sender) -> Iterator[Gathering]:
        """The sender's sources, the one touched last first."""
        return reversed(self._by_sender.get(sender, OrderedDict()).values())

    def _touch(self, source: Gathering, incoming: Incoming, hold: float) -> None:
        """Note that something came for a source; tell now, or when the hold is over."""
        if incoming.addressed:
            source = self._paired(source)
        source.touched = self._loop.time()
        self._sources.move_to_end(source.key)
        self._by_sender[source.sender].move_to_end(source.key)
        source.wanted = source.wanted or incoming.addressed
        if incoming.command or (source.asked and source.asked.message == incoming.message):
            source.asked = incoming if incoming.command else None
        if not source.wanted:
            return
        if source.timer:
            source.timer.cancel()
        left = self._seconds_left(source, hold)
        if incoming.message in source.refused:
            self._refuse(source)
        elif left:
            self._say(Receiving(source.batch()))
        if left:
            source.timer = self._loop.call_later(left, partial(self._finish_due, source))
        else:
            self._finish(source)

    def _seconds_left(self, source: Gathering, hold: float) -> float:
        """How long until it is told: not before what came before it."""
        others = self._by_sender[source.sender].values()
        before = [s.due for s in others if s.timer and min(s.parts) < min(source.parts)]
        source.due = max([source.touched + hold, *before])
        return source.due - source.touched

    def _paired(self, source: Gathering) -> Gathering:
        """A link, or a word, that waits goes to the page that waits; return what holds both."""
        others = [s for s in self._recent(source.sender) if s.timer and s is not source]
        for other in others:
            if source.goes_with(other):
                return self._put_beside(source, other)
            if other.goes_with(source):
                self._put_beside(other, source)
        return source

    def _put_beside(self, small: Gathering, page: Gathering) -> Gathering:
        if small.timer:
            small.timer.cancel()
        self._drop(small)
        page.beside |= small.parts | small.beside
        self._by_message |= {(page.sender.chat, message): page for message in small.messages}
        return page

    def _refuse(self, source: Gathering) -> None:
        if len(source.refused) == 1:
            self._say(TooMany(source.batch()))

    def _finish_due(self, source: Gathering) -> None:
        """Finish what is due, the first first: timers of one moment have no order."""
        others = self._by_sender.get(source.sender, OrderedDict()).values()
        due = {s for s in others if s.timer and s.due <= source.due} | {source}
        for each in sorted(due, key=lambda s: min(s.parts)):
            self._finish(each)

    def _finish(self, source: Gathering) -> None:
        if source.timer:
            source.timer.cancel()
        source.timer = None
        self._say(Ready(source.batch()))

    def _say(self, event: Event) -> None:
        task = self._loop.create_task(self._run(event))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _run(self, event: Event) -> None:
        await self._tell(event)

    def _forget(self) -> None:
        """Drop what is two minutes old, and the oldest when there is too much."""
        now = self._loop.time()
        while self._sources:
            source = next(iter(self._sources.values()))
            if now - source.touched < KEPT and len(self._by_message) < self._max_kept:
                return
            self._drop(source)

    def _drop(self, source: Gathering) -> None:
        del self._sources[source.key]
        for message in source.messages:
            del self._by_message[source.sender.chat, message]
        del self._by_sender[source.sender][source.key]
        if not self._by_sender[source.sender]:
            del self._by_sender[source.sender]


def _is_meant(source: Gathering) -> bool:
    """Whether a command alone may mean it: a page, a file or a link, not a word of thanks."""
    batch = source.batch()
    return batch.is_page or batch.link is not None
