"""The one place where the parts of the bot meet."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from telegram import Update
from telegram.ext import TypeHandler

from bot import conversation
from bot.config import Settings
from bot.conversation import AnyApplication, Processes, Surroundings
from bot.operator.background import in_background
from bot.operator.console import Console
from bot.operator.parts import Parts
from bot.operator.quota import Quota
from bot.operator.stats import stats_of_running
from bot.operator.watch.alarm import OperatorChat, alarmed
from bot.operator.watch.ledger import Ledger
from bot.operator.watch.readiness import Readiness
from bot.sharing import kept, patience, turn
from bot.storage.bans import Bans
from bot.storage.inbox import Inbox
from bot.storage.store import Store
from bot.telegram.connection import Connection
from bot.telegram.probes import Probes
from bot.telegram.rate_limiter import FairRateLimiter
from bot.telegram.retry import until_answered
from bot.work.workers import Workers
from handlers.paste import KEPT, Loop
from handlers.protocols import FencedError
from handlers.reception import Reception, is_addressed

if TYPE_CHECKING:
    from bot.fetch.fetching import Fetching

logger = logging.getLogger(__name__)

EXPIRY_SECONDS: Final = 60
AGAIN_SECONDS: Final = 5.0
"""How soon an answer that could not be given is tried again."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """The bot put together: what receives updates, and what an operator looks at and changes."""

    application: AnyApplication
    parts: Parts
    probes: Probes
    console: Console
    chat: OperatorChat
    reception: Reception

    async def turn_lost(self) -> None:
        """Return if this is the only process of the bot; else wait until another may answer.

        Raises:
            LeaseLostError: another may.
        """
        if self.parts.front:
            await self.parts.front.lost()

    def adopt(self, settings: Settings) -> None:
        """Follow the settings that can change while the bot runs."""
        self.parts.store.bounds = conversation.bounds(settings)
        self.parts.quota.limits = conversation.hourly_limits(settings)
        self.parts.workers.limit(settings.job_seconds)
        if self.parts.fetching:
            self.parts.fetching.adopt(settings)
        self.reception.adopt(conversation.policy(settings))
        self.console.admins = settings.admins
        self.chat.chat = settings.admin_chat


@asynccontextmanager
async def assembled(
    settings: Settings,
    connection: Connection | None = None,
    loop: Loop | None = None,
    limiter: FairRateLimiter | None = None,
    processes: Processes | None = None,
) -> AsyncIterator[Assembly]:
    """The bot, put together and initialized, with what it left undone queued; not yet polling.

    ``connection`` is the way to Telegram, HTTP by default; ``loop`` gives the timers for parts of a
    paste, the running event loop by default; ``limiter`` paces the requests, by the real clock by
    default; ``processes`` digest and open links, as the settings have it by default.

    Raises:
        StorageError: the database is in use, of a newer version, not ours, or cannot be made.
        WorkersError: the worker processes cannot be started.
        SettingsError: the port for whoever watches cannot be had, or what fetching needs.
    """
    connection = connection or Connection(settings)
    processes = processes or conversation.processes(settings)
    async with AsyncExitStack() as stack:
        application: AnyApplication

        def is_ours(update: Update) -> bool:
            return is_addressed(update, application.bot.bot, guests=settings.guest_mode)

        opened = _parts(settings, connection, limiter, is_ours, processes.workers)
        parts = await stack.enter_async_context(opened)
        parts = await _with_fetching(stack, parts, processes.fetching)
        application = conversation.application(settings, parts.inbox, parts.limiter, connection)
        probes = await stack.enter_async_context(_in_turn(settings, application, parts))
        chat = await stack.enter_async_context(alarmed(application.bot, settings))
        stats, purge = partial(stats_of_running, parts), partial(_purge, parts)
        console = Console(settings.admins, parts.store.bans, stats, purge)
        timers = loop or asyncio.get_running_loop()
        around = Surroundings(settings, application, console, timers)
        reception = await stack.enter_async_context(_conversing(around, parts))
        yield Assembly(application, parts, probes, console, chat, reception)


@asynccontextmanager
async def _in_turn(
    settings: Settings, application: AnyApplication, parts: Parts
) -> AsyncIterator[Probes]:
    """The application initialized, once it is this process's turn; what watches it came before."""
    readiness = Readiness(parts)
    probes = Probes(parts.status, readiness, readiness.role)
    async with in_background(settings, probes, parts):
        logger.info("asking %s who this bot is", parts.status.host)
        await until_answered(application.initialize)
        async with application, turn(settings, application, parts, probes):
            yield probes


async def _with_fetching(
    stack: AsyncExitStack, parts: Parts, opened: AbstractAsyncContextManager[Fetching] | None
) -> Parts:
    fetching = await stack.enter_async_context(opened) if opened else None
    return replace(parts, fetching=fetching)


@asynccontextmanager
async def _parts(
    settings: Settings,
    connection: Connection,
    limiter: FairRateLimiter | None,
    keep: Callable[[Update], bool],
    workers: AbstractAsyncContextManager[Workers],
) -> AsyncIterator[Parts]:
    """What holds files and processes, opened."""

    def is_wanted(store: Store, update: Update) -> bool:
        return keep(update) and not _is_banned(store.bans, update)

    async with kept(settings, is_wanted) as (store, inbox, front), workers as running:
        quota = Quota(conversation.hourly_limits(settings))
        ledger = Ledger()
        limiter = limiter or FairRateLimiter()
        status = connection.status
        yield Parts(store, inbox, running, limiter, quota, status, ledger, front=front)


@asynccontextmanager
async def _conversing(around: Surroundings, parts: Parts) -> AsyncIterator[Reception]:
    """The reception, with the application's updates coming in, those left undone first."""
    reception, store, inbox = conversation.reception(around, parts), parts.store, parts.inbox

    async def receive(update: Update, _: object) -> None:
        parts.ledger.receive(update)
        await store.bans.refresh()
        if _is_banned(store.bans, update):
            await inbox.done(update.update_id)
        else:
            await reception.receive(update)

    around.application.add_handler(TypeHandler(Update, receive))
    around.application.add_error_handler(_log)
    chores = []
    try:
        await store.bans.refresh()
        await _resume(reception, inbox, around.application)
        work = (_expire(store, inbox), _try_again(inbox), inbox.sweep())
        chores = [asyncio.ensure_future(each) for each in work]
        yield reception
    finally:
        for chore in chores:
            chore.cancel()
        await asyncio.gather(*chores, return_exceptions=True)
        await reception.close(parts.limiter.refusing, *patience(parts.front))


async def _resume(reception: Reception, inbox: Inbox, application: AnyApplication) -> None:
    """Take up what was gathered and not answered when the bot last stopped."""
    for update in await inbox.held(application.bot):
        reception.restore(update)
    await inbox.replay(application.bot)


def _is_banned(bans: Bans, update: Update) -> bool:
    """Whether who sent it, or the group it was sent in, gets no answer."""
    sources = (update.effective_user, update.effective_chat)
    return any(source is not None and source.id in bans.ids for source in sources)


async def _purge(parts: Parts, chat: int) -> int | None:
    """Remove all that is kept of a chat; return how many replies were known."""
    known = await parts.store.forget(chat)
    await parts.inbox.forget(chat)
    return known


async def _log(update: object, context: Any) -> None:  # noqa: ANN401 - PTB's own type has six holes
    """What fails before the work begins has no chat to tell it to."""
    if isinstance(context.error, FencedError):
        return
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
