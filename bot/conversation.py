"""The conversation's parts, built from the settings."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from telegram.ext import Application, ApplicationBuilder

from bot.capture import PAGE
from bot.config import Settings
from bot.errors import SettingsError
from bot.operator.console import Console
from bot.operator.parts import Parts
from bot.operator.quota import HourlyLimits
from bot.storage.inbox import Inbox
from bot.storage.store import Bounds
from bot.telegram.connection import Connection
from bot.telegram.rate_limiter import FairRateLimiter
from bot.work.fair_queue import FairQueue
from bot.work.workers import Limits, Workers
from handlers.answers import Answering, Charts, Exports, Policy, Services
from handlers.delivery import Delivery
from handlers.digester import Digester
from handlers.message import Texts
from handlers.paste import Intake, Loop
from handlers.permissions import Allowlist
from handlers.queues import Resequencer
from handlers.reception import Reception

if TYPE_CHECKING:
    from bot.fetch.fetching import Fetching

EXAMPLE: Final = Path(__file__).with_name("example.txt")
"""A page made up to show what the bot does."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

_FILES_A_WORKER: Final = 2
"""Files in memory at once: one is read while the next comes."""


def bounds(settings: Settings) -> Bounds:
    """How much is kept."""
    return Bounds(settings.retention_days, settings.database_mb)


def limits(settings: Settings) -> Limits:
    """What a digest may take; a small page waits for no long file."""
    return Limits(settings.workers, settings.job_seconds, settings.job_mb, quick=1)


@dataclass(frozen=True, slots=True)
class Processes:
    """What works in processes of its own: digesting, and opening links where that is allowed."""

    workers: AbstractAsyncContextManager[Workers]
    fetching: AbstractAsyncContextManager[Fetching] | None = None


def processes(settings: Settings) -> Processes:
    """Both as the settings have them.

    Raises:
        SettingsError: fetching needs a library that is not installed.
    """
    return Processes(workers(settings), fetching(settings))


def workers(settings: Settings) -> AbstractAsyncContextManager[Workers]:
    """The processes that digest; with a Postgres, those of other machines too when all are busy."""
    if not settings.database_url:
        return Workers(limits(settings))
    from bot.machines.jobs import shared_workers

    return shared_workers(limits(settings), settings.database_url)


def fetching(settings: Settings) -> AbstractAsyncContextManager[Fetching] | None:
    """What opens links; where that is off, not even its code is loaded.

    Raises:
        SettingsError: it needs a library that is not installed.
    """
    if settings.fetch == "off":
        return None
    from bot.fetch.fetching import fetching_by
    from bot.fetch.terms import NO_LIBRARY, has_library

    if not has_library(settings.fetch):
        raise SettingsError(NO_LIBRARY)
    return fetching_by(settings)


def hourly_limits(settings: Settings) -> HourlyLimits:
    """How many digests may be asked for."""
    groups = dict(settings.group_quotas)
    return HourlyLimits(settings.digests_an_hour, settings.group_digests_an_hour, groups)


def policy(settings: Settings) -> Policy:
    """What answers depend on; whoever runs the bot may use it."""
    people, groups = settings.allowed_users, settings.allowed_chats
    allowlist = Allowlist(people | settings.admins if people or groups else people, groups)
    return Policy(
        settings.max_file_mb,
        settings.retention_days,
        settings.privacy_contact,
        allowlist,
        EXAMPLE.read_text(encoding="utf-8"),
        PAGE.read_text(encoding="utf-8"),
        guests=settings.guest_mode,
        inline=settings.inline_mode,
    )


def application(
    settings: Settings, inbox: Inbox, limiter: FairRateLimiter, connection: Connection
) -> AnyApplication:
    """python-telegram-bot's application, its updates coming through the inbox."""
    builder = (
        ApplicationBuilder()
        .token(settings.telegram_bot_token)
        .base_url(settings.telegram_base_url)
        .base_file_url(settings.telegram_base_file_url)
        .rate_limiter(limiter)
        .update_queue(inbox)
    )
    return builder.request(connection.calls).get_updates_request(connection.updates).build()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the conversation is given besides the parts."""

    settings: Settings
    application: AnyApplication
    console: Console
    loop: Loop


def reception(around: Surroundings, parts: Parts) -> Reception:
    """The conversation itself, where updates come in."""
    services = _services(around, parts)
    answering = Answering(services)
    intake = Intake(answering.on_event, services.loop, around.settings.max_parts)
    return Reception(services, intake, answering)


def _services(around: Surroundings, parts: Parts) -> Services:
    bot = around.application.bot
    authors = around.settings.show_authors
    digester = Digester(parts.store, parts.workers, parts.quota, authors=authors)
    return Services(
        bot=bot,
        cache=parts.store,
        catalogue=parts.store.catalogue,
        charts=Charts(bot, parts.inbox, parts.workers),
        delivery=Delivery(bot, parts.inbox),
        digester=digester,
        exports=Exports(bot, parts.workers),
        fetcher=parts.fetching,
        files=FairQueue(_FILES_A_WORKER * around.settings.workers),
        journal=parts.ledger,
        loop=around.loop,
        operator=around.console,
        outbox=parts.inbox,
        quota=parts.quota,
        resequencer=Resequencer(),
        settings=parts.store.settings,
        texts=Texts(),
        workers=parts.workers,
        policy=policy(around.settings),
    )
