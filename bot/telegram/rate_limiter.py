"""Requests paced within Telegram's limits, fair to all chats, repeated after a failure.

Telegram takes about one message a second in a chat, 20 a minute in a group, 30 a second in all.
Requests of one chat go one after another in a queue of their own, and each queue has at most one
request among those that wait for the limit of all: a flooder or a slow chat delays nobody else.

What fails is sent again, also where Telegram may have taken it: twice is the lesser evil.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.telegram.chat_queue import ChatQueue
from bot.telegram.pauses import Pauses, refuse
from bot.telegram.retry import seconds_asked
from bot.telegram.sliding_window import SlidingWindow
from handlers.protocols import FencedError

logger = logging.getLogger(__name__)

Answer = bool | dict[str, Any] | list[dict[str, Any]]
"""What the Bot API gives back, as python-telegram-bot hands it on."""


@dataclass(slots=True, eq=False)
class Request:
    """A call that waits for its turn; ``message`` is set for an edit: what it would change."""

    call: Callable[[], Coroutine[Any, Any, Answer]]
    endpoint: str
    message: Hashable = None
    callers: int = 0
    task: asyncio.Task[Answer] | None = None


class FairRateLimiter(BaseRateLimiter[None]):
    """The rate limiter of the bot; ``jitter`` gives numbers from 0 to 1.

    ``sends`` counts by method what Telegram took, ``retries`` by cause what it did not at once:
    ``429`` where it asked to wait, ``network`` where no answer came. ``check`` is called just
    before each message, edit and file, and may raise FencedError; ``note`` is told its chat.
    """

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.sends: Counter[str] = Counter()
        self.retries: Counter[str] = Counter()
        self.check: Callable[[], object] = lambda: None
        self.note: Callable[[int | str], object] = lambda _: None
        self._clock = clock
        self._pause = Pauses(sleep)
        self._jitter = jitter
        self._queues: dict[int | str, ChatQueue] = {}
        self._all = ChatQueue((SlidingWindow(*_TOTAL),))
        self._edits: dict[Hashable, Request] = {}
        self._resumed = float("-inf")

    def resume(self, sends: Iterable[tuple[int, float, int]]) -> None:
        """Go on where another process stopped: its chats, how many seconds ago, how many sends.

        The longest ago comes first. Its last second may be missing: nothing is sent for so long,
        and a group may have had a burst of messages in it.
        """
        now = self._clock()
        for chat, seconds, count in sends:
            for window in self._queue(chat).windows:
                window.enter(now - seconds, count)
        self._resumed = now
        self._all.paused_until = now + _MISSING_SECONDS
        for queue in self._queues.values():
            self._expect_missing(queue)

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Inside, nothing more is sent: what waits for its turn is left to whoever answers next."""
        usual, self.check = self.check, refuse
        try:
            with self._pause.ended():
                yield
        finally:
            self.check = usual

    async def initialize(self) -> None:
        """Do nothing: there is nothing to open."""

    async def shutdown(self) -> None:
        """Do nothing: callers are cancelled by who started them."""

    async def process_request(  # noqa: PLR0913, PLR0917 # python-telegram-bot's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,  # noqa: ANN401 # as above
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 # as above
    ) -> Answer:
        """Return the answer to a request, once its turn has come."""

        def call() -> Coroutine[Any, Any, Answer]:
            if endpoint.startswith(_PACED):
                self.check()
            return callback(*args, **kwargs)

        request = Request(call, endpoint)
        if endpoint == "answerInlineQuery":  # worth sending now or never: more is typed meanwhile
            return await request.call()
        chat = data.get("chat_id")
        if chat is None or not endpoint.startswith(_PACED):
            return await self._persist(request, ChatQueue())
        queue = self._queue(chat)
        if endpoint == "sendChatAction":  # worth sending now or never
            return queue.delay(self._clock()) > 0 or await request.call()
        if endpoint.startswith("edit"):
            request.message = (endpoint, chat, data.get("message_id"))
            return await self._edit(request, queue)
        return await self._in_turn(request, queue)

    async def _edit(self, request: Request, queue: ChatQueue) -> Answer:
        """Carry out an edit, or let it take the place of one that still waits."""
        first = self._edits.setdefault(request.message, request)
        first.call = request.call
        first.task = first.task or asyncio.create_task(self._in_turn(first, queue))
        first.callers += 1
        try:
            return await asyncio.shield(first.task)
        finally:
            first.callers -= 1
            if not first.callers:
                first.task.cancel()
                self._begin(first)

    async def _in_turn(self, request: Request, queue: ChatQueue) -> Answer:
        async with queue.lock:
            return await self._persist(request, queue)

    async def _persist(self, request: Request, queue: ChatQueue) -> Answer:
        """Carry out a request, again after each failure that allows it."""
        tried = 0
        while True:
            counted = await self._wait_for_turn(queue)
            self._begin(request)
            tried += 1
            try:
                return await self._call(request, counted)
            except (BadRequest, FencedError):
                raise
            except RetryAfter as problem:
                self.retries["429"] += 1
                if tried == _TRIES:
                    raise
                queue.paused_until = self._clock() + seconds_asked(problem)
            except NetworkError as problem:
                self.retries["network"] += 1
                if tried == _TRIES:
                    raise NetworkError("Telegram cannot be reached") from problem
                await self._pause(2 ** (tried - 1) * (0.5 + self._jitter()))

    async def _call(self, request: Request, counted: Sequence[SlidingWindow]) -> Answer:
        """Call; an edit that changes nothing is done already."""
        try:
            answer = await request.call()
        except BadRequest as problem:
            if "message is not modified" in problem.message.lower():
                return True
            raise
        finally:
            for window in counted:  # on a busy machine it arrives as late as now, the next at once
                window.end(self._clock())
        if request.endpoint.startswith(_COUNTED):
            self.sends[request.endpoint] += 1
        return answer

    def _begin(self, request: Request) -> None:
        """From now on a newer edit is a request of its own."""
        if self._edits.get(request.message) is request:
            del self._edits[request.message]

    async def _wait_for_turn(self, queue: ChatQueue) -> Sequence[SlidingWindow]:
        """Wait until the chat may take one more, then Telegram; return where it counts from now."""
        while delay := queue.delay(self._clock()):
            await self._pause(delay)
        if not queue.windows:
            return ()
        async with self._all.lock:
            while delay := self._all.delay(self._clock()):
                await self._pause(delay)
            counted = (*queue.windows, *self._all.windows)
            for window in counted:
                window.begin()
        self.note(queue.chat)
        return counted

    def _queue(self, chat: int | str) -> ChatQueue:
        if chat not in self._queues:
            if len(self._queues) >= _MOST_QUEUES:
                self._drop_idle()
            is_group = isinstance(chat, str) or chat < 0
            limits = (_CHAT, _GROUP) if is_group else (_CHAT,)
            self._queues[chat] = ChatQueue(tuple(SlidingWindow(*limit) for limit in limits), chat)
            self._expect_missing(self._queues[chat])
        return self._queues[chat]

    def _expect_missing(self, queue: ChatQueue) -> None:
        """Count for a group what the process before this one may have sent without a note."""
        if self._clock() - self._resumed < _GROUP[1]:
            for window in queue.windows[1:]:
                window.enter(self._resumed, _CHAT[0])

    def _drop_idle(self) -> None:
        """Forget the chats that could send all they may at once."""
        now = self._clock()
        self._queues = {
            chat: queue
            for chat, queue in self._queues.items()
            if queue.lock.locked() or queue.paused_until > now or not queue.is_rested(now)
        }


_CHAT: Final = (3, 3.0)
"""One message a second in a chat, three of them at once."""
_GROUP: Final = (20, 60.0)
_TOTAL: Final = (30, 1.0)
_TRIES: Final = 5
_MISSING_SECONDS: Final = 1.0
_MOST_QUEUES: Final = 1_000
_PACED: Final = ("send", "edit", "copy", "forward")
_COUNTED: Final = (*_PACED, "delete")
