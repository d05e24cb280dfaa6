"""Dispatches each update: a paste to the intake, anything else to its handler."""

from __future__ import annotations

from dataclasses import replace

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User

from handlers.answers import (
    Answering,
    Services,
    follow_migration,
    forget,
    membership_changed,
    pressed,
)
from handlers.delivery import Answer, Place
from handlers.paste import Incoming, Intake, read_message
from handlers.routes import route


def is_addressed(update: Update, me: User) -> bool:
    """Whether an update is for the bot; no other is ever kept."""
    message = _message(update)
    return message is None or read_message(message, me).addressed


class Reception:
    """Receives updates one after another, as they come; nothing here waits for an answer."""

    def __init__(self, services: Services, intake: Intake, answering: Answering) -> None:
        self._services = services
        self._intake = intake
        self._answering = answering
        self._newest = -1

    async def receive(self, update: Update) -> None:
        """Begin what the update asks for."""
        message = _message(update)
        if message:
            await self._on_message(message, update.update_id)
        elif update.callback_query:
            self._on_press(update.callback_query, update.update_id)
        elif update.my_chat_member:
            self._on_membership(update.my_chat_member, update.update_id)
        else:
            await self._services.outbox.done(update.update_id)

    def restore(self, update: Update) -> None:
        """Take in a part of a paste that was answered before a restart: another may follow."""
        message = _message(update)
        if message:
            self._intake.add(replace(self._read(message), addressed=False))

    async def close(self) -> None:
        """Begin nothing more; what was not answered stays in the inbox."""
        self._intake.close()
        await self._answering.close()

    async def _on_message(self, message: Message, update: int) -> None:
        await follow_migration(self._services, message)
        if not self._dispatch(self._read(message), update):
            await self._services.outbox.done(update)

    def _dispatch(self, incoming: Incoming, update: int) -> bool:
        """Begin what the message asks for; False where that is nothing."""
        destination = route(incoming, self._services.policy.allowlist)
        if destination == "nowhere":
            return False
        if incoming.kind == "other" and self._intake.has_album(incoming):
            return False
        if destination == "intake":
            redelivered = self._is_redelivered(update)
            if not self._intake.add(incoming, redelivered=redelivered):
                return False
        if incoming.addressed:  # no other was kept
            self._answering.expect(incoming, update)
        if destination != "intake":
            self._answering.begin_reply(destination, incoming)
        if destination is forget:
            self._intake.forget(incoming.sender.chat)
        return True

    def _is_redelivered(self, update: int) -> bool:
        """Whether the update came before: their numbers only increase."""
        newest, self._newest = self._newest, max(self._newest, update)
        return update <= newest

    def _on_press(self, query: CallbackQuery, update: int) -> None:
        answer = Answer(
            f"press:{query.id}", _below(query), "", updates=(update,), asker=query.from_user.id
        )
        self._answering.begin(pressed, query, answer)

    def _on_membership(self, change: ChatMemberUpdated, update: int) -> None:
        answer = Answer(f"member:{update}", Place(change.chat.id), "", updates=(update,))
        self._answering.begin(membership_changed, change, answer)

    def _read(self, message: Message) -> Incoming:
        return read_message(message, self._services.bot.bot)


def _below(query: CallbackQuery) -> Place:
    """Where a failed press is explained: below the button, in its topic."""
    message = query.message
    if message is None:
        return Place(query.from_user.id)
    if isinstance(message, Message) and message.is_topic_message:
        return Place(message.chat.id, message.message_thread_id, message.message_id)
    return Place(message.chat.id, reply_to=message.message_id)


def _message(update: Update) -> Message | None:
    """The message, new or edited, if the update brings one."""
    return update.message or update.edited_message
