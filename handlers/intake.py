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
from dataclasses import dataclass, field
from functools import partial

from handlers.batch import Bare, Batch, Event, Ready, Receiving, TooMany
from handlers.clock import Loop, Task, Timer
from handlers.incoming import Incoming, read_target
from handlers.join import begins_another, continues, looks_cut, overflows
from handlers.protocols import Sender
from summarizer.address import sole_link

HOLD = 0.7
"""Seconds a text is held, since a title may be part one; files sent together also wait so long."""
HOLD_CUT = 1.5
"""Seconds after a part that looks cut."""
KEPT = 120.0
"""Seconds within which a later part belongs to the paste."""
AT_ONCE = 2.0
"""Seconds within which no one pastes twice."""
MAX_PARTS = 60
MAX_KEPT = 5000
"""Messages remembered at most, of all users together: about 40 MB if all are full."""


@dataclass(eq=False, slots=True)
class _Source:
    """A batch while it may still grow; ``wanted``: the bot is to answer it."""

    key: str
    sender: Sender
    touched: float = 0.0
    parts: dict[int, Incoming] = field(default_factory=dict)
    asked: Incoming | None = None
    wanted: bool = False
    timer: Timer | None = None
    refused: dict[int, Incoming] = field(default_factory=dict)

    def batch(self) -> Batch:
        parts = tuple(self.parts[message] for message in sorted(self.parts))
        return Batch(self.key, self.sender, parts, self.asked, tuple(self.refused))

    def neighbours(self, message: int) -> tuple[list[Incoming], Incoming | None]:
        """The parts before a message, and the one after it; the refused count too."""
        parts = sorted((self.parts | self.refused).items())
        after = next((part for number, part in parts if number > message), None)
        return [part for number, part in parts if number < message], after


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
        self._sources: OrderedDict[str, _Source] = OrderedDict()
        self._by_sender: dict[Sender, OrderedDict[str, _Source]] = {}
        self._by_message: dict[tuple[int, int], _Source] = {}
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
            self._touch(self._place(incoming), incoming, _hold(incoming))
        return True

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

    def _change(self, source: _Source, incoming: Incoming, *, again: bool) -> bool:
        """An edited part; the same again (its link preview came) changes nothing."""
        old = source.parts.get(incoming.message)
        if old is None or (old.said == incoming.said and not again):
            return False
        source.parts[incoming.message] = old if again else incoming  # edited since, perhaps
        self._touch(source, incoming, HOLD)
        return True

    def _ask(self, incoming: Incoming) -> None:
        """A command: on what it replies to, on its own text, or on the page just before it."""
        part = read_target(incoming)
        if part:
            known = self._by_message.get((part.sender.chat, part.message))
            source, hold = known or self._place(part), 0.0
        elif incoming.argument:
            source, hold = self._place(incoming), _hold(incoming)
        else:
            last = next(filter(_is_page, self._recent(incoming.sender)), None)
            if last is None:
                return self._say(Bare(incoming))
            source, hold = last, 0.0
        return self._touch(source, incoming, HOLD if source.timer and not hold else hold)

    def _place(self, part: Incoming) -> _Source:
        """The source that the part belongs to, grown by it; a new one if there is none."""
        recent = self._recent(part.sender)
        source = next((source for source in recent if _belongs(source, part)), None)
        if source is None:
            key = f"{part.sender.chat}:{part.message}"
            source = self._sources[key] = _Source(key, part.sender)
            self._by_sender.setdefault(part.sender, OrderedDict())[key] = source
        full = len(source.parts) >= self._max_parts
        (source.refused if full else source.parts)[part.message] = part
        self._by_message[part.sender.chat, part.message] = source
        return source

    def _recent(self, sender: Sender) -> Iterator[_Source]:
        """The sender's sources, the one touched last first."""
        return reversed(self._by_sender.get(sender, OrderedDict()).values())

    def _touch(self, source: _Source, incoming: Incoming, hold: float) -> None:
        """Note that something came for a source; tell now, or when the hold is over."""
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
        if incoming.message in source.refused:
            self._refuse(source)
        elif hold:
            self._say(Receiving(source.batch()))
        source.timer = self._loop.call_later(hold, partial(self._finish, source)) if hold else None
        if not hold:
            self._finish(source)

    def _refuse(self, source: _Source) -> None:
        if len(source.refused) == 1:
            self._say(TooMany(source.batch()))

    def _finish(self, source: _Source) -> None:
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

    def _drop(self, source: _Source) -> None:
        del self._sources[source.key]
        for message in source.parts | source.refused:
            del self._by_message[source.sender.chat, message]
        del self._by_sender[source.sender][source.key]
        if not self._by_sender[source.sender]:
            del self._by_sender[source.sender]


def _is_page(source: _Source) -> bool:
    """Whether a command alone may mean it: a page, a file or a link, not a word of thanks."""
    batch = source.batch()
    return not batch.is_remark or sole_link(batch.text) is not None


def _hold(part: Incoming) -> float:
    """How long to wait for more; a file alone is whole."""
    if part.document and not part.album:
        return 0.0
    return HOLD_CUT if looks_cut(part.text) else HOLD


def _belongs(source: _Source, part: Incoming) -> bool:
    """Whether a part is of a paste or an album, by what came before and after it."""
    before, after = source.neighbours(part.message)
    beside = before[-1] if before else after
    if beside is None or part.document or beside.document:
        return bool(beside and part.album and part.album == beside.album)
    if part.origin != beside.origin or (part.command and before):
        return False
    apart = abs(part.date - beside.date)
    if apart > KEPT or (apart > AT_ONCE and sole_link(part.text)):
        return False
    if not before:
        return after is not None and continues([part.text], after.text)
    texts = [each.text for each in before]
    return continues(texts, part.text) or (
        apart <= AT_ONCE
        and part.origin is None
        and overflows(texts[-1], part.text)
        and not begins_another(texts, part.text)
    )
