"""The parts of the running bot that whoever runs it looks at, or changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.operator.quota import Quota
from bot.operator.watch.ledger import Ledger
from bot.storage.inbox import Inbox
from bot.storage.store import Store
from bot.telegram.api_status import ApiStatus
from bot.telegram.rate_limiter import FairRateLimiter
from bot.work.workers import Workers

if TYPE_CHECKING:  # where fetching is off, not even its code is loaded
    from bot.fetch.fetching import Fetching


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
    fetching: Fetching | None = None
