"""What the bot asks Telegram for."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot

from bot.config import Settings
from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from bot.telegram.connection import allowed_updates
from bot.telegram.polling import Watch, fetch_updates

ALWAYS = {"message", "edited_message", "callback_query", "my_chat_member"}


@pytest.mark.parametrize(
    ("settings", "more"),
    [
        (Settings(TOKEN), set()),
        (Settings(TOKEN, guest_mode=True), {"guest_message"}),
        (Settings(TOKEN, inline_mode=True), {"inline_query"}),
        (Settings(TOKEN, guest_mode=True, inline_mode=True), {"guest_message", "inline_query"}),
    ],
)
async def test_guests_and_typed_words_are_asked_for_only_where_the_operator_allows_them(
    telegram: Telegram, settings: Settings, more: set[str]
) -> None:
    request = LocalRequest(telegram)
    async with Bot(TOKEN, request=request, get_updates_request=request) as bot:
        queue: asyncio.Queue[object] = asyncio.Queue()
        fetching = fetch_updates(bot, queue, allowed_updates(settings), Watch())
        task = asyncio.ensure_future(fetching)
        await telegram.until(lambda: telegram.world.updates.allowed)
        task.cancel()
    assert set(telegram.world.updates.allowed) == ALWAYS | more
