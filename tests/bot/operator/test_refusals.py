"""What an operator did wrong ends the program at its start: one line, exit status 2."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.process import environment, program, telegram_over_http


@pytest.fixture
async def settings(tmp_path: Path) -> AsyncIterator[dict[str, str]]:
    async with telegram_over_http() as site:
        yield environment(site, tmp_path)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ALLOWED_USER": "5"},
        {"TELEGRAM_PROXY": "socks4://127.0.0.1:1080"},
        {"ALL_PROXY": "socks://127.0.0.1:1080"},
        {"WEBHOOK_PATH": "health"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
async def test_a_wrong_setting(settings: dict[str, str], wrong: dict[str, str]) -> None:
    async with program({**settings, **wrong}) as bot:
        assert await bot.end() == 2
    assert bot.output.startswith(next(iter(wrong)))
    assert bot.output.count("\n") == 1


async def test_a_misspelt_name_in_the_file_of_settings(
    settings: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("ALLOWED_USER=5\n")
    async with program(settings) as bot:
        assert await bot.end() == 2
    assert bot.output == "ALLOWED_USER in .env is not a setting: did you mean ALLOWED_USERS?\n"


@pytest.mark.parametrize("name", ["digest.sqlite3", "digest.inbox.sqlite3"])
async def test_a_file_of_another_program_in_the_place_of_a_database(
    settings: dict[str, str], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("notes of mine\n")
    async with program(settings) as bot:
        assert await bot.end() == 2
    assert "is not a SQLite database: move it away, or set DATABASE_PATH" in bot.output
    assert bot.output.count("\n") == 1
    assert (tmp_path / name).read_text() == "notes of mine\n"
