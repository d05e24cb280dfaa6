"""The parts of the running bot that whoever runs it looks at, or changes."""

from __future__ import annotations

from dataclasses import dataclass

from bot.operator.quota import Quota
from bot.operator.watch.ledger import Ledger
from bot.storage.inbox import Inbox
from bot.storage.store import Store
from bot.telegram.api_status import ApiStatus
from bot.telegram.rate_limiter import FairRateLimiter
from bot.work.workers import Workers
from handlers.fetching import Fetcher


@dataclass(frozen=True, slots=True)
class Parts:
    """Each counts what it does since the start."""

    store: Store
    inbox: Inbox
    workers: Workers
    limiter: FairRateLimiter
    quota: Quota
    status: ApiStatus
    ledger: Ledger
    fetcher: Fetcher | None = None
