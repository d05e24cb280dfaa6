"""Messages to people: each is sent once, and edited when there is more to say."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from typing import TypeVar
from weakref import WeakValueDictionary

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError

from handlers.protocols import FencedError, Outbox

logger = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NO_SUCH_TOPIC = ("thread not found", "topic_deleted", "topic_id_invalid", "topic_closed")
_NO_SUCH_QUERY = ("query is too old", "query id is invalid", "query_id_invalid")
_TITLE = "Digest"
"""Telegram asks a guest's answer for one, and shows none."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: a chat, its topic, and the message it replies to.

    A ``guest`` answers a query with that id, in a chat (here 0) that the bot cannot name: the id
    that Telegram gives may be that of another one.
    """

    chat: int
    thread: int | None = None
    reply_to: int | None = None
    guest: str = ""

    @property
    def reply(self) -> ReplyParameters | None:
        """For Telegram; a message that was deleted meanwhile is no reason not to answer."""
        if self.reply_to is None:
            return None
        return ReplyParameters(self.reply_to, allow_sending_without_reply=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """One message in Telegram's HTML.

    The same ``key`` means the same message: sent once more, it is edited. ``updates`` are answered
    by it. ``asker`` is the id of who asked for it, 0 where that is not one person. Each line of a
    plain text begins with the ``mark``.
    """

    key: str
    place: Place
    html: str
    keyboard: InlineKeyboardMarkup | None = None
    updates: tuple[int, ...] = ()
    asker: int = 0
    mark: str = ""


def article(key: str, title: str, html: str, line: str | None = None) -> InlineQueryResultArticle:
    """What Telegram sends for the bot where it is not: ``html``, without any button.

    Those who choose it see the title and the line.
    """
    content = InputTextMessageContent(
        html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
    )
    return InlineQueryResultArticle(key, title, content, description=line)


async def deliver(place: Place, send: Callable[[Place], Awaitable[T]]) -> T:
    """What ``send`` gives for the place, or else for the nearest one that there is.

    That is the supergroup which the group has become, or the chat without the topic that was
    closed or deleted.
    """
    try:
        return await send(place)
    except ChatMigrated as moved:
        return await send(Place(moved.new_chat_id))
    except BadRequest as refusal:
        if place.thread is None or not _says(refusal, _NO_SUCH_TOPIC):
            raise
        return await send(replace(place, thread=None))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Telegram has taken, by its id in its chat."""

    chat: int
    message: int


async def record(bot: Bot, outbox: Outbox, answer: str, sent: Sent, *updates: int) -> None:
    """Record what was sent as the answer, which settles these updates.

    Where another process answers by now, its message is the answer, and this one is deleted; unless
    this was written all the same, and only word of that was lost. Where that cannot be known it
    stands: the same message twice is the lesser evil.
    """
    try:
        await outbox.sent(answer, sent.message, *updates)
    except FencedError:
        if await outbox.recorded(answer) == sent.message:
            raise
        logger.warning("another process answers in chat %s: this message goes", sent.chat)
        with suppress(TelegramError):
            await bot.delete_message(sent.chat, sent.message)
        raise


class Delivery:
    """Sends answers through Telegram and records them in the outbox."""

    def __init__(self, bot: Bot, outbox: Outbox) -> None:
        self._bot = bot
        self._outbox = outbox
        self._under_way: set[asyncio.Future[int]] = set()
        self._answer_locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._reply_locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._page_locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def reply_lock(self, chat: int) -> asyncio.Lock:
        """Held while a reply is sent and kept: its buttons can be pressed before it is kept."""
        return self._reply_locks.setdefault(chat, asyncio.Lock())

    def page_lock(self, chat: int) -> asyncio.Lock:
        """Held from when a page's address is looked for until its reply is kept: it has one."""
        return self._page_locks.setdefault(chat, asyncio.Lock())

    async def send(self, answer: Answer) -> int:
        """Send the answer, or edit it where it still stands; return its message's id.

        A guest's has none that could be edited: 0. Whoever is cancelled meanwhile does not end it:
        what Telegram has been told is to be recorded.
        """
        work = asyncio.ensure_future(self._send(answer))
        self._under_way.add(work)
        work.add_done_callback(self._under_way.discard)
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            work.add_done_callback(_heed)
            raise

    async def close(self, seconds: float = 0.0) -> None:
        """Wait so long for what is under way, then leave it."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)
        late = [*self._under_way]
        for work in late:
            work.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def send_text(self, answer: Answer, text: str) -> None:
        """Send a plain text as the answer."""
        lines = escape(text, quote=False).split("\n")
        html = "\n".join(answer.mark + line if line else "" for line in lines)
        await self.send(replace(answer, html=html))

    async def edit(
        self, chat: int, message: int, html: str, keyboard: InlineKeyboardMarkup | None
    ) -> bool:
        """Change a message; False where it is not there: deleted, or left in the former group."""
        try:
            await self._bot.edit_message_text(
                html,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=keyboard,
            )
        except ChatMigrated:
            return False
        except BadRequest as refusal:
            if not _says(refusal, _NOTHING_TO_EDIT):
                raise
            return False
        return True

    async def _send(self, answer: Answer) -> int:
        send = self._answer_guest if answer.place.guest else self._send_or_edit
        async with self._answer_locks.setdefault(answer.key, asyncio.Lock()):
            return await send(answer)

    async def _answer_guest(self, answer: Answer) -> int:
        """Answer the query once; after a while Telegram does not know it any more."""
        if await self._outbox.sending(answer.key) is None:
            try:
                result = article("1", _TITLE, answer.html)
                await self._bot.answer_guest_query(answer.place.guest, result)
            except BadRequest as refusal:
                if not _says(refusal, _NO_SUCH_QUERY):
                    raise
                logger.info("a guest came too late: %s", refusal)
        await self._outbox.sent(answer.key, 0, *answer.updates)
        return 0

    async def _send_or_edit(self, answer: Answer) -> int:
        known = await self._outbox.sending(answer.key)
        chat = answer.place.chat
        if known is not None and await self.edit(chat, known, answer.html, answer.keyboard):
            await self._outbox.sent(answer.key, known, *answer.updates)
            return known
        sent = await deliver(answer.place, lambda place: self._send_to(place, answer))
        await record(self._bot, self._outbox, answer.key, sent, *answer.updates)
        return sent.message

    async def _send_to(self, place: Place, answer: Answer) -> Sent:
        message = await self._bot.send_message(
            place.chat,
            answer.html,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread,
            reply_parameters=place.reply,
            link_preview_options=NO_PREVIEW,
            reply_markup=answer.keyboard,
        )
        return Sent(place.chat, message.message_id)


def _heed(work: asyncio.Future[int]) -> None:
    """Log what went wrong once nobody waited for it; that another process answers is no failure."""
    problem = None if work.cancelled() else work.exception()
    if problem and not isinstance(problem, FencedError):
        logger.error("an answer failed once nobody waited for it", exc_info=problem)


def _says(refusal: BadRequest, words: Iterable[str]) -> bool:
    return any(each in refusal.message.lower() for each in words)
