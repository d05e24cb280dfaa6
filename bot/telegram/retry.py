"""Calls of Telegram that are repeated until the network is there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from telegram.error import BadRequest, NetworkError, RetryAfter

logger = logging.getLogger(__name__)

LONGEST_PAUSE: Final = 60.0


async def patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Repeat ``call`` until Telegram answers, after pauses of 1 to 60 seconds, each twice the last.

    Raises what Telegram refuses (BadRequest and others that no repetition changes).
    """
    pause = 1.0
    while True:
        try:
            await call()
        except BadRequest:  # an answer, though it is a NetworkError
            raise
        except (NetworkError, RetryAfter) as problem:
            logger.warning("Telegram cannot be reached: %s", type(problem).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return
