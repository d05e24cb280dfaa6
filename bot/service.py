"""The bot at work, from the first update to a clean stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Final

from telegram import Update
from telegram.error import InvalidToken, TelegramError

from bot.app import AnyApplication, opened
from bot.config import Settings
from bot.errors import SettingsError
from bot.storage.inbox import Inbox
from bot.telegram.polling import Watch, fetch_updates
from bot.telegram.webhook import webhook
from handlers.answers import publish

logger = logging.getLogger(__name__)

STOP_SECONDS: Final = 9.0
"""The thread that looks a host's name up cannot be ended, and Python waits for it."""

ALLOWED: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
)


async def serve(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT; it ends within ``STOP_SECONDS``, whatever hangs.

    Raises:
        RivalError: another host has been asking with the same token for half a minute.
        StorageError: the database cannot be used.
        SettingsError: Telegram does not know the token.
    """
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, task)
    try:
        async with opened(settings) as application, at_work(application, settings) as end:
            logger.info("@%s is at work", application.bot.username)
            await end
    except InvalidToken as problem:
        raise SettingsError(
            "Telegram does not know TELEGRAM_BOT_TOKEN: ask @BotFather"
        ) from problem
    except asyncio.CancelledError:
        logger.info("stopped")


def _stop(task: asyncio.Task[None] | None) -> None:
    """Begin to end: in order if that can be, else by leaving behind what hangs."""
    if task:
        task.cancel()
    late = threading.Timer(STOP_SECONDS, _leave)
    late.daemon = True
    late.start()


def _leave() -> None:
    """End at once: what is not answered is in the inbox."""
    logger.warning("something hangs, and is left behind")
    os._exit(0)


@asynccontextmanager
async def at_work(
    application: AnyApplication, settings: Settings
) -> AsyncIterator[Awaitable[None]]:
    """The application receiving updates; what it yields never returns, it raises."""
    menu = asyncio.ensure_future(_publish(application))
    await application.start()
    try:
        async with _listening(application, settings) as end:
            yield end
    finally:
        menu.cancel()
        if isinstance(application.update_queue, Inbox):
            application.update_queue.clear()
        await application.stop()


async def _publish(application: AnyApplication) -> None:
    """The menu is an ornament: without it the bot works too."""
    try:
        await publish(application.bot)
    except TelegramError as problem:
        logger.warning("the command menu was not set: %s", type(problem).__name__)


@asynccontextmanager
async def _listening(
    application: AnyApplication, settings: Settings
) -> AsyncIterator[Awaitable[None]]:
    """Receive updates: pushed by Telegram where an address is set, else fetched."""
    bot, queue = application.bot, application.update_queue
    if settings.webhook_url:
        async with webhook(bot, queue, settings, ALLOWED):
            yield asyncio.get_running_loop().create_future()
        return
    task = asyncio.ensure_future(fetch_updates(bot, queue, ALLOWED, Watch()))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
