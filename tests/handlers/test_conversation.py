"""What people say to the bot, and what comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.local.cutters import Client
from bot.local.telegram import Telegram
from tests.telegram import Running

EXAMPLE = Path(__file__).resolve().parents[2] / "bot" / "example.txt"


@pytest.fixture(scope="session")
def example() -> str:
    return EXAMPLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("client", ["desktop", "android", "ios"])
async def test_a_pasted_page_is_answered_with_one_digest(
    telegram: Telegram, bot: Running, example: str, client: Client
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(example, client=client)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert reply["text"].startswith("\u2068Why our town gave its main street")
    assert "Summary" in reply["text"]
