"""Doctor looks at Postgres, and changes nothing there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from bot.config import Settings
from bot.local.request import LocalRequest
from bot.local.telegram import Telegram
from bot.operator.doctor import Finding, examine
from bot.storage.bot_schema import PARTS, schema_of
from bot.storage.database import migrate_postgres
from tests.bot.process import free_port

TOKEN = "123456:made-up"


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    return Settings(TOKEN, database_path=tmp_path / "digest.sqlite3", database_url=database_url)


async def findings(settings: Settings) -> dict[str, Finding]:
    dotenv = settings.database_path.parent / ".env"
    found = [one async for one in examine(settings, LocalRequest(Telegram()), dotenv)]
    return {one.what: one for one in found}


def versions(url: str) -> list[tuple[str]]:
    with psycopg.connect(url) as connection:
        return connection.execute(
            "SELECT tablename FROM pg_tables WHERE tablename = 'versions'"
        ).fetchall()


async def test_a_server_without_tables_yet_is_well_and_stays_without(settings: Settings) -> None:
    found = await findings(settings)
    assert found["postgres"].is_ok
    assert "version" in found["postgres"].detail
    assert found["tables"].detail == "bot_123456: will be made"
    assert found["clock"].is_ok
    assert "database" not in found
    assert versions(settings.database_url) == []


async def test_tables_are_of_this_version_or_it_is_said_what_to_do(settings: Settings) -> None:
    schema = schema_of(TOKEN)
    await migrate_postgres(settings.database_url, schema, PARTS)
    assert (await findings(settings))["tables"].detail == f"{schema}: of this version"
    set_versions(settings.database_url, 0)
    older = (await findings(settings))["tables"]
    assert older.is_ok
    assert "older version: video-digest migrate" in older.detail
    set_versions(settings.database_url, 99)
    newer = (await findings(settings))["tables"]
    assert not newer.is_ok
    assert "newer version: update the bot" in newer.detail


def set_versions(url: str, version: int) -> None:
    with psycopg.connect(url, options=f"-c search_path={schema_of(TOKEN)}") as connection:
        connection.execute("UPDATE versions SET version = %s", (version,))


async def test_a_server_that_is_not_reached_is_told_in_a_line_without_the_password(
    settings: Settings,
) -> None:
    away = f"postgresql://bot:secret@127.0.0.1:{free_port()}/bot"
    found = await findings(replace(settings, database_url=away))
    assert not found["postgres"].is_ok
    assert "not reached" in found["postgres"].detail
    assert "secret" not in str(found["postgres"])
    assert "tables" not in found
