"""Dispatches each update and returns at once; the work runs in lanes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User

from handlers.answers.buttons import pressed
from handlers.answers.chats import follow_migration, membership_changed
from handlers.answers.commands import forget
from handlers.answers.digest import answer_bare, answer_batch
from handlers.answers.failures import guarded
from handlers.chat_action import type_once
from handlers.delivery import Answer, Place
from handlers.lanes import Lanes
from handlers.paste.batch import Bare, Batch, Event, Ready, Receiving, TooMany
from handlers.paste.incoming import Incoming, read_message
from handlers.paste.intake import Intake
from handlers.permissions import Guests
from handlers.routes import route
from handlers.services import Desk

PROGRESS_FROM = 3
"""Parts from which on the user is told how many have come."""

Tell = Callable[[Event], Awaitable[None]]
Work = Callable[[Desk, Answer], Awaitable[None]]


def addressed(update: Update, me: User) -> bool:
    """Whether an update is for the bot; no other is ever kept."""
    message = _message(update)
    return message is None or read_message(message, me).addressed


class Reception:
    """Receives updates one after another, as they come."""

    def __init__(
        self, desk: Desk, me: User, guests: Guests, intake: Callable[[Tell], Intake]
    ) -> None:
        self._desk = desk
        self._me = me
        self._guests = guests
        self._lanes = Lanes()
        self._intake = intake(self._tell)
        self._newest = -1
        self._updates: dict[tuple[int, int], list[int]] = defaultdict(list)

    async def receive(self, update: Update) -> None:
        """Begin what the update asks for."""
        message = _message(update)
        if message:
            await self._hear(message, update.update_id)
        elif update.callback_query:
            self._press(update.callback_query, update.update_id)
        elif update.my_chat_member:
            self._member(update.my_chat_member, update.update_id)
        else:
            await self._desk.outbox.done(update.update_id)

    def overhear(self, update: Update) -> None:
        """Take in a part of a paste that was answered before a restart: another may follow."""
        message = _message(update)
        if message:
            self._intake.add(replace(read_message(message, self._me), addressed=False))

    async def close(self) -> None:
        """Begin nothing more; what was not answered stays in the inbox."""
        self._intake.close()
        await self._lanes.close()

    async def _hear(self, message: Message, update: int) -> None:
        await follow_migration(self._desk, message)
        incoming = read_message(message, self._me)
        way = route(incoming, self._guests)
        if way == "nowhere" or (incoming.kind == "other" and self._intake.has_album(incoming)):
            await self._desk.outbox.done(update)
            return
        if way == "intake" and not self._intake.add(incoming, again=self._comes_again(update)):
            await self._desk.outbox.done(update)
            return
        if incoming.addressed:  # what is overheard was never kept
            self._updates[incoming.sender.chat, incoming.message].append(update)
        if way != "intake":
            self._begin(
                self._to(incoming),
                lambda desk, answer: way(desk, incoming, answer),
                (incoming.message,),
            )
        if way is forget:
            self._intake.forget(incoming.sender.chat)

    def _comes_again(self, update: int) -> bool:
        """Whether the update came before: their numbers only increase."""
        newest, self._newest = self._newest, max(self._newest, update)
        return update <= newest

    def _press(self, query: CallbackQuery, update: int) -> None:
        answer = Answer(f"press:{query.id}", _under(query), "", updates=(update,))
        self._begin(answer, lambda desk, answer: pressed(desk, query, answer))

    def _member(self, change: ChatMemberUpdated, update: int) -> None:
        answer = Answer(f"member:{update}", Place(change.chat.id), "", updates=(update,))
        self._begin(answer, lambda desk, answer: membership_changed(desk, change, answer))

    async def _tell(self, event: Event) -> None:
        """Begin what the intake has found out."""
        match event:
            case Receiving(batch):
                await self._progress(batch)
            case Ready(batch):
                answer = self._of_batch(batch)
                self._begin(
                    answer, lambda desk, answer: answer_batch(desk, batch, answer), batch.settles
                )
            case TooMany(batch):
                answer = replace(self._of_batch(batch), key=f"{batch.key}:many")
                text = self._desk.texts("too-many", n=len(batch.parts))
                self._begin(answer, lambda desk, answer: desk.answers.say(answer, text))
            case Bare(asked):
                self._begin(
                    self._to(asked),
                    lambda desk, answer: answer_bare(desk, asked, answer),
                    (asked.message,),
                )

    async def _progress(self, batch: Batch) -> None:
        """Show at once that something comes; a long paste also how far it is."""
        if len(batch.parts) >= PROGRESS_FROM:
            text = self._desk.texts("receiving", n=len(batch.parts))
            answer = replace(self._of_batch(batch), html=text)
            self._begin(answer, lambda desk, answer: desk.answers.say(answer, text))
        else:
            await type_once(self._desk.bot, Place(batch.sender.chat, batch.sender.thread))

    def _begin(self, answer: Answer, work: Work, messages: Iterable[int] = ()) -> None:
        """Queue the work that answers these messages.

        Their updates are taken up when it starts: it may be overtaken before.
        """

        def start() -> Awaitable[None]:
            settled = self._settled(answer.place.chat, messages)
            whole = replace(answer, updates=(*answer.updates, *settled))
            return guarded(self._desk, whole, work(self._desk, whole))

        self._lanes.add(answer.key, start)

    @staticmethod
    def _of_batch(batch: Batch) -> Answer:
        """The answer to a batch; a command that came later has one of its own."""
        late = batch.asked and batch.asked not in batch.parts
        key = f"{batch.key}:{batch.asked.message}" if late and batch.asked else batch.key
        to = batch.asked.message if batch.asked else batch.messages[0]
        place = Place(batch.sender.chat, batch.sender.thread, to)
        return Answer(key, place, "")

    @staticmethod
    def _to(incoming: Incoming) -> Answer:
        """The answer to one message."""
        sender, message = incoming.sender, incoming.message
        place = Place(sender.chat, sender.thread, message)
        return Answer(f"{sender.chat}:{message}", place, "")

    def _settled(self, chat: int, messages: Iterable[int]) -> tuple[int, ...]:
        """The updates that these messages came in: an answer to the messages answers them."""
        return tuple(u for m in messages for u in self._updates.pop((chat, m), ()))


def _under(query: CallbackQuery) -> Place:
    """Where it is said that a press failed: below the button, in its topic."""
    message = query.message
    if message is None:
        return Place(query.from_user.id)
    if isinstance(message, Message) and message.is_topic_message:
        return Place(message.chat.id, message.message_thread_id, message.message_id)
    return Place(message.chat.id, reply_to=message.message_id)


def _message(update: Update) -> Message | None:
    """The message, new or edited, if the update brings one."""
    return update.message or update.edited_message
