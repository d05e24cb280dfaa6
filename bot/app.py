"""The one place where the parts of the bot meet."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from bot.config import Settings
from bot.operator.quota import Quota
from bot.storage.inbox import Inbox, inbox_path
from bot.storage.store import Bounds, Store
from bot.telegram.connection import Connection
from bot.telegram.rate_limiter import FairRateLimiter
from bot.telegram.retry import until_answered
from bot.work.fair_queue import FairQueue
from bot.work.workers import Limits, Workers
from handlers.answers import Answering, Charts, Exports, Policy, Services
from handlers.delivery import Delivery
from handlers.digester import Digester
from handlers.message import Texts
from handlers.paste import KEPT, Intake, Loop
from handlers.permissions import Allowlist
from handlers.queues import Resequencer
from handlers.reception import Reception, is_addressed

EXAMPLE = Path(__file__).with_name("example.txt")
"""A page made up to show what the bot does."""

logger = logging.getLogger(__name__)

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

EXPIRY_SECONDS = 60
AGAIN_SECONDS = 5.0
"""How soon an answer that could not be given is tried again."""
_FILES_A_WORKER = 2
"""Files in memory at once: one is read while the next comes."""


class _Disk(NamedTuple):
    """What is kept on disk."""

    store: Store
    inbox: Inbox


@asynccontextmanager
async def opened(
    settings: Settings,
    connection: Connection | None = None,
    loop: Loop | None = None,
    limiter: FairRateLimiter | None = None,
) -> AsyncIterator[AnyApplication]:
    """The bot, put together and initialized, with what it left undone queued; not yet polling.

    ``connection`` is the way to Telegram, HTTP by default; ``loop`` gives the timers for parts of a
    paste, the running event loop by default; ``limiter`` paces the requests, by the real clock by
    default.

    Raises:
        StorageError: the database is in use, of a newer version, not ours, or cannot be made.
        WorkersError: the worker processes cannot be started.
    """
    async with AsyncExitStack() as stack:
        bounds = Bounds(settings.retention_days, settings.database_mb)
        store = await stack.enter_async_context(Store.open(settings.database_path, bounds))
        application: AnyApplication
        inbox = await stack.enter_async_context(
            Inbox.open(
                inbox_path(settings.database_path), lambda u: is_addressed(u, application.bot.bot)
            )
        )
        workers = await stack.enter_async_context(Workers(_limits(settings)))
        connection = connection or Connection(settings)
        application = _application(settings, inbox, limiter or FairRateLimiter(), connection)
        logger.info("asking %s who this bot is", connection.status.host)
        await until_answered(application.initialize)
        await stack.enter_async_context(application)
        digester = _digester(settings, store, workers)
        timers = loop or asyncio.get_running_loop()
        services = _services(settings, application, digester, _Disk(store, inbox), timers)
        reception = _reception(application, services, settings)
        stack.push_async_callback(reception.close)
        await _resume(reception, inbox, application)
        for chore in (_expire(store, inbox), _try_again(inbox)):
            stack.callback(asyncio.ensure_future(chore).cancel)
        yield application


async def _resume(reception: Reception, inbox: Inbox, application: AnyApplication) -> None:
    """Take up what was gathered and not answered when the bot last stopped."""
    for update in await inbox.held(application.bot):
        reception.restore(update)
    await inbox.replay(application.bot)


def _limits(settings: Settings) -> Limits:
    return Limits(settings.workers, settings.job_seconds, settings.job_mb)


def _application(
    settings: Settings, inbox: Inbox, limiter: FairRateLimiter, connection: Connection
) -> AnyApplication:
    builder = (
        ApplicationBuilder()
        .token(settings.telegram_bot_token)
        .base_url(settings.telegram_base_url)
        .base_file_url(settings.telegram_base_file_url)
        .rate_limiter(limiter)
        .update_queue(inbox)
    )
    return builder.request(connection.calls).get_updates_request(connection.updates).build()


def _digester(settings: Settings, store: Store, workers: Workers) -> Digester:
    quota = Quota(settings.digests_an_hour)
    return Digester(store, workers, quota, authors=settings.show_authors)


def _services(
    settings: Settings, application: AnyApplication, digester: Digester, disk: _Disk, loop: Loop
) -> Services:
    bot, texts, inbox = application.bot, Texts(), disk.inbox
    return Services(
        bot=bot,
        cache=digester.cache,
        catalogue=disk.store.catalogue,
        charts=Charts(bot, inbox, digester.workers, texts),
        delivery=Delivery(bot, inbox),
        digester=digester,
        exports=Exports(bot, digester.workers, texts),
        files=FairQueue(_FILES_A_WORKER * settings.workers),
        loop=loop,
        outbox=inbox,
        quota=digester.quota,
        resequencer=Resequencer(),
        texts=texts,
        workers=digester.workers,
        policy=_policy(settings),
    )


def _policy(settings: Settings) -> Policy:
    allowlist = Allowlist(settings.allowed_users, settings.allowed_chats)
    return Policy(
        settings.max_file_mb,
        settings.retention_days,
        settings.privacy_contact,
        allowlist,
        EXAMPLE.read_text(encoding="utf-8"),
    )


def _reception(application: AnyApplication, services: Services, settings: Settings) -> Reception:
    """The reception, with the application's updates coming in."""
    answering = Answering(services)
    intake = Intake(answering.on_event, services.loop, settings.max_parts)
    reception = Reception(services, intake, answering)

    async def receive(update: Update, _: object) -> None:
        await reception.receive(update)

    application.add_handler(TypeHandler(Update, receive))
    application.add_error_handler(_log)
    return reception


async def _log(update: object, context: Any) -> None:  # noqa: ANN401 - PTB's own type has six holes
    """What fails before the work begins has no chat to tell it to."""
    number = update.update_id if isinstance(update, Update) else None
    logger.error("update %s failed", number, exc_info=context.error)


async def _expire(store: Store, inbox: Inbox) -> None:
    """Remove what is too old, now and each minute."""
    while True:
        await store.expire()
        await inbox.expire(KEPT)
        await asyncio.sleep(EXPIRY_SECONDS)


async def _try_again(inbox: Inbox) -> None:
    """Bring back what could not be answered for want of a network."""
    while True:
        await inbox.left_for_later()
        await asyncio.sleep(AGAIN_SECONDS)
        await inbox.requeue()
