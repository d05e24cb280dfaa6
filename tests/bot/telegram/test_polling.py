from __future__ import annotations

import asyncio
from pathlib import Path

from telegram import Bot, Update
from telegram.ext import ApplicationBuilder, ContextTypes, TypeHandler

from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from bot.storage.inbox import Inbox
from bot.telegram.polling import Watch, fetch_updates
from bot.telegram.rate_limiter import FairRateLimiter
from tests.bot.storage.disk import full_disk
from tests.telegram import AnyApplication, running


def application(telegram: Telegram, inbox: Inbox) -> AnyApplication:
    """A bot that answers what it hears, with the real inbox and the real rate limiter."""

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message
        reply = await update.message.reply_text(f"heard: {update.message.text}")
        await inbox.sent(str(update.update_id), reply.message_id, update.update_id)

    request = LocalRequest(telegram)
    builder = ApplicationBuilder().token(TOKEN).request(request).get_updates_request(request)
    app = builder.update_queue(inbox).rate_limiter(FairRateLimiter()).build()
    app.add_handler(TypeHandler(Update, answer))
    return app


async def test_polling_goes_on_after_the_disk_was_full_and_nothing_is_lost(
    telegram: Telegram, tmp_path: Path
) -> None:
    ann = telegram.person("Ann")
    async with Inbox.open(tmp_path / "inbox.sqlite3", lambda _: True) as inbox:
        await inbox.expire()
        app = application(telegram, inbox)
        async with running(app, telegram) as bot:
            with full_disk():
                ann.says("one")
                ann.says("two")
                await telegram.until(lambda: len(polls(telegram)) > 1)
                assert telegram.said(ann.private) == []
            await telegram.next_message(ann.private)
            await bot.idle()
    assert [reply["text"] for reply in telegram.said(ann.private)] == ["heard: one", "heard: two"]


async def test_a_wait_that_telegram_asks_for_is_kept(telegram: Telegram) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    telegram.faults.flood(37, "getUpdates", times=2)
    telegram.faults.break_down("getUpdates", times=3)
    telegram.person("Ann").says("one")
    queue: asyncio.Queue[object] = asyncio.Queue()
    request = LocalRequest(telegram)
    async with Bot(TOKEN, request=request, get_updates_request=request) as bot:
        fetching = asyncio.ensure_future(fetch_updates(bot, queue, (), Watch(), sleep))
        assert isinstance(await queue.get(), Update)
        fetching.cancel()
    assert slept == [37, 37, 30, 30, 30]


def polls(telegram: Telegram) -> list[object]:
    return [call for call in telegram.calls if call.method == "getUpdates"]


async def test_what_arrived_before_a_stop_is_answered_after_the_next_start(
    telegram: Telegram, tmp_path: Path
) -> None:
    ann = telegram.person("Ann")
    ann.says("one")
    ann.says("two")
    path = tmp_path / "inbox.sqlite3"
    async with Inbox.open(path, lambda _: True) as inbox, application(telegram, inbox) as app:
        assert app.updater
        await app.updater.start_polling(poll_interval=0)
        await telegram.until(lambda: inbox.qsize() == 2 and len(polls(telegram)) > 1)
        await app.updater.stop()
        inbox.clear()
    async with Inbox.open(path, lambda _: True) as inbox:
        app = application(telegram, inbox)
        assert await inbox.replay(app.bot) == 2
        async with running(app, telegram) as bot:
            await bot.idle()
    assert [reply["text"] for reply in telegram.said(ann.private)] == ["heard: one", "heard: two"]
