"""Who wrote what is quoted: named only where the operator wants it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD


@pytest.mark.parametrize("show", [False, True])
async def test_comments_name_their_authors_where_the_operator_wants_it(
    telegram: Telegram, settings: Settings, *, show: bool
) -> None:
    async with conversation(telegram, replace(settings, show_authors=show)):
        ann = telegram.person("Ann")
        ann.pastes(BREAD)
        reply = await telegram.next_message(ann.private)
        assert ("(@" in reply["text"]) is show
        ann.says("/ask What do the comments say about the sound?")
        answer = await telegram.next_message(ann.private)
        assert "Terrible sound" in answer["text"]
        assert ("(@ben)" in answer["text"]) is show
