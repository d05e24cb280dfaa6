"""Whether the bot can answer somebody just now: its database, its workers, Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Final

from bot.operator.parts import Parts
from bot.storage.census import is_writable

SILENT_SECONDS: Final = 90.0
"""So long Telegram may be silent: it is asked something at least twice a minute."""

WORKER_SECONDS: Final = 10.0
"""So long a small job may take; where a longer one is in the way, that one counts."""

AGAIN_SECONDS: Final = 5.0
"""What was found is believed for so long, however often somebody asks."""


class Readiness:
    """Looks at the parts when it is asked."""

    def __init__(self, parts: Parts, clock: Callable[[], float] = monotonic) -> None:
        self._parts = parts
        self._clock = clock
        self._turn = asyncio.Lock()
        self._looked = float("-inf")
        self._found = ""

    async def __call__(self) -> str:
        """Return what keeps the bot from answering, in a line; "" for nothing."""
        async with self._turn:
            if self._clock() - self._looked > AGAIN_SECONDS:
                self._found = "; ".join(await self._look())
                self._looked = self._clock()
            return self._found

    def role(self) -> str:
        """Return what is said of a process that waits for its turn."""
        return ", standing by" if self._parts.stands_by else ""

    async def _look(self) -> list[str]:
        parts = self._parts
        if parts.front and parts.stands_by:
            return [problem] if (problem := await parts.front.problem()) else []
        databases = {"database": parts.store.database, "inbox": parts.inbox.database}
        writable = await asyncio.gather(*map(is_writable, databases.values()))
        problems = [
            f"the {name} cannot be written"
            for name, is_well in zip(databases, writable, strict=True)
            if not is_well
        ]
        if not await parts.workers.answer(WORKER_SECONDS):
            problems.append("the workers do not answer")
        if parts.status.silent_seconds > SILENT_SECONDS:
            problems.append("Telegram does not answer")
        return problems
