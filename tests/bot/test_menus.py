"""The menus after a takeover: people go first, and what was shown lately is not shown again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from bot.menus import PATIENCE_SECONDS, publish_unhurried
from bot.storage.inbox import Inbox
from handlers.message import languages
from tests.bot.updates import message


class Hours:
    """Seconds that pass at once; after ``busy`` of them the update that waits is answered."""

    def __init__(self, inbox: Inbox, busy: float = 0.0) -> None:
        self.passed = 0.0
        self._inbox = inbox
        self._busy = busy

    async def sleep(self, seconds: float) -> None:
        self.passed += seconds
        if self.passed >= self._busy:
            await self._inbox.done(1)


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    async with Inbox.open(tmp_path / "inbox.sqlite3", lambda _: True) as inbox:
        yield inbox


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    way = LocalRequest(telegram)
    async with Bot(TOKEN, request=way, get_updates_request=way) as bot:
        yield bot


def asked(telegram: Telegram) -> int:
    """How many calls were about what the bot shows."""
    return sum("My" in call.method for call in telegram.calls)


async def test_they_are_shown_bit_by_bit_once_nobody_waits(
    telegram: Telegram, bot: Bot, inbox: Inbox
) -> None:
    class Watching(Hours):
        async def sleep(self, seconds: float) -> None:
            if inbox.depth:
                assert asked(telegram) == 0
            await super().sleep(seconds)

    await inbox.put(message(1))
    hours = Watching(inbox, 60.0)
    await publish_unhurried(bot, inbox, hours.sleep)
    assert len(telegram.world.commands) == 3 * len(languages())
    assert hours.passed > 60.0 + 2 * len(languages())


async def test_where_somebody_always_waits_they_are_shown_all_the_same(
    telegram: Telegram, bot: Bot, inbox: Inbox
) -> None:
    await inbox.put(message(1))
    hours = Hours(inbox, float("inf"))
    await publish_unhurried(bot, inbox, hours.sleep)
    assert len(telegram.world.commands) == 3 * len(languages())
    assert hours.passed >= PATIENCE_SECONDS


async def test_what_another_process_has_shown_is_not_asked_for_again(
    telegram: Telegram, bot: Bot, inbox: Inbox
) -> None:
    hours = Hours(inbox)
    await publish_unhurried(bot, inbox, hours.sleep)
    calls = asked(telegram)
    await publish_unhurried(bot, inbox, hours.sleep)
    assert asked(telegram) == calls
