"""What a press of a button does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Final

from telegram import CallbackQuery

from handlers.answers.attachments import Kind, send_capture
from handlers.answers.batches import (
    FETCH_SECONDS,
    answer_chosen,
    answer_with_example,
    answer_with_more,
)
from handlers.answers.chats import private_note
from handlers.answers.feedback import advice, answer_press
from handlers.answers.files import answer_with_other
from handlers.answers.kept import LIST_ACTIONS, pressed_in_list
from handlers.answers.questions import LONGEST_QUESTION, answer_question
from handlers.answers.replies import change, with_address
from handlers.answers.services import Handler, Services
from handlers.answers.settings import SETTINGS_ACTIONS, pressed_setting
from handlers.chat_action import typing
from handlers.delivery import Answer, Place
from handlers.digester import Digested
from handlers.message import CAPTURE, EXAMPLE, Press, asked_by_several, read_press
from handlers.permissions import may_change
from handlers.protocols import QuotaError, Reply, Sender
from summarizer import Options

REPLY_WAIT_SECONDS: Final = 1.0
"""So long a press waits at most for the reply that it stands under to be kept."""

Action = Callable[[Services, Reply, Digested], Awaitable[None]]


async def pressed(services: Services, query: CallbackQuery, answer: Answer) -> None:
    """Answer the press at once, with a private note where it can do nothing; then do it.

    Of a message that Telegram does not show, nobody can tell whose it is: nothing is changed.
    """
    if query.message is None:
        await answer_press(query, services.texts("press-elsewhere"))
    else:
        await _pressed_below(services, query, answer)
    await services.outbox.done(*answer.updates)


async def _pressed_below(services: Services, query: CallbackQuery, answer: Answer) -> None:
    """Do what the button under a message is for."""
    stranger = _notice_to_strangers(services, query)
    offered = _OFFERED.get(query.data or "")
    if offered and not stranger:
        await answer_press(query, None)
        await offered(services, query, answer)
        return
    press = read_press(query.data)
    if press and press.action in LIST_ACTIONS and not stranger:
        await pressed_in_list(services, query, press, answer)
        return
    if press and press.action in SETTINGS_ACTIONS and not stranger:
        await pressed_setting(services, query, press, answer)
        return
    reply = await _reply(services, query, press)
    note = stranger or await _objection(services, query, press, reply)
    begun = _BEGUN.get(press.action) if press else None
    await answer_press(query, note, begun and services.texts(begun, n=FETCH_SECONDS))
    if note is None and press and reply:
        try:
            await _act(services, press, reply, answer)
        finally:
            if press.action == "chart":
                services.charts.release(reply)


async def _show_example(services: Services, query: CallbackQuery, answer: Answer) -> None:
    date = query.message.date.timestamp() if query.message else 0.0
    await answer_with_example(services, date, answer)


async def _give_bookmark(services: Services, _: CallbackQuery, answer: Answer) -> None:
    page = services.policy.capture
    await send_capture(services.bot, answer.place, page, services.texts)
    await services.outbox.done(*answer.updates)


async def _act(services: Services, press: Press, reply: Reply, answer: Answer) -> None:
    asker = Sender(reply.chat, answer.asker, reply.thread)
    if press.action == "page":
        await answer_with_other(services, reply, press.number, asker)
        return
    if press.action == "fetch":
        await answer_chosen(services, reply, press.number, asker)
        return
    options = await _options(services, press, reply)
    if press.action in _LENGTHS:
        digested = await services.digester.of_page(press.page, asker, options)
    else:
        digested = await services.digester.of_reply(reply)
        digested = digested or await services.digester.of_page(press.page, asker, options)
    if digested and press.action == "more":
        await answer_with_more(services, reply, digested, asker)
    elif digested and press.action == "asked":
        await _ask(services, press, replace(reply, asker=answer.asker), digested)
    elif digested:
        await _ACTIONS[press.action](services, reply, digested)


async def _ask(services: Services, press: Press, reply: Reply, digested: Digested) -> None:
    """Answer, below the digest, the question of several commenters that the button bears."""
    questions = asked_by_several(digested.digest.mood)
    if 0 < press.number <= len(questions):
        key = f"asked:{reply.chat}:{reply.message}:{press.number}"
        place, mark = Place(reply.chat, reply.thread, reply.message), services.texts.mark
        answer = Answer(key, place, "", asker=reply.asker, mark=mark)
        question = questions[press.number - 1].text[:LONGEST_QUESTION]
        await answer_question(services, answer, reply, question)


async def _options(services: Services, press: Press, reply: Reply) -> Options:
    """How long a digest is asked for: at least one sentence, at most as many as there are."""
    shown = await services.digester.of_reply(reply)
    if shown is None:
        return Options()
    return Options(max(1, min(press.number, shown.digest.sentences_total)))


async def _reply(services: Services, query: CallbackQuery, press: Press | None) -> Reply | None:
    """What the message shows, if its page is the button's and is kept in this chat."""
    if press is None or query.message is None:
        return None
    chat, message = query.message.chat.id, query.message.message_id
    reply = await services.cache.reply(chat, message)
    if reply is None:  # it may be on the screen and not kept yet
        with suppress(TimeoutError):
            async with asyncio.timeout(REPLY_WAIT_SECONDS), services.delivery.reply_lock(chat):
                reply = await services.cache.reply(chat, message)
    if reply is None:  # Telegram took it, but its answer was lost, and the reply was repeated
        twin = await services.cache.reply_with_page(chat, press.page)
        return replace(twin, message=message, sources=()) if twin else None
    return reply if reply.page == press.page else None


