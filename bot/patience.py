"""Calls of Telegram that must come through, however long there is no network."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from telegram.error import BadRequest, NetworkError, RetryAfter

logger = logging.getLogger(__name__)

MOST_PATIENT_SECONDS: Final = 60.0


async def patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Call until Telegram has answered, ever more patiently; what it refuses is raised."""
    patience = 1.0
    while True:
        try:
            await call()
        except BadRequest:  # an answer, though it is a NetworkError
            raise
        except (NetworkError, RetryAfter) as problem:
            logger.warning("Telegram cannot be reached: %s", type(problem).__name__)
            await asyncio.sleep(patience)
            patience = min(2 * patience, MOST_PATIENT_SECONDS)
        else:
            return
