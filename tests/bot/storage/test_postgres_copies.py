"""What is kept in Postgres is copied by the commands that ``backup`` and ``restore`` name."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import psycopg
import pytest

from bot.__main__ import main
from bot.errors import StorageError
from bot.storage.bot_schema import PARTS, schema_of
from bot.storage.database import migrate_postgres
from bot.storage.postgres_copies import refuse_to_copy, refuse_to_restore
from tests.postgres import Server

TOKEN = "123456:made-up"
SCHEMA = schema_of(TOKEN)


def command(problem: pytest.ExceptionInfo[StorageError], program: str) -> str:
    """What is to be typed."""
    return program + str(problem.value).rpartition(program)[2]


def run(text: str, server: Server, url: str) -> None:
    path = f"{server.binaries}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(["/bin/sh", "-c", text], check=True, env={"PATH": path, "DATABASE_URL": url})


def told(url: str, sql: str) -> list[tuple[int]]:
    """What the database answers, whose names without a schema are the bot's."""
    with psycopg.connect(url, options=f"-c search_path={SCHEMA}") as connection:
        cursor = connection.execute(sql.encode())
        return cursor.fetchall() if cursor.description else []


async def test_a_copy_made_as_told_is_put_back_as_told_without_the_inbox(
    postgres: Server, database_url: str, tmp_path: Path
) -> None:
    await migrate_postgres(database_url, SCHEMA, PARTS)
    told(database_url, "INSERT INTO bans VALUES (7, 1.0)")
    told(database_url, "INSERT INTO answers (answer, at) VALUES ('7:1', 1.0)")
    file = tmp_path / "the copy.dump"
    with pytest.raises(StorageError) as copying:
        refuse_to_copy(TOKEN, file)
    run(command(copying, "pg_dump"), postgres, database_url)
    told(database_url, "DELETE FROM bans")
    with pytest.raises(StorageError) as restoring:
        refuse_to_restore(file)
    run(command(restoring, "pg_restore"), postgres, database_url)
    assert told(database_url, "SELECT id FROM bans") == [(7,)]
    assert told(database_url, "SELECT count(*) FROM answers") == [(0,)]


@pytest.mark.parametrize("what", ["backup", "restore"])
def test_the_commands_for_a_file_say_so_and_fail(
    what: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot:secret@db.example/bot")
    assert main([what, str(tmp_path / "copy")]) == 2
    said = capsys.readouterr().err
    assert "pg_" in said
    assert "secret" not in said
    assert list(tmp_path.iterdir()) == []