def _notice_to_strangers(services: Services, query: CallbackQuery) -> str | None:
    chat = query.message.chat.id if query.message else query.from_user.id
    return None if services.policy.allowlist.allows(chat) else private_note(services, chat)


async def _objection(
    services: Services, query: CallbackQuery, press: Press | None, reply: Reply | None
) -> str | None:
    """Why the press can do nothing, in a note that only its author sees."""
    if press is None:
        return services.texts("press-unknown")
    if reply is None:
        return services.texts("press-forgotten")
    if not await may_change(services.bot, reply, query.from_user.id):
        return services.texts("press-others")
    if press.action == "chart" and not await services.charts.claim(reply):
        return services.texts("press-chart-again")
    return await _quota_note(services, query, press, reply)


async def _quota_note(
    services: Services, query: CallbackQuery, press: Press, reply: Reply
) -> str | None:
    """How long to wait for what was not computed before, where the quota is used up."""
    if press.action not in (*_LENGTHS, "more"):
        return None
    options = await _options(services, press, reply)
    if press.action in _LENGTHS and await services.digester.known(press.page, options):
        return None
    seconds = services.quota.delay(Sender(reply.chat, query.from_user.id, reply.thread))
    return advice(QuotaError(seconds), services.texts) if seconds else None


async def _comments(services: Services, reply: Reply, digested: Digested) -> None:
    await change(services, reply, digested, "comments")


async def _links(services: Services, reply: Reply, digested: Digested) -> None:
    await change(services, reply, digested, "links")


async def _chart(services: Services, reply: Reply, digested: Digested) -> None:
    async with typing(services.bot, Place(reply.chat, reply.thread), lambda: True):
        await services.charts.send(reply, digested.digest, services.texts)


async def _export(services: Services, reply: Reply, digested: Digested) -> None:
    await change(services, reply, digested, "export")


async def _send_file(services: Services, reply: Reply, digested: Digested, *, kind: Kind) -> None:
    page = await services.cache.page(digested.page)
    told = with_address(digested.digest, reply.video), page
    await services.exports.send(kind, reply, told, services.texts)


_OFFERED: Final[Mapping[str, Handler[CallbackQuery]]] = {
    EXAMPLE: _show_example,
    CAPTURE: _give_bookmark,
}
"""What is offered where there is no digest yet, by the data of its button."""

_BEGUN: Final = {"chart": "press-drawing", "more": "fetching"}
"""What is said of a press at once, where what it does takes a while."""

_LENGTHS: Final = ("shorter", "longer")

_ACTIONS: Final[Mapping[str, Action]] = {
    "shorter": change,
    "longer": change,
    "back": change,
    "comments": _comments,
    "links": _links,
    "chart": _chart,
    "export": _export,
    "md": partial(_send_file, kind="md"),
    "json": partial(_send_file, kind="json"),
    "srt": partial(_send_file, kind="srt"),
    "vtt": partial(_send_file, kind="vtt"),
    "csv": partial(_send_file, kind="csv"),
}
