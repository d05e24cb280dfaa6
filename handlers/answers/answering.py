"""Begins answers: one after another where they are the same message, their failures explained.

Whatever begins an answer queues it; ``_answer`` gives it when it is its turn: parts of a paste and
edits come while the message that they change is still being made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from telegram import CallbackQuery, ChatMemberUpdated, InlineQuery, Message

from handlers.answers.batches import answer_batch, answer_command_alone
from handlers.answers.buttons import pressed
from handlers.answers.chats import membership_changed
from handlers.answers.elsewhere import answer_guest, answer_inline
from handlers.answers.feedback import error_number, explain
from handlers.answers.services import Handler, Services
from handlers.answers.settings import as_chosen
from handlers.chat_action import type_once
from handlers.delivery import Answer, Place
from handlers.journal import job, outcome_of
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

    def adopt(self, services: Services) -> None:
        """Give other services to the answers that begin from now on."""
        self._services = services

    def on_event(self, event: Event) -> None:
        """Begin what is due when the intake has found something out."""
        match event:
            case Receiving(batch) if len(batch.parts) < PROGRESS_FROM:
                self._begin(_type, batch, _answer_to(batch, "typing"))
            case Receiving(batch):
                self._begin(_say_receiving, batch, _answer_to(batch))
            case Ready(batch) if batch.is_page:
                self._begin_page(batch, _answer_to(batch))
            case Ready(batch):
                self._begin(answer_batch, batch, _answer_to(batch), batch.settles)
            case TooMany(batch):
                self._begin(_say_too_many, batch, _answer_to(batch, "many"))
            case CommandAlone(asked):
                self.begin_reply(answer_command_alone, asked)

    def begin_reply(self, handler: Handler[Incoming], incoming: Incoming) -> None:
        """Queue the answer to one message."""
        sender, message = incoming.sender, incoming.message
        place = Place(sender.chat, sender.thread, message)
        answer = Answer(f"{sender.chat}:{message}", place, "", asker=sender.user)
        self._begin(handler, incoming, answer, (message,))

    def begin_press(self, query: CallbackQuery, update: int) -> None:
        """Queue what a button does."""
        key, asker = f"press:{query.id}", query.from_user.id
        answer = Answer(key, _below(query), "", updates=(update,), asker=asker)
        self._begin(pressed, query, answer)

    def begin_guest(self, asked: Incoming, query: str, update: int) -> None:
        """Queue the answer to a guest's query."""
        place, asker = Place(0, guest=query), asked.sender.user
        answer = Answer(f"guest:{query}", place, "", updates=(update,), asker=asker)
        self._begin(answer_guest, asked, answer)

    def begin_inline(self, query: InlineQuery) -> None:
        """Queue what is offered for the words; of those typed meanwhile only the latest count."""
        person = query.from_user.id
        answer = Answer(f"inline:{person}", Place(person), "", asker=person)
        self._begin(answer_inline, query, answer)

    def begin_membership(self, change: ChatMemberUpdated, update: int) -> None:
        """Queue what there is to do when the bot joins a chat or leaves it."""
        answer = Answer(f"member:{update}", Place(change.chat.id), "", updates=(update,))
        self._begin(membership_changed, change, answer)

    async def close(self, seconds: float) -> None:
        """Begin nothing more; what is not answered within ``seconds`` stays in the inbox."""
        await self._queue.close(seconds)

    def _begin_page(self, batch: Batch, answer: Answer) -> None:
        """Queue the digest of a page; its turn is kept while a note of progress is being sent."""
        turns = self._services.resequencer
        turns.expect(batch.sender, answer.key)

        async def work() -> None:
            try:
                await self._answer(answer_batch, batch, answer, batch.settles)
            finally:
                turns.leave(batch.sender, answer.key)

        self._queue.add(answer.key, work)

    def _begin(
        self, handler: Handler[S], subject: S, answer: Answer, messages: Iterable[int] = ()
    ) -> None:
        """Queue the handler, whose answer settles these messages."""
        self._queue.add(answer.key, partial(self._answer, handler, subject, answer, messages))

    async def _answer(
        self, handler: Handler[S], subject: S, answer: Answer, messages: Iterable[int]
    ) -> None:
        """Answer, or say why not; then the updates are done, or come again in a minute.

        However it ended: one left open would take its place in the inbox for ever. They are taken
        up only now, since the answer may have been overtaken before.
        """
        settled = self._settled(answer.place.chat, messages)
        services = await as_chosen(self._services, answer.place.chat, subject)
        updates = (*answer.updates, *settled)
        whole = replace(answer, updates=updates, mark=services.texts.mark)
        with job(services.journal, _kind(handler, subject)) as noted:
            try:
                await handler(services, subject, whole)
            except Exception as problem:  # noqa: BLE001 - what is not expected is logged there
                noted.outcome = outcome_of(problem)
                noted.number = error_number(whole) if noted.outcome == "error" else ""
                if not await explain(services, whole, problem):
                    noted.outcome = "later"
                    await services.outbox.retry_later(*whole.updates)
                    return
        await services.outbox.done(*whole.updates)

    def _settled(self, chat: int, messages: Iterable[int]) -> tuple[int, ...]:
        return tuple(u for m in messages for u in self._updates.pop((chat, m), ()))


def _kind(handler: object, subject: object) -> str:
    """The short name of what is answered; "" for what is shown while somebody sends or types."""
    if handler in _NOTICES:
        return ""
    if handler is answer_guest:
        return "guest"
    if isinstance(subject, Batch):
        return _kind_of_batch(subject)
    if isinstance(subject, Incoming):
        return "command" if subject.command else "other"
    return "press" if isinstance(subject, CallbackQuery) else "membership"


def _kind_of_batch(batch: Batch) -> str:
    if batch.documents:
        return "file"
    if batch.link:
        return "link"
    return "remark" if batch.is_remark else "text"


async def _type(services: Services, _: Batch, answer: Answer) -> None:
    await type_once(services.bot, answer.place)


async def _say_receiving(services: Services, batch: Batch, answer: Answer) -> None:
    text = services.texts("receiving", n=len(batch.parts))
    await services.delivery.send_text(answer, text)


async def _say_too_many(services: Services, batch: Batch, answer: Answer) -> None:
    text = services.texts("too-many", n=len(batch.parts))
    await services.delivery.send_text(answer, text)


def _answer_to(batch: Batch, beside: str = "") -> Answer:
    """The answer to a batch, or what is said ``beside`` it.

    A command that came later has an answer of its own.
    """
    late = batch.asked and batch.asked not in batch.parts
    own = beside or (str(batch.asked.message) if late and batch.asked else "")
    key = f"{batch.key}:{own}" if own else batch.key
    return Answer(key, _place(batch), "", asker=batch.sender.user)


def _place(batch: Batch) -> Place:
    message = batch.asked.message if batch.asked else batch.messages[0]
    return Place(batch.sender.chat, batch.sender.thread, message)


def _below(query: CallbackQuery) -> Place:
    """Where a failed press is explained: below the button, in its topic."""
    message = query.message
    if message is None:
        return Place(query.from_user.id)
    if isinstance(message, Message) and message.is_topic_message:
        return Place(message.chat.id, message.message_thread_id, message.message_id)
    return Place(message.chat.id, reply_to=message.message_id)


_NOTICES: Final = (_type, _say_receiving, _say_too_many, answer_inline)
"""These are no answers of their own."""
