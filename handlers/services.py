"""The collaborators that every answer is given: Telegram, storage, workers, texts, settings."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Bot

from handlers.answers.charts import Charts
from handlers.answers.digester import Digester
from handlers.answers.export import Exports
from handlers.delivery import Answers
from handlers.message.texts import Texts
from handlers.protocols import Cache, Outbox, Quota
from handlers.turns import Turns


@dataclass(frozen=True, slots=True)
class Policy:
    """The operator's settings that answers depend on; ``privacy_contact`` is shown by /privacy."""

    max_file_mb: int = 20
    retention_days: int = 30
    privacy_contact: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """The collaborators of every answer."""

    bot: Bot
    answers: Answers
    cache: Cache
    charts: Charts
    digester: Digester
    exports: Exports
    outbox: Outbox
    quota: Quota
    texts: Texts
    turns: Turns
    policy: Policy
