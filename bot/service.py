"""The bot at work, from the first update to a clean stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Final

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.app import AnyApplication, opened
from bot.config import Settings, SettingsError
from bot.inbox import Inbox
from bot.ownership import RivalError
from bot.webhook import webhook
from handlers.commands import publish

logger = logging.getLogger(__name__)

ALLOWED: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
)
RIVAL_SECONDS: Final = 30.0
"""So long two hosts may ask with one token before this one gives way."""


async def serve(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT.

    Raises:
        RivalError: another host has been asking with the same token for half a minute.
        StorageError: the database cannot be used.
        SettingsError: Telegram does not know the token.
    """
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, lambda: task and task.cancel())
    try:
        async with opened(settings) as application, at_work(application, settings) as rivals:
            logger.info("@%s is at work", application.bot.username)
            await rivals.wait()
            raise RivalError("another process is running this bot with the same token")
    except InvalidToken as problem:
        raise SettingsError(
            "Telegram does not know TELEGRAM_BOT_TOKEN: ask @BotFather"
        ) from problem
    except asyncio.CancelledError:
        logger.info("stopped")


@asynccontextmanager
async def at_work(application: AnyApplication, settings: Settings) -> AsyncIterator[asyncio.Event]:
    """The application fetching updates; the event is set when it must give way to a rival."""
    rivals = asyncio.Event()
    await _publish(application)
    await application.start()
    try:
        async with _listening(application, settings, Watch(rivals.set)):
            yield rivals
    finally:
        if isinstance(application.update_queue, Inbox):
            application.update_queue.postpone()
        await application.stop()


class Watch:
    """Watches for another host that polls with the same token; ``give_way`` is called then."""

    def __init__(
        self, give_way: Callable[[], None], clock: Callable[[], float] = monotonic
    ) -> None:
        self._give_way = give_way
        self._clock = clock
        self._first = self._last = float("-inf")

    def __call__(self, problem: TelegramError) -> None:
        """Note an error of getUpdates."""
        if not isinstance(problem, Conflict):
            logger.warning("no updates from Telegram: %s", type(problem).__name__)
            return
        now = self._clock()
        if now - self._last > RIVAL_SECONDS + 1:
            self._first = now
        self._last = now
        if now - self._first >= RIVAL_SECONDS:
            self._give_way()


async def _publish(application: AnyApplication) -> None:
    """The menu is an ornament: without it the bot works too."""
    try:
        await publish(application.bot)
    except TelegramError as problem:
        logger.warning("the command menu was not set: %s", type(problem).__name__)


@asynccontextmanager
async def _listening(
    application: AnyApplication, settings: Settings, watch: Watch
) -> AsyncIterator[None]:
    """Receive updates: pushed by Telegram where an address is set, else fetched."""
    if settings.webhook_url:
        async with webhook(application, settings, ALLOWED):
            yield
        return
    updater = application.updater
    if updater is None:
        raise RuntimeError("the application was built without an updater")
    await updater.start_polling(bootstrap_retries=-1, allowed_updates=ALLOWED, error_callback=watch)
    try:
        yield
    finally:
        await updater.stop()
