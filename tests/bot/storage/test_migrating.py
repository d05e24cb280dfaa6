"""Tables in Postgres are led from version to version, whoever else does so at the same time."""

from __future__ import annotations

import asyncio

import psycopg
import pytest

from bot.__main__ import main
from bot.config import Settings
from bot.errors import SettingsError, StorageError
from bot.migrate_command import migrate_tables
from bot.operator.terminal import administer
from bot.storage.database import Part, Statement, migrate_postgres, open_postgres

FIRST = ("CREATE TABLE notes (id BIGINT PRIMARY KEY)",)
SECOND = ("ALTER TABLE notes ADD COLUMN words TEXT NOT NULL DEFAULT ''",)
OLD, NEW = (Part("notes", (FIRST,)),), (Part("notes", (FIRST, SECOND)),)


async def test_several_at_once_bring_the_tables_up_to_date_once(database_url: str) -> None:
    lines = await asyncio.gather(*(migrate_postgres(database_url, "bot_1", NEW) for _ in range(5)))
    assert sorted(map(len, lines)) == [0, 0, 0, 0, 1]
    assert ["bot_1: notes from version 0 to 2"] in lines


async def test_an_older_program_at_work_goes_on_but_none_starts(database_url: str) -> None:
    async with open_postgres(database_url, "bot_1", OLD) as old:
        await old.write(Statement("INSERT INTO notes (id) VALUES (1)"))
        async with open_postgres(database_url, "bot_1", NEW) as new:
            await old.write(Statement("INSERT INTO notes (id) VALUES (2)"))
            assert await new.read("SELECT id, words FROM notes ORDER BY id") == [(1, ""), (2, "")]
    with pytest.raises(StorageError, match=r"newer version of this bot \(schema 2, known 1\)"):
        async with open_postgres(database_url, "bot_1", OLD):
            pass


async def test_a_migration_that_fails_changes_nothing(database_url: str) -> None:
    broken = (Part("other", (("CREATE TABLE other (id BIGINT)",),)), Part("notes", (FIRST, FIRST)))
    with pytest.raises(StorageError, match="DuplicateTable"):
        await migrate_postgres(database_url, "bot_1", broken)
    with psycopg.connect(database_url) as connection:
        tables = connection.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'bot_1'")
        assert tables.fetchall() == []


async def test_a_role_that_may_make_no_tables_is_told_who_may(database_url: str) -> None:
    await migrate_postgres(database_url, "bot_1", OLD)
    with psycopg.connect(database_url, autocommit=True) as connection:
        name = f"guest_of_{connection.info.dbname}"
        connection.execute(f"CREATE ROLE {name} LOGIN".encode())
        connection.execute(f"GRANT USAGE ON SCHEMA bot_1 TO {name}".encode())
        connection.execute(f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA bot_1 TO {name}".encode())
    guest = database_url.replace("postgres@", f"{name}@")
    async with open_postgres(guest, "bot_1", OLD) as database:
        await database.write(Statement("INSERT INTO notes (id) VALUES (1)"))
    with pytest.raises(StorageError, match="run video-digest migrate with a DATABASE_URL"):
        await migrate_postgres(guest, "bot_1", NEW)


def test_the_command_says_what_it_has_changed(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:a")
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["migrate"]) == 0
    assert capsys.readouterr().out.splitlines()[:1] == ["bot_123: store from version 0 to 1"]
    assert main(["migrate"]) == 0
    assert capsys.readouterr().out == "the tables are up to date\n"


async def test_without_an_address_there_is_nothing_to_migrate() -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL is not set"):
        await migrate_tables(Settings("1:a"))


async def test_an_operator_governs_the_bot_in_postgres_from_a_terminal(database_url: str) -> None:
    settings = Settings("1:a", database_url=database_url)
    await administer(settings, "ban", "7")
    assert "Banned: 1" in await administer(settings, "stats", "")
    assert "Banned: 0" in await administer(Settings("2:b", database_url=database_url), "stats", "")
