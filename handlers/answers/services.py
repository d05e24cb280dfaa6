"""The collaborators that every answer is given: Telegram, storage, workers, texts, settings."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from telegram import Bot

from handlers.answers.attachments import Charts, Exports
from handlers.catalogue import Catalogue
from handlers.chat_settings import ChatSettings, SettingsStore
from handlers.delivery import Answer, Delivery
from handlers.digester import Digester
from handlers.fetching import Fetcher
from handlers.journal import Journal
from handlers.message import Texts
from handlers.paste import Loop
from handlers.permissions import Allowlist
from handlers.protocols import Cache, FairQueue, Operator, Outbox, Quota, Workers
from handlers.queues import Resequencer

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Policy:
    """What answers depend on besides: the operator's settings, and the page that /start offers.

    ``privacy_contact`` is shown by /privacy; ``capture`` is the page with the bookmark that saves
    pages, its words still marks; ``guests`` and ``inline``: whether the bot answers in chats that
    it is not in.
    """

    max_file_mb: int = 20
    retention_days: int = 30
    privacy_contact: str = ""
    allowlist: Allowlist = field(default_factory=Allowlist)
    example: str = ""
    capture: str = ""
    guests: bool = False
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Services:
    """The collaborators of every answer; ``texts`` and ``chosen`` are those of its chat.

    ``fetcher`` is None where the operator allows no fetching; ``files`` are places in memory for
    files; ``loop`` gives timers.
    """

    bot: Bot
    cache: Cache
    catalogue: Catalogue
    charts: Charts
    delivery: Delivery
    digester: Digester
    exports: Exports
    fetcher: Fetcher | None
    files: FairQueue
    journal: Journal
    loop: Loop
    operator: Operator
    outbox: Outbox
    quota: Quota
    resequencer: Resequencer
    settings: SettingsStore
    texts: Texts
    workers: Workers
    policy: Policy
    chosen: ChatSettings = field(default_factory=ChatSettings)


Handler = Callable[[Services, S, Answer], Awaitable[None]]
"""Answers its subject (a message, a batch, a press) with a message that is begun as ``Answer``."""
