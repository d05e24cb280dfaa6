"""Where each update goes: to the intake, to a handler of its own, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import Literal

from telegram import Message, Update, User

from handlers.answers import (
    COMMANDS,
    Answering,
    Handler,
    Policy,
    Services,
    ask_in_reply,
    follow_migration,
    forget,
    operate,
    say_private,
)
from handlers.delivery import Answer
from handlers.paste import ASK, Command, Incoming, Intake, link_in, read_message
from handlers.permissions import Allowlist
from handlers.queues import CLOSE_SECONDS, RECORD_SECONDS
from summarizer.choice.phrases import asks
from summarizer.video_url import sole_link

Route = Handler[Incoming] | Literal["intake", "nowhere"]

LENGTH_WORDS = 2
TALK_CHARACTERS, TALK_LINES = 2000, 12
"""Below so many a reply to the bot in a group, without a command, is talk, not a page."""
PAGE_CHARACTERS = 200
"""From so many on a text that begins with an unknown command is a page all the same.

So is a file below such a command.
"""
MOST_KNOWN = 5_000
"""Numbers of updates that are told from new ones."""

_KNOWN = {command.name: command for command in COMMANDS}


def is_addressed(update: Update, me: User, *, guests: bool = False) -> bool:
    """Whether an update is for the bot, asked before it is on disk: no other is ever kept.

    Nor are the words of somebody who still types, or those of guests unless they are answered.
    """
    if update.guest_message or update.inline_query:
        return guests and update.inline_query is None
    message = _message(update)
    return message is None or read_message(message, me).addressed


class Reception:
    """Receives updates one after another, as they come; nothing here waits for an answer."""

    def __init__(self, services: Services, intake: Intake, answering: Answering) -> None:
        self._services = services
        self._intake = intake
        self._answering = answering
        self._known: dict[int, None] = {}

    async def receive(self, update: Update) -> None:
        """Begin what the update asks for."""
        message = _message(update)
        if message:
            await self._on_message(message, update.update_id)
        elif update.callback_query:
            self._answering.begin_press(update.callback_query, update.update_id)
        elif update.my_chat_member:
            self._answering.begin_membership(update.my_chat_member, update.update_id)
        elif not self._begin_elsewhere(update):
            await self._services.outbox.done(update.update_id)

    def adopt(self, policy: Policy) -> None:
        """Follow another policy from now on."""
        self._services = replace(self._services, policy=policy)
        self._answering.adopt(self._services)

    def restore(self, update: Update) -> None:
        """Take in a part of a paste that was answered before a restart: another may follow."""
        message = _message(update)
        if message:
            self._intake.add(replace(self._read(message), addressed=False))

    async def close(
        self,
        sending_nothing: Callable[[], AbstractContextManager[object]],
        seconds: float = CLOSE_SECONDS,
        more: float = RECORD_SECONDS,
    ) -> None:
        """Begin nothing more; what is not answered within ``seconds`` stays in the inbox.

        What Telegram is being told by then may take so many ``more`` to be recorded,
        ``sending_nothing`` that is still to be told.
        """
        self._intake.close()
        await self._answering.close(seconds)
        with sending_nothing():
            await self._services.delivery.close(more)

    async def _on_message(self, message: Message, update: int) -> None:
        await follow_migration(self._services, message)
        if not self._dispatch(self._read(message), update):
            await self._services.outbox.done(update)

    def _begin_elsewhere(self, update: Update) -> bool:
        """Begin what is asked in a chat that the bot is not in, if the operator allows that."""
        guest, query, policy = update.guest_message, update.inline_query, self._services.policy
        if guest and guest.guest_query_id and policy.guests:
            asked = self._read(guest)
            self._answering.begin_guest(asked, guest.guest_query_id, update.update_id)
        elif query and policy.inline:
            self._answering.begin_inline(query)
        else:
            return False
        return True

    def _dispatch(self, incoming: Incoming, update: int) -> bool:
        """Begin what the message asks for; False where that is nothing."""
        destination = self._route(incoming)
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
        if destination is forget:
            chat = incoming.sender.chat
            self._intake.when_still(chat, partial(self._begin_to_forget, incoming))
        elif destination != "intake":
            self._answering.begin_reply(destination, incoming)
        return True

    def _begin_to_forget(self, incoming: Incoming) -> None:
        self._answering.begin_reply(forget, incoming)
        self._intake.forget(incoming.sender.chat)

    def _route(self, incoming: Incoming) -> Route:
        """Where the message goes; the operators' commands are known to nobody else."""
        command, user = incoming.command, incoming.sender.user
        if command and incoming.private and self._services.operator.obeys(user, command.name):
            return operate
        return _route(incoming, self._services.policy.allowlist)

    def _is_redelivered(self, update: int) -> bool:
        """Whether the update came before; those that several machines take come in any order."""
        came_before = update in self._known
        self._known[update] = None
        if len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]
        return came_before

    def _read(self, message: Message) -> Incoming:
        return read_message(message, self._services.bot.bot)


