"""Every update to where it belongs; returns at once, the work runs in lanes."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatAction

from handlers.again import answer_bare
from handlers.answers import Answer, Place
from handlers.batch import Bare, Batch, Event, Ready, Receiving, TooMany
from handlers.buttons import pressed
from handlers.commands import say
from handlers.desk import Desk
from handlers.digest import answer_batch
from handlers.errors import guarded
from handlers.incoming import Incoming, read_message
from handlers.intake import Intake
from handlers.lanes import Lanes
from handlers.membership import changed, moved
from handlers.routes import Guests, route

PROGRESS_FROM = 3
"""Parts from which on the user is told how many have come."""

Work = Callable[[Desk, Answer], Awaitable[None]]


def addressed(update: Update, me: User) -> bool:
    """Whether an update is for the bot; no other is ever kept."""
    message = _message(update)
    return message is None or read_message(message, me).addressed


class Reception:
    """Receives updates one after another, as they come."""

    def __init__(self, desk: Desk, me: User, guests: Guests, max_parts: int) -> None:
        self._desk = desk
        self._me = me
        self._guests = guests
        self._lanes = Lanes()
        self._intake = Intake(self._tell, asyncio.get_running_loop(), max_parts)
        self._updates: dict[tuple[int, int], list[int]] = defaultdict(list)

    async def receive(self, update: Update) -> None:
        """Begin what the update asks for."""
        message = _message(update)
        if message:
            await self._hear(message, update.update_id)
        elif update.callback_query:
            self._press(update.callback_query, update.update_id)
        else:
            if update.my_chat_member:
                await changed(self._desk, update.my_chat_member)
            await self._desk.outbox.done(update.update_id)

    async def close(self) -> None:
        """Begin nothing more; what was not answered stays in the inbox."""
        self._intake.close()
        await self._lanes.close()

    async def _hear(self, message: Message, update: int) -> None:
        await moved(self._desk, message)
        incoming = read_message(message, self._me)
        way = route(incoming, self._guests)
        if way == "nowhere":
            await self._desk.outbox.done(update)
            return
        self._updates[incoming.sender.chat, incoming.message].append(update)
        if way == "intake":
            self._intake.add(incoming)
        else:
            answer = self._answer(incoming.sender.chat, incoming)
            self._begin(answer, lambda desk, answer: way(desk, incoming, answer))

    def _press(self, query: CallbackQuery, update: int) -> None:
        chat = query.message.chat.id if query.message else query.from_user.id
        answer = Answer(f"press:{query.id}", Place(chat), "", updates=(update,))
        self._begin(answer, lambda desk, answer: pressed(desk, query, answer))

    async def _tell(self, event: Event) -> None:
        """Begin what the intake has found out."""
        match event:
            case Receiving(batch):
                await self._progress(batch)
            case Ready(batch):
                answer = self._of_batch(batch)
                self._begin(answer, lambda desk, answer: answer_batch(desk, batch, answer))
            case TooMany(batch):
                answer = replace(self._of_batch(batch), key=f"{batch.key}:many")
                text = self._desk.texts("too-many", n=len(batch.parts))
                self._begin(answer, lambda desk, answer: say(desk, answer, text))
            case Bare(asked):
                answer = self._answer(asked.sender.chat, asked)
                self._begin(answer, lambda desk, answer: answer_bare(desk, asked, answer))
