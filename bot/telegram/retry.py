"""Calls of Telegram that are repeated until it answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter

LONGEST_PAUSE: Final = 15.0
_REFUSALS: Final = 3
"""So often Telegram has to refuse the token: at times it refuses those that are right."""


async def until_answered(
    call: Callable[[], Awaitable[object]],
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> None:
    """Repeat ``call`` until Telegram answers, after pauses of 1 to 15 seconds, each twice the last.

    Raises what Telegram refuses (BadRequest and others that no repetition changes).
    """
    pause, refusals = 1.0, 0
    while True:
        try:
            await call()
        except BadRequest:  # an answer, though it is a NetworkError
            raise
        except InvalidToken:
            refusals += 1
            if refusals == _REFUSALS:
                raise
        except RetryAfter as problem:
            pause = seconds_asked(problem)
        except NetworkError:
            pass
        else:
            return
        await sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


def seconds_asked(problem: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    # the public property warns of its own future
    return problem._retry_after.total_seconds()  # noqa: SLF001
