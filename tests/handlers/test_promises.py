"""What the bot promises holds under the setting in force, in /start, /privacy and the README."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Settings
from bot.fetch.fetching import fetching
from bot.fetch.terms import Terms
from bot.local.telegram import Telegram
from handlers.fetching import Mode
from tests.handlers.conftest import conversation

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
PROMISED: dict[Mode, tuple[str, str]] = {
    "off": ("Nothing you send leaves this bot.", "Nothing is sent to anyone else."),
    "open": (
        "Of video sites like YouTube I fetch nothing",
        "if that has a public interface or the operator",
    ),
    "all": ("no video is downloaded", "goes to its site, video sites too"),
}


@pytest.mark.parametrize("mode", PROMISED)
async def test_start_and_privacy_say_what_is_fetched(
    telegram: Telegram, settings: Settings, tmp_path: Path, mode: Mode
) -> None:
    how = None if mode == "off" else fetching(Terms(mode, tmp_path), 1, 6)
    ann = telegram.person("Ann")
    async with conversation(telegram, settings, fetching=how) as bot:
        for command in ("/start", "/privacy"):
            ann.says(command)
            await bot.idle()
    start, privacy = (" ".join(said["text"].split()) for said in telegram.said(ann.private))
    for said, promised in zip((start, privacy), PROMISED[mode], strict=True):
        assert promised in said
        others = [texts for each, texts in PROMISED.items() if each != mode]
        assert not any(other in said for texts in others for other in texts)


def test_the_readme_says_what_each_setting_means() -> None:
    words = " ".join(README.split())
    assert "`FETCH=off`, the default: a link alone is not opened" in words
    assert "`FETCH=open`: " in words
    assert "`FETCH=all`: " in words
    assert "It does not fetch anything, so" not in words
