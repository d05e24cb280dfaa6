"""One of many processes of a bot: it keeps things where all do, and answers when it is its turn."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Final

from telegram import Update

from bot.config import Settings
from bot.conversation import AnyApplication, bounds
from bot.errors import OutageError
from bot.machines import Front, Handover, SharedInbox
from bot.operator.parts import Parts
from bot.operator.service_manager import supervised
from bot.storage.bot_schema import PARTS, schema_of
from bot.storage.database import open_postgres
from bot.storage.database.postgres import PostgresDatabase
from bot.storage.store import Store
from bot.telegram.probes import Probes
from bot.telegram.webhook import webhook

logger = logging.getLogger(__name__)

AGAIN_SECONDS: Final = 1.0
CAPACITY: Final = 1_000
"""Updates in memory at most; however many more wait in the database."""


@asynccontextmanager
async def opened(
    settings: Settings, is_wanted: Callable[[Store, Update], bool]
) -> AsyncIterator[tuple[Store, SharedInbox, Front]]:
    """What all processes of the bot keep together, as soon as the server is reached.

    Raises:
        StorageError: the tables are of a newer version, or cannot be made.
        SettingsError: the address cannot be read, or its library is not installed.
    """
    async with AsyncExitStack() as stack:
        database = await _reached(stack, settings)
        schema = schema_of(settings.telegram_bot_token)
        front = Front(database, partial(open_postgres, settings.database_url, schema, PARTS))
        store = Store(front.fenced, bounds(settings), database.now)
        keep = partial(is_wanted, store)
        inbox = SharedInbox(front.fenced, database, front.lease, keep, CAPACITY)
        yield store, inbox, front


@asynccontextmanager
async def turn_of(
    front: Front, settings: Settings, application: AnyApplication, parts: Parts, probes: Probes
) -> AsyncIterator[None]:
    """Stand by until it is this process that answers, and be it until the block ends.

    Updates are taken all the time, where they are pushed.
    """
    async with AsyncExitStack() as stack:
        if settings.webhook_url:
            pushed = webhook(application.bot, application.update_queue, settings, probes)
            await stack.enter_async_context(pushed)
        await stack.enter_async_context(supervised(os.environ))
        logger.info("@%s stands by", application.bot.username)
        await stack.enter_async_context(front.held(parts.store.bans.refresh))
        parts.limiter.check = front.lease.check_send
        handover = Handover(front.fenced, parts.limiter, parts.quota)
        await stack.enter_async_context(handover.kept())
        yield


async def _reached(stack: AsyncExitStack, settings: Settings) -> PostgresDatabase:
    """The database, looked for until it is there: this process may have ended since it was not."""
    said = ""
    schema = schema_of(settings.telegram_bot_token)
    while True:
        try:
            return await stack.enter_async_context(
                open_postgres(settings.database_url, schema, PARTS)
            )
        except OutageError as problem:
            if str(problem) != said:
                logger.warning("waiting for the database: %s", problem)
            said = str(problem)
        await asyncio.sleep(AGAIN_SECONDS)
