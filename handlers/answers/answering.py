"""Begins answers: one after another where they are the same message, their failures explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Iterable
from dataclasses import replace
from typing import TypeVar

from handlers.answers.digest import answer_batch, answer_command_alone
from handlers.answers.failures import run_or_explain
from handlers.answers.services import Handler, Services
from handlers.chat_action import type_once
from handlers.delivery import Answer, Place
from handlers.paste import Batch, CommandAlone, Event, Incoming, Ready, Receiving, TooMany
from handlers.queues import LatestQueue

PROGRESS_FROM = 3
"""Parts from which on the user is told how many have come."""

S = TypeVar("S")


class Answering:
    """Queues handlers, and knows which updates each answer settles."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._queue = LatestQueue()
        self._updates: dict[tuple[int, int], list[int]] = defaultdict(list)

    def expect(self, incoming: Incoming, update: int) -> None:
        """Note that the update is settled by the answer to its message."""
        self._updates[incoming.sender.chat, incoming.message].append(update)

    def begin_reply(self, handler: Handler[Incoming], incoming: Incoming) -> None:
        """Queue the answer to one message."""
        sender, message = incoming.sender, incoming.message
        place = Place(sender.chat, sender.thread, message)
        answer = Answer(f"{sender.chat}:{message}", place, "", asker=sender.user)
        self.begin(handler, incoming, answer, (message,))

    def begin(
        self, handler: Handler[S], subject: S, answer: Answer, messages: Iterable[int] = ()
    ) -> None:
        """Queue the handler, whose answer settles these messages.

        Their updates are taken up when it starts: it may be overtaken before.
        """

        def start() -> Awaitable[None]:
            settled = self._settled(answer.place.chat, messages)
            whole = replace(answer, updates=(*answer.updates, *settled))
            return run_or_explain(self._services, whole, handler(self._services, subject, whole))

        self._queue.add(answer.key, start)

    async def on_event(self, event: Event) -> None:
        """Begin what is due when the intake has found something out."""
        match event:
            case Receiving(batch) if len(batch.parts) < PROGRESS_FROM:
                await type_once(self._services.bot, _place(batch))
            case Receiving(batch):
                self.begin(_say_receiving, batch, _answer(batch))
            case Ready(batch):
                self.begin(answer_batch, batch, _answer(batch), batch.settles)
            case TooMany(batch):
                refusal = replace(_answer(batch), key=f"{batch.key}:many")
                self.begin(_say_too_many, batch, refusal)
            case CommandAlone(asked):
                self.begin_reply(answer_command_alone, asked)

    async def close(self) -> None:
        """Begin nothing more; what was not answered stays in the inbox."""
        await self._queue.close()

    def _settled(self, chat: int, messages: Iterable[int]) -> tuple[int, ...]:
        return tuple(u for m in messages for u in self._updates.pop((chat, m), ()))


async def _say_receiving(services: Services, batch: Batch, answer: Answer) -> None:
    text = services.texts("receiving", n=len(batch.parts))
    await services.delivery.send_text(answer, text)


async def _say_too_many(services: Services, batch: Batch, answer: Answer) -> None:
    text = services.texts("too-many", n=len(batch.parts))
    await services.delivery.send_text(answer, text)


def _answer(batch: Batch) -> Answer:
    """The answer to a batch; a command that came later has one of its own."""
    late = batch.asked and batch.asked not in batch.parts
    key = f"{batch.key}:{batch.asked.message}" if late and batch.asked else batch.key
    return Answer(key, _place(batch), "", asker=batch.sender.user)


def _place(batch: Batch) -> Place:
    message = batch.asked.message if batch.asked else batch.messages[0]
    return Place(batch.sender.chat, batch.sender.thread, message)
