from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from tests.telegram import Running, running

Context = ContextTypes.DEFAULT_TYPE


async def echo(update: Update, _: Context) -> None:
    message = update.effective_message
    assert message
    button = InlineKeyboardButton("Louder", callback_data="loud")
    text = message.text or (message.document and message.document.file_name) or "?"
    await message.reply_text(text, reply_markup=InlineKeyboardMarkup([[button]]))


async def louder(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query
    assert query.message
    await query.answer("done")
    message: Any = query.message

    async def shout() -> None:
        await query.edit_message_text(message.text.upper())

    context.application.create_task(shout())


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Running]:
    request = LocalRequest(telegram)
    builder = ApplicationBuilder().token(TOKEN).request(request).get_updates_request(request)
    application = builder.build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.add_handler(CallbackQueryHandler(louder))
    async with running(application, telegram) as bot:
        yield bot


async def test_what_a_person_says_is_answered_and_a_button_edits_the_answer(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.says("good morning")
    reply = await telegram.next_message(ann.private)
    assert reply["text"] == "good morning"
    press = ann.presses(reply, "Louder")
    assert await telegram.answer_to(press) == {"text": "done", "show_alert": False}
    await bot.idle()
    assert telegram.now(reply)["text"] == "GOOD MORNING"
    assert telegram.said(ann.private) == [telegram.now(reply)]


async def test_a_document_can_be_downloaded(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    sent = ann.sends_file("page.txt", b"a page")
    assert (await telegram.next_message(ann.private))["text"] == "page.txt"
    file = await bot.application.bot.get_file(sent["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"a page"


async def test_a_bot_can_send_a_file(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    sent = await bot.application.bot.send_document(ann.user["id"], b"{}", filename="page.json")
    assert sent.document
    assert telegram.world.files.read(sent.document.file_id).data == b"{}"
    assert sent.document.file_name == "page.json"


async def test_trouble_on_demand_reaches_the_bot(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    send = bot.application.bot.send_message
    telegram.faults.flood(7, "sendMessage")
    with pytest.raises(RetryAfter):
        await send(ann.user["id"], "x")
    telegram.faults.break_down("sendMessage")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await send(ann.user["id"], "x")
    telegram.faults.lose_call()
    with pytest.raises(TimedOut):
        await send(ann.user["id"], "lost")
    telegram.faults.lose_answer(chat=ann.user["id"])
    with pytest.raises(TimedOut):
        await send(ann.user["id"], "arrived")
    assert [m["text"] for m in telegram.said(ann.private)] == ["arrived"]
    ann.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await send(ann.user["id"], "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await send(77, "x")
