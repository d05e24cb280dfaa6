"""Updates fetched from Telegram for as long as nobody else fetches them.

python-telegram-bot's own Updater would go on for ever beside a rival, and in silence, fetching
nothing, once the token is revoked.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import Final, NoReturn

from telegram import Bot
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError

from bot.errors import RivalError
from bot.telegram.retry import seconds_asked

logger = logging.getLogger(__name__)

RIVAL_SECONDS: Final = 30.0
"""So long two hosts may ask with one token before this one gives way."""

LONG_POLL_SECONDS: Final = 10
LONGEST_PAUSE: Final = 30.0


async def fetch_updates(
    bot: Bot,
    queue: asyncio.Queue[object],
    kinds: Sequence[str],
    watch: Watch,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> NoReturn:
    """Put updates of these kinds into the queue; each is on disk before the next poll.

    Raises:
        RivalError: see Watch.
    """
    await _drop_webhook(bot)
    offset, pause = 0, 0.0
    while True:
        try:
            for update in await bot.get_updates(
                offset, timeout=LONG_POLL_SECONDS, allowed_updates=kinds
            ):
                await queue.put(update)
                offset = update.update_id + 1
            pause = 0.0
        except TelegramError as problem:
            watch(problem)
            if isinstance(problem, Conflict):  # with a webhook that was not dropped
                await _drop_webhook(bot)
            pause = _next_pause(problem, pause)
            await sleep(pause)


def _next_pause(problem: TelegramError, pause: float) -> float:
    """The seconds that Telegram asks for, else half as many again as the last time."""
    if isinstance(problem, RetryAfter):
        return seconds_asked(problem)
    return min(LONGEST_PAUSE, 1.5 * pause or 1.0)


async def _drop_webhook(bot: Bot) -> None:
    """Have Telegram keep updates until they are fetched; getUpdates tells whether that failed."""
    try:
        await bot.delete_webhook()
    except TelegramError as problem:
        logger.warning("deleteWebhook is not answered: %s", type(problem).__name__)


class Watch:
    """Watches for another host that polls with the same token."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._first = self._last = float("-inf")

    def __call__(self, problem: TelegramError) -> None:
        """Note an error of getUpdates.

        Raises:
            RivalError: another host has been asking for half a minute.
        """
        if not isinstance(problem, NetworkError):
            logger.warning("no updates from Telegram: %s", problem)
        if not isinstance(problem, Conflict):
            return
        now = self._clock()
        if now - self._last > RIVAL_SECONDS + 1:
            self._first = now
        self._last = now
        if now - self._first >= RIVAL_SECONDS:
            raise RivalError("another process is running this bot with the same token")