def _message(update: Update) -> Message | None:
    """The message, new or edited, if the update brings one."""
    return update.message or update.edited_message


def _route(incoming: Incoming, allowlist: Allowlist) -> Route:
    """Where the message goes; what is not addressed to the bot is never answered."""
    is_allowed = allowlist.allows(incoming.sender.chat)
    if not incoming.addressed:
        return "intake" if is_allowed and incoming.kind in {"text", "document"} else "nowhere"
    if not is_allowed:
        return _refuse
    if incoming.kind == "other":
        return _not_text if incoming.private else "nowhere"
    if incoming.command:
        return _of_command(incoming, incoming.command)
    return _of_words(incoming)


def _of_words(incoming: Incoming) -> Route:
    if _is_question(incoming):
        return ask_in_reply
    return "nowhere" if _is_talk(incoming) else "intake"


def _of_command(incoming: Incoming, command: Command) -> Route:
    known = _KNOWN.get(command.name)
    if known and incoming.document and command.name == ASK:
        return "intake"  # it asks the file
    if known:
        return known.handler or "intake"
    if not (incoming.private or command.to_me):
        return "nowhere"  # another bot's
    is_page = incoming.document or len(incoming.text) > PAGE_CHARACTERS
    return "intake" if is_page else _unknown


def _is_talk(incoming: Incoming) -> bool:
    """What people say below a digest in a group: neither a page or link nor meant for the bot."""
    if incoming.private or incoming.document:
        return False
    text = incoming.text.strip()
    return not (_is_page(text) or sole_link(text) or _may_be_length(text) or asks(text))


def _is_question(incoming: Incoming) -> bool:
    """Whether it is a question in reply to the bot: what may be more waits in the intake."""
    text = incoming.text.strip()
    if incoming.document or not (incoming.reply and incoming.reply.ours):
        return False
    return asks(text) and not (_may_be_length(text) or _is_page(text) or link_in(text))


def _is_page(text: str) -> bool:
    return len(text) >= TALK_CHARACTERS or text.count("\n") + 1 >= TALK_LINES


def _may_be_length(text: str) -> bool:
    """Whether a number or a word may ask for another length: in some languages it is two."""
    return len(text.split()) <= LENGTH_WORDS


async def _refuse(services: Services, _: Incoming, answer: Answer) -> None:
    await say_private(services, answer)


async def _not_text(services: Services, incoming: Incoming, answer: Answer) -> None:
    """Say it once for an album, whose pictures come one by one."""
    key = f"{answer.place.chat}:album:{incoming.album}" if incoming.album else answer.key
    await services.delivery.send_text(replace(answer, key=key), services.texts("not-text"))


async def _unknown(services: Services, _: Incoming, answer: Answer) -> None:
    await services.delivery.send_text(answer, services.texts("unknown-command"))
