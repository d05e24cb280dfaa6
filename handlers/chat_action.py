"""The "typing" action that a chat shows while the bot is at work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers.delivery import Place

REPEAT_SECONDS: Final = 4.0
"""Telegram shows the action for five seconds."""
DELAY_SECONDS: Final = 0.05
"""A digest from the cache is there before."""


@asynccontextmanager
async def typing(bot: Bot, place: Place, is_at_work: Callable[[], bool]) -> AsyncIterator[None]:
    """Show "typing" in the chat until the context ends, at first and for as long as it is true."""
    task = asyncio.ensure_future(_type(bot, place, is_at_work))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def type_once(bot: Bot, place: Place) -> None:
    """Show "typing" for five seconds; a failure is ignored, since nothing depends on it."""
    with suppress(TelegramError):
        await bot.send_chat_action(place.chat, ChatAction.TYPING, place.thread)


async def _type(bot: Bot, place: Place, is_at_work: Callable[[], bool]) -> None:
    await asyncio.sleep(DELAY_SECONDS)
    await type_once(bot, place)
    while True:
        await asyncio.sleep(REPEAT_SECONDS)
        if is_at_work():
            await type_once(bot, place)
