"""The bot at work, from the first update to a clean stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any, Final, NoReturn

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app import Assembly, assembled
from bot.config import Settings
from bot.conversation import AnyApplication
from bot.errors import LeaseLostError, SettingsError
from bot.logs import set_level
from bot.menus import publish_unhurried
from bot.operator.reload import change
from bot.operator.service_manager import supervised
from bot.storage.inbox import Inbox
from bot.telegram.api_status import ApiStatus
from bot.telegram.connection import Connection, allowed_updates
from bot.telegram.polling import Watch, fetch_updates
from bot.telegram.probes import Probes
from bot.telegram.webhook import webhook
from handlers.answers import publish
from handlers.protocols import FencedError

logger = logging.getLogger(__name__)

STOP_SECONDS: Final = 9.0
"""The thread that looks a host's name up cannot be ended, and Python waits for it."""
LOST_SECONDS: Final = 130.0
"""The same where another process answers by now: nothing is sent, and nobody waits for its end."""

REFUSED_SECONDS: Final = 300.0
"""So long Telegram may refuse a token that it knew before: at times it is wrong about that."""
CHECK_SECONDS: Final = 30.0
"""How often Telegram is asked whether it still knows the token."""


async def serve(settings: Settings, read: Callable[[], Settings] | None = None) -> None:
    """Run the bot until SIGTERM or SIGINT; it ends within ``STOP_SECONDS``, whatever hangs.

    At a SIGHUP it follows what ``read`` gives then, as far as that can be.

    Where there are several processes it stands by until it is its turn.

    Raises:
        RivalError: another host has been asking with the same token for half a minute.
        LeaseLostError: another process answers now, or may do so.
        StorageError: the database cannot be used.
        SettingsError: Telegram does not know the token.
    """
    _heed_signals()
    connection = Connection(settings)
    try:
        async with (
            assembled(settings, connection) as assembly,
            at_work(assembly.application, settings, assembly.probes) as end,
            supervised(os.environ),
        ):
            _heed_changes(assembly, settings, read or (lambda: settings))
            logger.info("@%s is at work", assembly.application.bot.username)
            await asyncio.gather(end, _ended_turn(assembly))
    except FencedError as problem:
        raise LeaseLostError(problem.message) from problem
    except InvalidToken as problem:
        raise SettingsError(
            "Telegram does not know TELEGRAM_BOT_TOKEN: ask @BotFather"
        ) from problem
    except asyncio.CancelledError:
        logger.info("stopped")


def _heed_signals() -> None:
    """End this task at SIGTERM and SIGINT, and at a SIGHUP that says its terminal is gone."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, task)
    if _has_terminal():
        loop.add_signal_handler(signal.SIGHUP, _stop, task)
    else:  # what would be read is what has just been read
        loop.add_signal_handler(signal.SIGHUP, logger.info, "SIGHUP: the bot is starting")


def _has_terminal() -> bool:
    return bool(sys.stdin and sys.stdin.isatty())


def _heed_changes(assembly: Assembly, settings: Settings, read: Callable[[], Settings]) -> None:
    """Follow new settings at each SIGHUP; to a program in a terminal it says something else."""
    if _has_terminal():
        return
    in_force = [settings]

    def follow() -> None:
        try:
            changed = change(in_force[0], read())
        except SettingsError as problem:
            logger.error("SIGHUP: all stays as it is: %s", str(problem))  # noqa: TRY400 - a line
            return
        in_force[0] = changed.settings
        assembly.adopt(changed.settings)
        set_level(changed.settings.log_level)
        logger.info("SIGHUP: %s", str(changed))

    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, follow)


def _stop(task: asyncio.Task[None] | None) -> None:
    """Begin to end: in order if that can be, else by leaving behind what hangs."""
    if task:
        task.cancel()
    _end_in_time(STOP_SECONDS, 0)


def _end_in_time(seconds: float, status: int) -> None:
    """Leave what hangs behind when it is time: what is not answered is in the inbox."""

    def leave() -> None:
        logger.warning("something hangs, and is left behind")
        os._exit(status)

    late = threading.Timer(seconds, leave)
    late.daemon = True
    late.start()


async def _ended_turn(assembly: Assembly) -> None:
    """Wait for the end of this process's turn; without a database all that is left would hang."""
    try:
        await assembly.turn_lost()
    except LeaseLostError:
        _end_in_time(LOST_SECONDS, LeaseLostError.status)
        raise


@asynccontextmanager
async def at_work(
    application: AnyApplication, settings: Settings, probes: Probes
) -> AsyncIterator[Awaitable[object]]:
    """The application receiving updates; what it yields never returns, it raises."""
    inbox = application.update_queue if settings.database_url else None
    menu = asyncio.ensure_future(_publish(application.bot, inbox))
    await application.start()
    try:
        async with _receiving(application, settings, probes) as end:
            yield end
    finally:
        menu.cancel()
        if isinstance(application.update_queue, Inbox):
            application.update_queue.clear()
        await application.stop()


async def _publish(bot: Bot, shared: object) -> None:
    """The menu is an ornament: without it the bot works too, and people go before it."""
    try:
        await (publish_unhurried(bot, shared) if isinstance(shared, Inbox) else publish(bot))
    except TelegramError as problem:
        logger.warning("the command menu was not set: %s", type(problem).__name__)


@asynccontextmanager
async def _receiving(
    application: AnyApplication, settings: Settings, probes: Probes
) -> AsyncIterator[Awaitable[object]]:
    """Receive updates: pushed by Telegram where an address is set, else fetched."""
    bot, queue = application.bot, application.update_queue
    async with AsyncExitStack() as stack:
        if settings.webhook_url and not settings.database_url:
            # else, where processes stand by, they are taken from before it was its turn
            await stack.enter_async_context(webhook(bot, queue, settings, probes))
        work: list[Coroutine[Any, Any, NoReturn]] = [_until_refused(bot, probes.status)]
        if not settings.webhook_url:
            work.append(fetch_updates(bot, queue, allowed_updates(settings), Watch()))
        yield await stack.enter_async_context(_running(*work))


async def _until_refused(bot: Bot, status: ApiStatus) -> NoReturn:
    """Ask now and then who the bot is; InvalidToken once that was refused for long enough."""
    while (status.refused_seconds or 0.0) < REFUSED_SECONDS:
        await asyncio.sleep(CHECK_SECONDS)
        with suppress(TelegramError):
            await bot.get_me()
    raise InvalidToken


@asynccontextmanager
async def _running(*work: Coroutine[Any, Any, NoReturn]) -> AsyncIterator[Awaitable[object]]:
    """All of the work at once, until the block ends; awaiting what is yielded raises its errors."""
    task = asyncio.ensure_future(_together(*work))
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _together(*work: Coroutine[Any, Any, NoReturn]) -> None:
    await asyncio.gather(*work)
