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

if TYPE_CHECKING:  # where fetching is off, or there is one process, not even their code is loaded
    from bot.fetch.fetching import Fetching
    from bot.machines import Front


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
    front: Front | None = None

    @property
    def stands_by(self) -> bool:
        """Whether another process answers."""
        return self.front is not None and not self.front.lease.is_held
