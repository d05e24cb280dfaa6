"""The menus of commands, shown by one of many processes when nobody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from telegram import Bot

from bot.storage.inbox import Inbox
from handlers.answers import introduction_digest, publish

QUIET_SECONDS: Final = 2.0
"""Between two handfuls of calls, and so long nobody waits before one."""
PATIENCE_SECONDS: Final = 300.0
"""Where there is always somebody who waits, the next calls are made all the same."""

Sleep = Callable[[float], Awaitable[object]]


async def publish_unhurried(bot: Bot, inbox: Inbox, sleep: Sleep = asyncio.sleep) -> None:
    """Show the menus bit by bit while nobody waits, unless these were shown in the last two days.

    After a takeover there is much to answer, and what is shown is mostly what was.
    """
    rest = partial(_until_quiet, inbox, sleep)
    await rest()
    key = f"menus:{await asyncio.to_thread(introduction_digest)}"  # it reads all languages
    if await inbox.recorded(key) is None:
        await publish(bot, rest)
        await inbox.sent(key, 0)


async def _until_quiet(inbox: Inbox, sleep: Sleep) -> None:
    waited, is_quiet = 0.0, False
    while not is_quiet and waited < PATIENCE_SECONDS:
        before = inbox.depth
        await sleep(QUIET_SECONDS)
        waited += QUIET_SECONDS
        is_quiet = before == inbox.depth == 0
