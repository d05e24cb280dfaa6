"""What a press of a button does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Final

from telegram import CallbackQuery, Message
from telegram.constants import ChatType
from telegram.error import TelegramError

from handlers.answers.digester import Digested
from handlers.answers.replies import addressed, change
from handlers.delivery import Answer
from handlers.message.keyboard import Press, read_press
from handlers.permissions import is_admin
from handlers.protocols import Reply
from handlers.services import Desk
from summarizer import Options

logger = logging.getLogger(__name__)

KEEPING_SECONDS: Final = 1.0
"""So long a press waits at most for the reply that it stands under to be kept."""

Action = Callable[[Desk, Reply, Digested], Awaitable[None]]


async def pressed(desk: Desk, query: CallbackQuery, answer: Answer) -> None:
    """Answer the press at once, with a private note where it can do nothing; then do it."""
    press = read_press(query.data)
    reply = await _reply(desk, query, press)
    note = await _objection(desk, query, press, reply)
    await _answer(query, note)
    if note is None and press and reply:
        try:
            await _act(desk, press, reply)
        finally:
            if press.action == "chart":
                desk.charts.release(reply)
    await desk.outbox.done(*answer.updates)


async def _act(desk: Desk, press: Press, reply: Reply) -> None:
    digested = await _digested(desk, press, reply)
    if digested:
        await _ACTIONS[press.action](desk, reply, digested)


async def _answer(query: CallbackQuery, note: str | None) -> None:
    """Stop the button's clock; a press that came minutes ago, before a restart, has none left."""
    try:
        await query.answer(note, show_alert=note is not None)
    except TelegramError as problem:
        logger.info("a press was not answered: %s", problem)


async def _reply(desk: Desk, query: CallbackQuery, press: Press | None) -> Reply | None:
    """What the message shows, if its page is the button's and is kept in this chat."""
    if press is None or query.message is None:
        return None
    chat, message = query.message.chat.id, query.message.message_id
    reply = await desk.cache.reply(chat, message)
    if reply is None:  # it may be on the screen and not kept yet
        with suppress(TimeoutError):
            async with asyncio.timeout(KEEPING_SECONDS), desk.answers.keeping(chat):
                reply = await desk.cache.reply(chat, message)
    if reply is None:  # Telegram took it, but its answer was lost, and the reply was repeated
        twin = await desk.cache.reply_with_page(chat, press.page)
        return replace(twin, message=message, sources=()) if twin else None
    return reply if reply.page == press.page else None


async def _objection(
    desk: Desk, query: CallbackQuery, press: Press | None, reply: Reply | None
) -> str | None:
    """Why the press can do nothing, in a note that only its author sees."""
    if press is None:
        return desk.texts("press-unknown")
    if reply is None:
        return desk.texts("press-forgotten")
    if not await _may_press(desk, query, reply):
        return desk.texts("press-others")
    if press.action == "chart" and not await desk.charts.claim(reply):
        return desk.texts("press-chart-again")
    return None


async def _may_press(desk: Desk, query: CallbackQuery, reply: Reply) -> bool:
    message = query.message
    private = isinstance(message, Message) and message.chat.type == ChatType.PRIVATE
    if private or query.from_user.id == reply.asker:
        return True
    return await is_admin(desk.bot, reply.chat, query.from_user.id)


async def _digested(desk: Desk, press: Press, reply: Reply) -> Digested | None:
    if press.action in {"shorter", "longer"}:
        return await desk.digester.of_page(press.page, Options(press.number))
    shown = await desk.digester.of_reply(reply)
    return shown or await desk.digester.of_page(press.page, Options(press.number))


async def _comments(desk: Desk, reply: Reply, digested: Digested) -> None:
    await change(desk, reply, digested, "comments")


async def _links(desk: Desk, reply: Reply, digested: Digested) -> None:
    await change(desk, reply, digested, "links")


async def _chart(desk: Desk, reply: Reply, digested: Digested) -> None:
    await desk.charts.send(reply, digested.digest)


async def _export(desk: Desk, reply: Reply, digested: Digested) -> None:
    await desk.exports.send(reply, addressed(digested.digest, reply.video))


_ACTIONS: Final[Mapping[str, Action]] = {
    "shorter": change,
    "longer": change,
    "back": change,
    "comments": _comments,
    "links": _links,
    "chart": _chart,
    "export": _export,
}
